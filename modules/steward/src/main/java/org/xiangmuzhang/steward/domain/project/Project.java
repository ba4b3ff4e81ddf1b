package org.xiangmuzhang.steward.domain.project;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.CreationPolicy;
import org.jmolecules.architecture.cqrs.annotation.CommandHandler;
import org.jmolecules.ddd.annotation.AggregateRoot;
import org.jmolecules.ddd.annotation.Identity;
import org.jmolecules.event.annotation.DomainEventHandler;
import org.jspecify.annotations.Nullable;
import org.xiangmuzhang.kernel.LoggedEvent;
import org.xiangmuzhang.kernel.Refusal;
import org.xiangmuzhang.steward.domain.plan.Courses;
import org.xiangmuzhang.steward.domain.plan.Plan;
import org.xiangmuzhang.steward.events.CoursesChosen;
import org.xiangmuzhang.steward.events.DecidedElsewhere;
import org.xiangmuzhang.steward.events.DecidedElsewhereCorrected;
import org.xiangmuzhang.steward.events.MandateRevoked;
import org.xiangmuzhang.steward.events.MandateSigned;
import org.xiangmuzhang.steward.events.MilestoneReached;
import org.xiangmuzhang.steward.events.PlanDrawn;
import org.xiangmuzhang.steward.events.ProjectRegistered;
import org.xiangmuzhang.steward.events.StewardAppointed;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** An investment project (项目) in the service: decides by its {@link Dossier}, tells by events. */
@AggregateRoot
public class Project {

    /** Milestone reached by signing the first mandate (全代办服务委托). */
    public static final String ENTRUSTED = "STEWARD-ENTRUST";

    /** Milestone reached by drawing the first plan (“一站式”研判). */
    public static final String STUDIED = "STEWARD-STUDY";

    /** The project code exists before the platform knows the project. */
    public static final String CODED = "PROJECT-CODE";

    @Identity private @Nullable UUID id;
    private @Nullable Dossier dossier;

    protected Project() {}

    /** Creating by a method needs Axon's policy: weaving reaches methods, not constructors. */
    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.ALWAYS)
    public void register(RegisterProject command) {
        command.mustBeSound();
        apply(
                new ProjectRegistered(
                        command.project(),
                        command.region(),
                        command.code().value(),
                        command.projectType(),
                        command.typeVersion(),
                        command.enterprise(),
                        command.industry(),
                        command.investment(),
                        command.today()));
        reach(CODED, command.today(), null);
    }

    @CommandHandler
    public void appoint(AppointSteward command) {
        UUID before = dossier().steward();
        if (command.steward().equals(before)) {
            throw Refusal.conflict("steward-already-appointed");
        }
        ProjectRegistered own = dossier().registered();
        apply(
                new StewardAppointed(
                        own.project(), own.region(), command.steward(), before, command.today()));
    }

    @CommandHandler
    public void sign(SignMandate command) {
        ProjectRegistered own = dossier().registered();
        if (!own.enterprise().equals(command.enterprise())) {
            throw Refusal.forbidden("mandate-foreign-enterprise");
        }
        UUID steward = dossier().steward();
        if (steward == null) {
            throw Refusal.conflict("mandate-without-steward");
        }
        command.mustBeSound();
        if (dossier().mandate(command.mandate()) != null) {
            throw Refusal.conflict("mandate-signed-already");
        }
        apply(
                new MandateSigned(
                        own.project(),
                        own.region(),
                        command.mandate(),
                        own.enterprise(),
                        steward,
                        command.acts().stream().distinct().sorted().toList(),
                        command.from(),
                        command.until(),
                        command.file()));
        reach(ENTRUSTED, command.today(), command.file());
    }

    @CommandHandler
    public void revoke(RevokeMandate command) {
        ProjectRegistered own = dossier().registered();
        Mandate mandate = dossier().mandate(command.mandate());
        if (mandate == null) {
            throw Refusal.notFound("mandate-unknown");
        }
        if (mandate.revokedOn() != null) {
            throw Refusal.conflict("mandate-revoked-already", mandate.revokedOn());
        }
        apply(
                new MandateRevoked(
                        own.project(),
                        own.region(),
                        command.mandate(),
                        command.today(),
                        command.remark()));
    }

    @CommandHandler
    public void draw(DrawPlan command) {
        if (dossier().steward() == null) {
            throw Refusal.conflict("plan-without-steward");
        }
        ProjectRegistered own = dossier().registered();
        Courses courses = command.courses();
        if (!courses.equals(dossier().courses())) {
            apply(
                    new CoursesChosen(
                            own.project(),
                            own.region(),
                            courses.start(),
                            courses.target(),
                            sorted(courses.conditional()),
                            sorted(courses.simulated()),
                            sorted(courses.merged()),
                            sorted(courses.owed()),
                            courses.parallel()));
        }
        reach(STUDIED, command.today(), null);
        record("steward.courses-chosen", command.plan());
    }

    @CommandHandler
    public void redraw(RedrawPlan command) {
        if (dossier().courses() != null) {
            record(command.cause(), command.plan());
        }
    }

    @CommandHandler
    public void record(RecordDecidedElsewhere command) {
        command.mustBeSound();
        DecidedElsewhere known = dossier().elsewhere().get(command.itemCode());
        if (known != null && !command.verifiesAgain(known)) {
            throw Refusal.conflict(
                    "elsewhere-recorded-already", command.itemCode(), known.documentNumber());
        }
        ProjectRegistered own = dossier().registered();
        apply(
                new DecidedElsewhere(
                        own.project(),
                        own.region(),
                        command.itemCode(),
                        command.documentNumber(),
                        command.decidedOn(),
                        command.file(),
                        command.verifiedOn()));
    }

    @CommandHandler
    public void correct(CorrectDecidedElsewhere command) {
        RecordDecidedElsewhere right = command.right();
        DecidedElsewhere wrong = dossier().elsewhere().get(right.itemCode());
        if (wrong == null) {
            throw Refusal.notFound("elsewhere-unknown", right.itemCode());
        }
        command.mustPutRight(wrong);
        apply(
                new DecidedElsewhereCorrected(
                        wrong.project(),
                        wrong.region(),
                        wrong.itemCode(),
                        right.documentNumber(),
                        right.decidedOn(),
                        right.file(),
                        right.verifiedOn(),
                        command.remark()));
    }

    @CommandHandler
    public void reach(ReachMilestone command) {
        if (command.on().isAfter(command.today())) {
            throw Refusal.invalid("milestone-future", "/on", command.on());
        }
        MilestoneReached known = dossier().milestones().get(command.itemCode());
        if (known != null) {
            throw Refusal.conflict("milestone-reached-already", command.itemCode(), known.on());
        }
        reach(command.itemCode(), command.on(), command.proof());
    }

    @CommandHandler
    public void note(NoteMilestone command) {
        reach(command.itemCode(), command.on(), null);
    }

    private void reach(String milestone, LocalDate on, @Nullable UUID proof) {
        ProjectRegistered own = dossier().registered();
        if (!dossier().milestones().containsKey(milestone)) {
            apply(new MilestoneReached(own.project(), own.region(), milestone, on, proof));
        }
    }

    private void record(String cause, Plan plan) {
        Plan last = dossier().lastPlan();
        PlanDrawn drawn = dossier().plan();
        if (last != null && plan.saysTheSameAs(last)) {
            return;
        }
        ProjectRegistered own = dossier().registered();
        apply(
                new PlanDrawn(
                        own.project(),
                        own.region(),
                        drawn == null ? 1 : drawn.revision() + 1,
                        cause,
                        plan.target(),
                        plan.from(),
                        plan.finish(),
                        drawn == null ? null : drawn.finish(),
                        plan.provisional(),
                        plan.typeVersion(),
                        plan.calendar(),
                        plan.steps(),
                        plan.edges(),
                        dossier().untold(plan.words())));
    }

    private static List<String> sorted(Set<String> codes) {
        String[] inOrder = codes.toArray(String[]::new);
        Arrays.sort(inOrder);
        return List.of(inOrder);
    }

    @DomainEventHandler
    void on(LoggedEvent event) {
        if (event instanceof ProjectRegistered registered) {
            id = registered.project();
            dossier = new Dossier(registered);
        } else {
            dossier().take(event);
        }
    }

    /** What the project has become. */
    public Dossier dossier() {
        Dossier known = dossier;
        if (known == null) {
            throw new IllegalStateException("Not registered");
        }
        return known;
    }
}
