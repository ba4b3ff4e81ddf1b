package org.xiangmuzhang.intake.application;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.xiangmuzhang.catalog.api.Regions;
import org.xiangmuzhang.files.Files;
import org.xiangmuzhang.files.StoredFile;
import org.xiangmuzhang.intake.api.ApplicationView;
import org.xiangmuzhang.intake.api.Applications;
import org.xiangmuzhang.intake.api.ItemClock;
import org.xiangmuzhang.intake.domain.dossier.Dossier;
import org.xiangmuzhang.intake.port.in.ApplicationFilter;
import org.xiangmuzhang.intake.port.in.ApplicationLine;
import org.xiangmuzhang.intake.port.in.ApplicationSheet;
import org.xiangmuzhang.intake.port.in.Document;
import org.xiangmuzhang.intake.port.in.Formalising;
import org.xiangmuzhang.intake.port.in.LookingUp;
import org.xiangmuzhang.intake.port.in.TaskFilter;
import org.xiangmuzhang.intake.port.in.TaskLine;
import org.xiangmuzhang.intake.port.in.TaskSheet;
import org.xiangmuzhang.intake.port.out.Dossiers;
import org.xiangmuzhang.intake.port.out.FindDossiers;
import org.xiangmuzhang.intake.port.out.FindDossiers.OnDesk;
import org.xiangmuzhang.kernel.Actor;
import org.xiangmuzhang.kernel.Refusal;
import org.xiangmuzhang.kernel.Region;
import org.xiangmuzhang.kernel.Role;
import org.xiangmuzhang.parties.Enterprise;
import org.xiangmuzhang.parties.Enterprises;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;

@Component
@Transactional(readOnly = true)
class ReadingRoom implements LookingUp, Applications {

    private final Dossiers dossiers;
    private final FindDossiers lists;
    private final CaseFiles cases;
    private final LocalRules rules;
    private final Access access;
    private final Sheets sheets;
    private final Files files;
    private final Formalising formalising;
    private final Regions regions;
    private final Enterprises enterprises;

    ReadingRoom(
            Dossiers dossiers,
            FindDossiers lists,
            CaseFiles cases,
            LocalRules rules,
            Access access,
            Sheets sheets,
            Files files,
            Formalising formalising,
            Regions regions,
            Enterprises enterprises) {
        this.dossiers = dossiers;
        this.lists = lists;
        this.cases = cases;
        this.rules = rules;
        this.access = access;
        this.sheets = sheets;
        this.files = files;
        this.formalising = formalising;
        this.regions = regions;
        this.enterprises = enterprises;
    }

    @Override
    public ApplicationSheet application(UUID id, Actor actor) {
        return sheets.application(
                visible(id, actor), task -> access.sees(actor, task), cases.today());
    }

    @Override
    public String receiptNote(Region region, LocalDate day) {
        return rules.receiptNote(region, day);
    }

    @Override
    public ApplicationView view(UUID id, Actor actor) {
        return Views.application(
                visible(id, actor), task -> access.sees(actor, task), cases.calendar());
    }

    private Dossier visible(UUID id, Actor actor) {
        return dossiers.byId(id)
                .filter(found -> access.sees(actor, found, cases.today()))
                .orElseThrow(() -> Refusal.notFound("application-unknown", id));
    }

    @Override
    public TaskSheet task(UUID id, Actor actor) {
        Predicate<Dossier> visible =
                found ->
                        access.sees(actor, found, cases.today())
                                && access.sees(actor, found.task(id));
        Dossier dossier =
                dossiers.ofTask(id)
                        .filter(visible)
                        .orElseThrow(() -> Refusal.notFound("task-unknown", id));
        return sheets.task(dossier, dossier.task(id), cases.today());
    }

    @Override
    public List<ApplicationLine> applications(
            ApplicationFilter filter, @Nullable UUID after, int limit, Actor actor) {
        ApplicationFilter asked = narrowed(filter, actor);
        List<Dossier> found =
                lists.applications(
                        regionsOf(actor),
                        asked.enterprise(),
                        asked.project(),
                        asked.state(),
                        after,
                        limit);
        return sheets.applications(found, task -> access.sees(actor, task));
    }

    /**
     * The regions whose applications the actor may list, or null when that is not a matter of it.
     */
    private @Nullable Set<Region> regionsOf(Actor actor) {
        return switch (actor.role()) {
            case CLERK, SUPERVISOR, LEADER, AUDITOR -> regions.reachOf(actor);
            case APPLICANT, STEWARD -> null;
            default -> throw Refusal.forbidden("role-may-not", actor.role().name());
        };
    }

    private ApplicationFilter narrowed(ApplicationFilter given, Actor actor) {
        ApplicationFilter filter = standing(given);
        if (actor.role() == Role.APPLICANT) {
            if (filter.enterprise() != null && !filter.enterprise().equals(actor.enterprise())) {
                throw Refusal.forbidden("not-your-enterprise");
            }
            return new ApplicationFilter(actor.enterprise(), filter.project(), filter.state());
        }
        if (actor.role() == Role.STEWARD) {
            UUID enterprise = filter.enterprise();
            if (enterprise == null) {
                throw Refusal.invalid("enterprise-missing", "/enterprise");
            }
            if (filter.project() == null) {
                throw Refusal.invalid("project-missing", "/project");
            }
            if (!access.isEntrusted(actor, enterprise, filter.project(), cases.today())) {
                throw Refusal.forbidden("mandate-missing", "SUBMIT");
            }
        }
        return filter;
    }

    /** Of the enterprise that the one named was merged into. */
    private ApplicationFilter standing(ApplicationFilter filter) {
        UUID named = filter.enterprise();
        return named == null
                ? filter
                : new ApplicationFilter(
                        enterprises.byId(named).map(Enterprise::id).orElse(named),
                        filter.project(),
                        filter.state());
    }

    @Override
    public List<TaskLine> tasks(TaskFilter filter, int limit, Actor actor) {
        actor.mustBe(Role.APPROVER, Role.HEAD, Role.SUPERVISOR, Role.LEADER, Role.AUDITOR);
        boolean official = actor.role() == Role.APPROVER || actor.role() == Role.HEAD;
        String department = official ? actor.department() : filter.department();
        if (department == null) {
            throw Refusal.invalid("department-missing", "/department");
        }
        List<OnDesk> desk =
                lists
                        .desk(
                                regions.reachOf(actor),
                                department,
                                filter.state(),
                                filter.after(),
                                limit)
                        .stream()
                        .filter(line -> access.sees(actor, line.dossier().task(line.task())))
                        .toList();
        return sheets.desk(desk, cases.today());
    }

    @Override
    public Document document(UUID application, UUID file, Actor actor) {
        Dossier dossier = visible(application, actor);
        StoredFile stored =
                files.byId(file)
                        .filter(found -> access.mayRead(actor, dossier, found.id()))
                        .orElseThrow(() -> Refusal.notFound("file-unknown", file));
        return new Document(
                stored.name(), stored.mediaType(), stored.size(), files.open(stored.id()));
    }

    @Override
    public Optional<ApplicationView> byId(UUID id) {
        return dossiers.byId(id)
                .map(found -> Views.application(found, task -> true, cases.calendar()));
    }

    @Override
    public List<ApplicationView> ofProject(UUID project) {
        return dossiers.ofProject(project).stream()
                .map(found -> Views.application(found, task -> true, cases.calendar()))
                .toList();
    }

    @Override
    public Optional<ItemClock> clock(UUID task) {
        return dossiers.ofTask(task).map(found -> found.task(task)).map(Views::clock);
    }

    @Override
    @Transactional
    public void landRightEstablished(
            UUID project, UUID parcel, LocalDate on, int planningConditions) {
        formalising.landRightEstablished(project, parcel, on, planningConditions);
    }

    @Override
    @Transactional
    public void decidedElsewhere(UUID project, String condition, LocalDate on) {
        formalising.decidedElsewhere(project, condition, on);
    }

    @Override
    @Transactional
    public void conditionMet(UUID project, String condition, LocalDate on) {
        formalising.conditionMet(project, condition, on);
    }
}
