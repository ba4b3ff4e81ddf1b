package org.xiangmuzhang.intake.application;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.xiangmuzhang.catalog.api.Catalog;
import org.xiangmuzhang.catalog.api.Item;
import org.xiangmuzhang.catalog.api.Regions;
import org.xiangmuzhang.intake.api.Mode;
import org.xiangmuzhang.intake.application.CheckDesk.Checked;
import org.xiangmuzhang.intake.domain.check.ItemCheck;
import org.xiangmuzhang.intake.domain.check.RuleDecision;
import org.xiangmuzhang.intake.domain.check.RuleDecision.Review;
import org.xiangmuzhang.intake.domain.check.RuleSet;
import org.xiangmuzhang.intake.domain.dossier.ApplicationHead;
import org.xiangmuzhang.intake.domain.dossier.Dossier;
import org.xiangmuzhang.intake.domain.task.DocumentNumber;
import org.xiangmuzhang.intake.domain.task.Task;
import org.xiangmuzhang.intake.events.RuleDecisionReviewed;
import org.xiangmuzhang.intake.port.in.Reviewing;
import org.xiangmuzhang.intake.port.in.Seen;
import org.xiangmuzhang.intake.port.out.Checks;
import org.xiangmuzhang.intake.port.out.Dossiers;
import org.xiangmuzhang.intake.port.out.Serials;
import org.xiangmuzhang.kernel.Actor;
import org.xiangmuzhang.kernel.Refusal;
import org.xiangmuzhang.kernel.Role;
import org.xiangmuzhang.parties.Remarks;

import java.security.SecureRandom;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.random.RandomGenerator;

/** 秒批秒办: decides on receipt what rules cover wholly, and lets a person look at a sample. */
@Component
class RuleDesk implements Reviewing {

    private static final RandomGenerator LOTS = new SecureRandom();

    private final CaseFiles files;
    private final Access access;
    private final ObligationBook book;
    private final Checks checks;
    private final Dossiers dossiers;
    private final Serials serials;
    private final Catalog catalog;
    private final Regions regions;
    private final Remarks remarks;

    RuleDesk(
            CaseFiles files,
            Access access,
            ObligationBook book,
            Checks checks,
            Dossiers dossiers,
            Serials serials,
            Catalog catalog,
            Regions regions,
            Remarks remarks) {
        this.files = files;
        this.access = access;
        this.book = book;
        this.checks = checks;
        this.dossiers = dossiers;
        this.serials = serials;
        this.catalog = catalog;
        this.regions = regions;
        this.remarks = remarks;
    }

    /**
     * Accepts and approves an application when the rules cover each of its items and are content.
     * What they are not content with, and what rests on a promise or goes without a material, goes
     * to a person: rules refuse nobody.
     */
    void decide(Dossier dossier, Checked checked) {
        RuleSet rules = checked.rules();
        ApplicationHead head = dossier.application().head();
        if (head.waiver() != null
                || book.binds(head.id())
                || !checked.check().items().stream()
                        .allMatch(item -> isDecided(dossier, item, rules))) {
            return;
        }
        LocalDate today = files.today();
        boolean sampled = rules.isSampled(LOTS);
        files.keep(dossier, dossier.acceptByRules(today, files.calendar()));
        for (Task task : dossier.tasks()) {
            String number = DocumentNumber.made(task.head(), today, serials.nextDocument());
            files.keep(task, task.decideByRules(number, today, files.calendar()));
            checks.add(
                    new RuleDecision(
                            task.id(),
                            head.id(),
                            head.region(),
                            task.head().terms().code(),
                            task.head().terms().department(),
                            checked.check().id(),
                            today,
                            sampled,
                            null,
                            0));
        }
    }

    private boolean isDecided(Dossier dossier, ItemCheck item, RuleSet rules) {
        Task task = dossier.task(item.task());
        return task.mode() == Mode.FORMAL
                && rules.decides(item.item(), item.findings())
                && item(task)
                        .filter(
                                one ->
                                        CheckDesk.isWhole(
                                                one, dossier.application().materials().keySet()))
                        .isPresent();
    }

    private Optional<Item> item(Task task) {
        return catalog.itemInVersion(
                task.head().region(), task.head().terms().code(), task.head().terms().version());
    }

    @Override
    @Transactional(readOnly = true)
    public List<ReviewLine> sample(
            @Nullable String department,
            boolean reviewed,
            @Nullable Boolean right,
            @Nullable UUID after,
            int limit,
            Actor actor) {
        return checks
                .sample(
                        regions.reachOf(actor),
                        CheckDesk.departmentOf(department, actor),
                        reviewed,
                        right,
                        after,
                        limit)
                .stream()
                .map(this::line)
                .toList();
    }

    @Override
    @Transactional(readOnly = true)
    public ReviewLine sampled(UUID task, Actor actor) {
        actor.mustBe(Role.APPROVER, Role.HEAD, Role.SUPERVISOR, Role.LEADER, Role.AUDITOR);
        RuleDecision decision = found(task, actor);
        String department = decision.department();
        if (!CheckDesk.departmentOf(department, actor).equals(department)) {
            throw Refusal.notFound("task-unknown", task);
        }
        decision.mustBeDrawn();
        return line(decision);
    }

    private RuleDecision found(UUID task, Actor actor) {
        Dossier dossier =
                dossiers.ofTask(task)
                        .filter(it -> access.sees(actor, it, files.today()))
                        .filter(it -> access.sees(actor, it.task(task)))
                        .orElseThrow(() -> Refusal.notFound("task-unknown", task));
        return checks.decision(dossier.task(task).id())
                .orElseThrow(() -> Refusal.notFound("task-unknown", task));
    }

    @Override
    @Transactional
    public ReviewLine review(UUID task, boolean right, String reason, Seen seen, Actor actor) {
        actor.mustBe(Role.APPROVER, Role.HEAD);
        RuleDecision decision = found(task, actor);
        seen.check(decision.version());
        ApplicationHead head =
                dossiers.byId(decision.application()).orElseThrow().application().head();
        head.mustNotBeDecidedBy(actor.person());
        UUID remark = files.write(head, actor, reason, "/reason");
        RuleDecision reviewed =
                decision.reviewed(new Review(right, files.today(), actor.person(), remark));
        checks.review(reviewed);
        files.tell(
                new RuleDecisionReviewed(
                        head.id(),
                        head.region(),
                        head.project(),
                        task,
                        decision.item(),
                        decision.department(),
                        right,
                        files.today(),
                        remark));
        return line(checks.decision(task).orElseThrow());
    }

    private ReviewLine line(RuleDecision decision) {
        Dossier dossier = dossiers.byId(decision.application()).orElseThrow();
        Optional<Item> item = item(dossier.task(decision.task()));
        Review review = decision.review();
        return new ReviewLine(
                decision.task(),
                decision.application(),
                dossier.application().head().number(),
                decision.item(),
                item.map(Item::nameZh).orElse(decision.item()),
                item.map(Item::nameEn).orElse(decision.item()),
                decision.region().code(),
                decision.decidedOn(),
                review == null ? null : review.right(),
                review == null ? null : review.on(),
                review == null ? null : remarks.text(review.remark()).orElse(null),
                decision.version());
    }
}
