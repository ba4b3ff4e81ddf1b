package org.xiangmuzhang.steward.domain.project;

import org.jspecify.annotations.Nullable;
import org.xiangmuzhang.catalog.api.Stage;
import org.xiangmuzhang.kernel.LoggedEvent;
import org.xiangmuzhang.steward.domain.plan.Courses;
import org.xiangmuzhang.steward.domain.plan.Plan;
import org.xiangmuzhang.steward.domain.plan.Progress;
import org.xiangmuzhang.steward.events.BaselineSet;
import org.xiangmuzhang.steward.events.CoursesChosen;
import org.xiangmuzhang.steward.events.DecidedElsewhere;
import org.xiangmuzhang.steward.events.DecidedElsewhereCorrected;
import org.xiangmuzhang.steward.events.MandateNarrowed;
import org.xiangmuzhang.steward.events.MandateRevoked;
import org.xiangmuzhang.steward.events.MandateSigned;
import org.xiangmuzhang.steward.events.MilestoneReached;
import org.xiangmuzhang.steward.events.PlanDrawn;
import org.xiangmuzhang.steward.events.PlanDrawn.Words;
import org.xiangmuzhang.steward.events.ProjectPassedOn;
import org.xiangmuzhang.steward.events.ProjectRegistered;
import org.xiangmuzhang.steward.events.StewardAppointed;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * What a project has become by its events so far, and nothing else: folding the events up to any
 * moment gives what was known then. Plans are taken as they were drawn.
 */
public final class Dossier {

    private ProjectRegistered registered;
    private final Map<UUID, Mandate> mandates = new LinkedHashMap<>();
    private final Map<String, DecidedElsewhere> elsewhere = new LinkedHashMap<>();
    private final Map<String, MilestoneReached> milestones = new LinkedHashMap<>();
    private @Nullable StewardAppointed appointment;
    private @Nullable CoursesChosen courses;
    private @Nullable BaselineSet baseline;
    private @Nullable PlanDrawn plan;
    private final Map<String, Words> words = new HashMap<>();
    private final Map<String, Words> lastWords = new HashMap<>();
    private final Charge charge = new Charge();
    private long version;

    Dossier(ProjectRegistered registered) {
        this.registered = registered;
    }

    /** Folds a project's events, the oldest first; empty before it was registered. */
    public static Optional<Dossier> of(Iterable<? extends LoggedEvent> events) {
        Dossier dossier = null;
        for (LoggedEvent event : events) {
            if (event instanceof ProjectRegistered first) {
                dossier = new Dossier(first);
            } else if (dossier != null) {
                dossier.take(event);
            }
        }
        return Optional.ofNullable(dossier);
    }

    void take(LoggedEvent event) {
        switch (event) {
            case ProjectPassedOn passed -> registered = of(passed.enterprise());
            case StewardAppointed appointed -> {
                appointment = appointed;
                mandates.replaceAll((id, was) -> was.ended(appointed.on()));
            }
            case MandateSigned signed -> mandates.put(signed.mandate(), new Mandate(signed, null));
            case MandateRevoked revoked ->
                    mandates.computeIfPresent(
                            revoked.mandate(),
                            (id, was) -> new Mandate(was.signed(), revoked.on()));
            case MandateNarrowed to ->
                    mandates.computeIfPresent(to.mandate(), (id, was) -> was.narrowed(to));
            case CoursesChosen chosen -> courses = chosen;
            case BaselineSet set -> baseline = set;
            case DecidedElsewhere decided -> elsewhere.put(decided.itemCode(), decided);
            case DecidedElsewhereCorrected right ->
                    elsewhere.put(
                            right.itemCode(),
                            new DecidedElsewhere(
                                    right.project(),
                                    right.region(),
                                    right.itemCode(),
                                    right.documentNumber(),
                                    right.decidedOn(),
                                    right.file(),
                                    right.verifiedOn()));
            case MilestoneReached reached -> milestones.put(reached.itemCode(), reached);
            case PlanDrawn drawn -> {
                plan = plan == null ? drawn : drawn.after(plan);
                drawn.words()
                        .forEach(
                                said -> {
                                    words.put(key(said), said);
                                    lastWords.put(said.itemCode(), said);
                                });
            }
            default -> charge.take(event);
        }
        if (!(event instanceof PlanDrawn)) {
            version++;
        }
    }

    /**
     * Counts what was decided about the project. A plan drawn anew changes no decision and is not
     * counted, so that nobody's decision is stale because a clock ran on.
     */
    public long version() {
        return version;
    }

    /** As it was registered, with the enterprise that the project has now. */
    public ProjectRegistered registered() {
        return registered;
    }

    private ProjectRegistered of(UUID enterprise) {
        return new ProjectRegistered(
                registered.project(),
                registered.region(),
                registered.code(),
                registered.projectType(),
                registered.catalogVersion(),
                enterprise,
                registered.industry(),
                registered.investment(),
                registered.on());
    }

    /** Who follows it beside the steward, and how. */
    public Charge charge() {
        return charge;
    }

    public @Nullable UUID steward() {
        return appointment == null ? null : appointment.steward();
    }

    public List<Mandate> mandates() {
        return new ArrayList<>(mandates.values());
    }

    @Nullable Mandate mandate(UUID id) {
        return mandates.get(id);
    }

    public Map<String, DecidedElsewhere> elsewhere() {
        return Map.copyOf(elsewhere);
    }

    public Map<String, MilestoneReached> milestones() {
        return Map.copyOf(milestones);
    }

    public @Nullable PlanDrawn plan() {
        return plan;
    }

    /** What plans are measured by, or null. */
    public @Nullable BaselineSet baseline() {
        return baseline;
    }

    /** The courses chosen last, or null before a plan was drawn. */
    public @Nullable Courses courses() {
        CoursesChosen chosen = courses;
        return chosen == null
                ? null
                : new Courses(
                        chosen.start(),
                        chosen.target(),
                        chosen.stageTargets().stream()
                                .collect(
                                        Collectors.toMap(
                                                it -> Stage.valueOf(it.stage()), it -> it.day())),
                        Set.copyOf(chosen.conditional()),
                        Set.copyOf(chosen.simulated()),
                        Set.copyOf(chosen.merged()),
                        Set.copyOf(chosen.owed()),
                        chosen.parallel());
    }

    /** The plan as it was drawn last. */
    public @Nullable Plan lastPlan() {
        PlanDrawn drawn = plan;
        return drawn == null
                ? null
                : new Plan(
                        drawn.on(),
                        drawn.from(),
                        drawn.finish(),
                        drawn.target(),
                        drawn.provisional(),
                        drawn.typeVersion(),
                        drawn.calendar(),
                        drawn.steps(),
                        drawn.edges(),
                        drawn.words());
    }

    /** What the catalog said of an item when a plan had it in this version; null if none did. */
    public @Nullable Words words(String itemCode, String itemVersion) {
        return words.get(itemCode + "@" + itemVersion);
    }

    /** What the catalog said of an item when a plan last had it; null if none did. */
    public @Nullable Words words(String itemCode) {
        return lastWords.get(itemCode);
    }

    /** Those of the words that no plan has told of. */
    List<Words> untold(List<Words> said) {
        return said.stream().filter(one -> !one.equals(words.get(key(one)))).toList();
    }

    private static String key(Words said) {
        return said.itemCode() + "@" + said.itemVersion();
    }

    /** What the project itself knows to be done: milestones, and what was decided elsewhere. */
    public Map<String, Progress> done() {
        Map<String, Progress> done = new HashMap<>();
        milestones.forEach((code, reached) -> done.put(code, Progress.done(reached.on())));
        elsewhere.forEach((code, it) -> done.put(code, Progress.elsewhere(it.decidedOn())));
        return done;
    }
}
