package org.xiangmuzhang.intake.application;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.xiangmuzhang.catalog.api.SpecialProcedure;
import org.xiangmuzhang.intake.api.Outcome;
import org.xiangmuzhang.intake.application.CaseFiles.Opened;
import org.xiangmuzhang.intake.application.ObligationBook.LeftBehind;
import org.xiangmuzhang.intake.domain.dossier.Dossier;
import org.xiangmuzhang.intake.domain.task.Decision;
import org.xiangmuzhang.intake.domain.task.DocumentNumber;
import org.xiangmuzhang.intake.domain.task.PreApproval;
import org.xiangmuzhang.intake.domain.task.Task;
import org.xiangmuzhang.intake.events.ClockPaused;
import org.xiangmuzhang.intake.events.ItemDecided;
import org.xiangmuzhang.intake.port.in.Examining;
import org.xiangmuzhang.intake.port.in.Seen;
import org.xiangmuzhang.intake.port.in.Settled;
import org.xiangmuzhang.intake.port.in.TaskSheet;
import org.xiangmuzhang.intake.port.in.ToDecide;
import org.xiangmuzhang.intake.port.in.Verdict;
import org.xiangmuzhang.intake.port.out.Checks;
import org.xiangmuzhang.intake.port.out.Serials;
import org.xiangmuzhang.intake.spi.Preconditions;
import org.xiangmuzhang.kernel.Actor;
import org.xiangmuzhang.kernel.Role;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;

@Component
class DepartmentDesk implements Examining {

    private final CaseFiles files;
    private final ObligationBook book;
    private final LocalRules rules;
    private final GivenFiles given;
    private final Checks checks;
    private final Serials serials;
    private final OneByOne oneByOne;
    private final Sheets sheets;
    private final ObjectProvider<Preconditions> preconditions;

    DepartmentDesk(
            CaseFiles files,
            ObligationBook book,
            LocalRules rules,
            GivenFiles given,
            Checks checks,
            Serials serials,
            OneByOne oneByOne,
            Sheets sheets,
            ObjectProvider<Preconditions> preconditions) {
        this.files = files;
        this.book = book;
        this.rules = rules;
        this.given = given;
        this.checks = checks;
        this.serials = serials;
        this.oneByOne = oneByOne;
        this.sheets = sheets;
        this.preconditions = preconditions;
    }

    @Override
    @Transactional
    public void beginProcedure(
            UUID id, SpecialProcedure kind, LocalDate expectedUntil, Seen seen, Actor actor) {
        Task task = open(id, seen, actor).task();
        LocalDate today = files.today();
        ClockPaused paused = task.beginProcedure(kind, today, expectedUntil);
        rules.mustBeBrief(paused.region(), today, expectedUntil);
        files.keep(task, paused);
    }

    @Override
    @Transactional
    public void endProcedure(UUID id, @Nullable LocalDate until, Seen seen, Actor actor) {
        Task task = open(id, seen, actor).task();
        LocalDate today = files.today();
        files.keep(task, task.endProcedure(until == null ? today : until, today, files.calendar()));
    }

    @Override
    @Transactional
    public TaskSheet decide(UUID id, Verdict verdict, Seen seen, Actor actor) {
        Opened decided = decided(id, verdict, seen, actor);
        return sheets.task(decided.dossier(), decided.task(), files.today());
    }

    private Opened decided(UUID id, Verdict verdict, Seen seen, Actor actor) {
        Opened opened = decidable(id, seen, actor);
        Task task = opened.task();
        Decision decision =
                new Decision(
                        verdict.outcome(),
                        files.today(),
                        actor.person(),
                        verdict.outcome() == Outcome.REJECTED
                                ? null
                                : number(verdict.documentNumber(), task),
                        result(verdict.document(), actor),
                        remark(verdict.reason(), opened.dossier(), actor));
        ItemDecided decided = task.decide(decision, files.calendar());
        LeftBehind left = book.examined(opened.dossier(), task, verdict.outcome());
        files.keep(task, decided);
        book.decided(left, actor.person());
        compare(task, verdict.outcome() != Outcome.REJECTED);
        return opened;
    }

    @Override
    public List<Settled> decideEach(List<ToDecide> tasks, Actor actor) {
        actor.mustBe(Role.APPROVER);
        return oneByOne.settle(
                "/tasks",
                tasks,
                ToDecide::task,
                one -> decided(one.task(), one.verdict(), one.seen(), actor));
    }

    @Override
    @Transactional
    public void preApprove(
            UUID id,
            @Nullable String documentNumber,
            @Nullable UUID document,
            Seen seen,
            Actor actor) {
        Opened opened = decidable(id, seen, actor);
        Task task = opened.task();
        UUID project = task.head().project();
        Preconditions known = preconditions.getIfAvailable();
        PreApproval opinion =
                new PreApproval(
                        files.today(),
                        actor.person(),
                        documentNumber == null
                                ? number(null, task) + "-PRE"
                                : number(documentNumber, task),
                        result(document, actor),
                        known == null || project == null
                                ? Map.of()
                                : known.planningConditions(project),
                        opened.dossier().hashes(task));
        files.keep(task, task.preApprove(opinion));
        compare(task, true);
    }

    /** With what the rules had found when the person decided. */
    private void compare(Task task, boolean approved) {
        checks.decided(task.head().application(), task.id(), approved, files.today());
    }

    private Opened open(UUID id, Seen seen, Actor actor) {
        actor.mustBe(Role.APPROVER);
        return files.openTask(id, actor, seen);
    }

    private Opened decidable(UUID id, Seen seen, Actor actor) {
        Opened opened = open(id, seen, actor);
        opened.dossier().application().head().mustNotBeDecidedBy(actor.person());
        return opened;
    }

    private String number(@Nullable String given, Task task) {
        return given == null
                ? DocumentNumber.made(task.head(), files.today(), serials.nextDocument())
                : DocumentNumber.given(given);
    }

    private @Nullable UUID result(@Nullable UUID document, Actor actor) {
        return document == null ? null : given.result(document, actor).id();
    }

    private @Nullable UUID remark(@Nullable String text, Dossier dossier, Actor actor) {
        return text == null || text.isBlank()
                ? null
                : files.write(dossier.application().head(), actor, text, "/reason");
    }
}
