package org.xiangmuzhang.steward.application;

import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.xiangmuzhang.catalog.api.Catalog;
import org.xiangmuzhang.kernel.Actor;
import org.xiangmuzhang.kernel.Refusal;
import org.xiangmuzhang.kernel.Role;
import org.xiangmuzhang.kernel.WorkingDays;
import org.xiangmuzhang.parties.Occasion;
import org.xiangmuzhang.parties.People;
import org.xiangmuzhang.parties.Remarks;
import org.xiangmuzhang.steward.api.ProjectView;
import org.xiangmuzhang.steward.domain.project.Dossier;
import org.xiangmuzhang.steward.events.ServiceRendered;
import org.xiangmuzhang.steward.port.in.KeepingDiary;
import org.xiangmuzhang.steward.port.out.Diary;
import org.xiangmuzhang.steward.port.out.ProjectLog;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Writes down what was done for a project beside its approvals. */
@Component("steward.diary-keeping")
class DiaryKeeping implements KeepingDiary {

    private final Access access;
    private final ProjectLog log;
    private final Diary diary;
    private final Catalog catalog;
    private final People people;
    private final Remarks remarks;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    DiaryKeeping(
            Access access,
            ProjectLog log,
            Diary diary,
            Catalog catalog,
            People people,
            Remarks remarks,
            ApplicationEventPublisher events,
            Clock clock) {
        this.access = access;
        this.log = log;
        this.diary = diary;
        this.catalog = catalog;
        this.people = people;
        this.remarks = remarks;
        this.events = events;
        this.clock = clock;
    }

    @Override
    @Transactional
    public void write(Actor actor, UUID project, Note note) {
        ProjectView found = access.visible(actor, project);
        actor.mustBe(Role.STEWARD, Role.CLERK, Role.APPROVER, Role.HEAD, Role.LEADER);
        mustFollow(actor, found);
        mustBeSound(note, found);
        access.held(project, -1);
        UUID remark = remarks.write(found.region(), actor.person(), note.text(), "/text");
        diary.add(
                new Diary.Row(
                        note.id(),
                        found.region(),
                        project,
                        found.enterprise(),
                        note.kind(),
                        note.place(),
                        note.item(),
                        note.condition(),
                        note.on(),
                        actor.person(),
                        remark));
        events.publishEvent(
                new ServiceRendered(
                        note.id(),
                        project,
                        found.region(),
                        note.kind(),
                        note.place(),
                        note.item(),
                        note.condition(),
                        note.on(),
                        remark));
    }

    /** A steward of other projects only as one of the team. */
    private void mustFollow(Actor actor, ProjectView project) {
        if (Access.isAnothersSteward(actor, project.steward())
                && log.now(project.id()).stream()
                        .map(Dossier::charge)
                        .flatMap(charge -> charge.team().stream())
                        .noneMatch(
                                it ->
                                        it.left() == null
                                                && it.joined().person().equals(actor.holder()))) {
            throw Refusal.forbidden("not-the-projects-steward");
        }
    }

    private void mustBeSound(Note note, ProjectView project) {
        LocalDate today = WorkingDays.today(clock);
        if (!KINDS.contains(note.kind())) {
            throw Refusal.invalid("diary-kind", "/kind", String.join(", ", KINDS));
        }
        if (!PLACES.contains(note.place())) {
            throw Refusal.invalid("diary-place", "/place", String.join(", ", PLACES));
        }
        if (note.on().isAfter(today)) {
            throw Refusal.invalid("diary-day", "/on", today);
        }
        if (note.item() == null && note.condition()) {
            throw Refusal.invalid("diary-condition", "/item");
        }
        if (note.item() != null && catalog.item(project.region(), note.item()).isEmpty()) {
            throw Refusal.invalid("item-unknown", "/item", note.item());
        }
    }

    @Override
    @Transactional(readOnly = true)
    public List<Entry> diary(
            Actor actor, UUID project, @Nullable String item, @Nullable UUID after, int limit) {
        ProjectView found = access.visible(actor, project);
        if (actor.role() != Role.APPLICANT) {
            mustFollow(actor, found);
        }
        List<Diary.Row> rows = diary.list(project, item, after, limit);
        Map<UUID, String> texts = remarks.texts(rows.stream().map(Diary.Row::remark).toList());
        Map<UUID, String> names =
                people.names(
                        rows.stream().map(Diary.Row::person).distinct().toList(),
                        actor,
                        Occasion.MATTER);
        return rows.stream()
                .map(
                        row ->
                                new Entry(
                                        row.id(),
                                        row.project(),
                                        row.kind(),
                                        row.place(),
                                        row.item(),
                                        row.condition(),
                                        row.on(),
                                        row.person(),
                                        names.get(row.person()),
                                        texts.get(row.remark())))
                .toList();
    }
}
