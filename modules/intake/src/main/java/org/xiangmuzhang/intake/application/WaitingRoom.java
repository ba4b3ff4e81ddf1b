package org.xiangmuzhang.intake.application;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.xiangmuzhang.catalog.api.Regions;
import org.xiangmuzhang.intake.api.ApplicationView;
import org.xiangmuzhang.intake.domain.dossier.Dossier;
import org.xiangmuzhang.intake.port.in.ApplicationLine;
import org.xiangmuzhang.intake.port.in.Awaiting;
import org.xiangmuzhang.intake.port.in.LookingUp;
import org.xiangmuzhang.intake.port.in.Preparing;
import org.xiangmuzhang.intake.port.in.TaskFilter;
import org.xiangmuzhang.intake.port.in.TaskLine;
import org.xiangmuzhang.intake.port.out.Dossiers;
import org.xiangmuzhang.intake.port.out.FindWaiting;
import org.xiangmuzhang.intake.spi.ProjectPlans.Choice;
import org.xiangmuzhang.kernel.Actor;
import org.xiangmuzhang.kernel.WorkingDays;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

@Component
@Transactional(readOnly = true)
class WaitingRoom implements Awaiting {

    private static final int SHOWN = 5;
    private static final int COUNTED = 100;
    private static final List<String> OPEN = List.of("RECEIVED", "CORRECTION_SUPPLIED", "ACCEPTED");
    private static final List<String> WANTED = List.of("CORRECTION_NOTICED");

    private final FindWaiting waiting;
    private final Dossiers dossiers;
    private final Sheets sheets;
    private final CaseFiles cases;
    private final LocalRules rules;
    private final LookingUp lookingUp;
    private final Preparing preparing;
    private final Access access;
    private final Regions regions;

    WaitingRoom(
            FindWaiting waiting,
            Dossiers dossiers,
            Sheets sheets,
            CaseFiles cases,
            LocalRules rules,
            LookingUp lookingUp,
            Preparing preparing,
            Access access,
            Regions regions) {
        this.waiting = waiting;
        this.dossiers = dossiers;
        this.sheets = sheets;
        this.cases = cases;
        this.rules = rules;
        this.lookingUp = lookingUp;
        this.preparing = preparing;
        this.access = access;
        this.regions = regions;
    }

    @Override
    public List<Queue> of(Actor actor) {
        List<Queue> queues =
                switch (actor.role()) {
                    case CLERK -> window(actor);
                    case LEADER -> List.of(queue(Kind.ACCEPT, actor, unaccepted(actor)));
                    case APPROVER, HEAD -> desk(actor);
                    case APPLICANT -> enterprise(actor);
                    case STEWARD -> entrusted(actor);
                    default -> List.of();
                };
        return queues.stream().filter(queue -> queue.count() > 0).toList();
    }

    private List<UUID> unaccepted(Actor actor) {
        return waiting.atWindow(regions.reachOf(actor), "RECEIVED", COUNTED);
    }

    private List<Queue> window(Actor actor) {
        return List.of(
                queue(Kind.ACCEPT, actor, unaccepted(actor)),
                queue(
                        Kind.CORRECTED,
                        actor,
                        waiting.atWindow(regions.reachOf(actor), "CORRECTION_SUPPLIED", COUNTED)),
                queue(Kind.DELIVER, actor, waiting.decided(actor.region(), COUNTED)));
    }

    private List<Queue> desk(Actor actor) {
        String department = actor.department();
        if (department == null) {
            return List.of();
        }
        List<TaskLine> first = lookingUp.tasks(new TaskFilter(null, null, null), SHOWN, actor);
        int count = waiting.onDesk(actor.region(), department, COUNTED);
        return List.of(new Queue(Kind.DECIDE, count, List.of(), first));
    }

    private List<Queue> enterprise(Actor actor) {
        UUID enterprise = actor.enterprise();
        if (enterprise == null) {
            return List.of();
        }
        LocalDate since = rules.resultsSince(actor.region(), cases.today());
        return List.of(
                queue(Kind.SUPPLY, actor, waiting.ofEnterprise(enterprise, WANTED, COUNTED)),
                queue(Kind.OPEN, actor, waiting.ofEnterprise(enterprise, OPEN, COUNTED)),
                queue(Kind.RESULTS, actor, waiting.delivered(enterprise, since, COUNTED)));
    }

    private List<Queue> entrusted(Actor actor) {
        List<UUID> projects = preparing.projects(actor).stream().map(Choice::project).toList();
        return List.of(
                queue(Kind.SUPPLY, actor, waiting.ofProjects(projects, WANTED, COUNTED)),
                queue(Kind.OPEN, actor, waiting.ofProjects(projects, OPEN, COUNTED)));
    }

    private Queue queue(Kind kind, Actor actor, List<UUID> ids) {
        List<Dossier> first =
                ids.stream().limit(SHOWN).flatMap(id -> dossiers.byId(id).stream()).toList();
        WorkingDays calendar = cases.calendar();
        LocalDate today = cases.today();
        List<ApplicationLine> lines = sheets.applications(first, task -> access.sees(actor, task));
        List<ApplicationEntry> entries = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            ApplicationView application = lines.get(i).application();
            int day = calendar.between(application.receivedOn(), today);
            entries.add(
                    new ApplicationEntry(
                            lines.get(i),
                            day,
                            day >= rules.urgentFrom(application.region(), today),
                            first.get(i).application().noticeDue(calendar)));
        }
        return new Queue(kind, ids.size(), entries, List.of());
    }
}
