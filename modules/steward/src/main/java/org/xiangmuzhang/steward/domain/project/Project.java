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
import org.xiangmuzhang.steward.events.BaselineSet;
import org.xiangmuzhang.steward.events.CoursesChosen;
import org.xiangmuzhang.steward.events.CoursesChosen.StageTarget;
import org.xiangmuzhang.steward.events.MilestoneReached;
import org.xiangmuzhang.steward.events.PlanDrawn;
import org.xiangmuzhang.steward.events.ProjectPassedOn;
import org.xiangmuzhang.steward.events.ProjectRegistered;

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
        apply(command.decide(open()));
        if (before != null) {
            apply(command.pack(dossier(), before));
        }
    }

    @CommandHandler
    public void sign(SignHandover command) {
        apply(command.decide(open()));
    }

    @CommandHandler
    public void join(JoinTeam command) {
        apply(command.decide(open()));
    }

    @CommandHandler
    public void leave(LeaveTeam command) {
        apply(command.decide(open()));
    }

    @CommandHandler
    public void serve(ChooseService command) {
        apply(command.decide(open()));
    }

    @CommandHandler
    public void close(CloseProject command) {
        apply(command.decide(open()));
    }

    @CommandHandler
    public void sign(SignMandate command) {
        apply(command.decide(open()));
        reach(ENTRUSTED, command.today(), command.file());
    }

    @CommandHandler
    public void narrow(NarrowMandate command) {
        apply(command.decide(open()));
    }

    @CommandHandler
    public void revoke(RevokeMandate command) {
        apply(command.decide(open()));
    }

    @CommandHandler
    public void draw(DrawPlan command) {
        if (open().steward() == null) {
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
                            courses.parallel(),
                            courses.stageTargetsByCode().entrySet().stream()
                                    .map(it -> new StageTarget(it.getKey(), it.getValue()))
                                    .toList()));
        }
        reach(STUDIED, command.today(), null);
        record("steward.courses-chosen", command.plan());
    }

    @CommandHandler
    public void redraw(RedrawPlan command) {
        if (dossier().courses() != null && dossier().charge().closed() == null) {
            record(command.cause(), command.plan());
        }
    }

    @CommandHandler
    public void take(SetBaseline command) {
        PlanDrawn version = command.version();
        BaselineSet known = dossier().baseline();
        if (known != null && known.revision() == version.revision()) {
            throw Refusal.conflict("baseline-already", version.revision());
        }
        apply(
                new BaselineSet(
                        version.project(),
                        version.region(),
                        version.revision(),
                        command.today(),
                        version.finish(),
                        command.marks(),
                        command.remark()));
    }

    @CommandHandler
    public void record(RecordDecidedElsewhere command) {
        apply(command.decide(open()));
    }

    @CommandHandler
    public void takeOver(TakeOverProject command) {
        command.decide(open()).forEach(event -> apply(event));
    }

    @CommandHandler
    public void correct(CorrectDecidedElsewhere command) {
        apply(command.decide(open()));
    }

    @CommandHandler
    public void reach(ReachMilestone command) {
        command.mustBeSound(open());
        reach(command.itemCode(), command.on(), command.proof());
    }

    @CommandHandler
    public void passOn(PassProjectOn command) {
        ProjectRegistered own = dossier().registered();
        if (!own.enterprise().equals(command.enterprise())) {
            apply(
                    new ProjectPassedOn(
                            own.project(),
                            own.region(),
                            command.enterprise(),
                            own.enterprise(),
                            command.today()));
        }
    }

    @CommandHandler
    public void note(NoteMilestone command) {
        if (dossier().charge().closed() != null) {
            return;
        }
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
        boolean whole = last == null || !plan.hasThePlacesOf(last);
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
                        whole,
                        PlanDrawn.Standing.of(plan.steps()),
                        whole ? plan.steps() : plan.stepsUnlike(last),
                        whole ? plan.edges() : List.of(),
                        dossier().untold(plan.words()),
                        plan.on()));
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

    private Dossier open() {
        dossier().charge().mustBeOpen();
        return dossier();
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
