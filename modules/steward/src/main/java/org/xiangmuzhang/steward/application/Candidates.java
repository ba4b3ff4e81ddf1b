package org.xiangmuzhang.steward.application;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.xiangmuzhang.catalog.api.Regions;
import org.xiangmuzhang.database.Sight;
import org.xiangmuzhang.kernel.Actor;
import org.xiangmuzhang.kernel.Refusal;
import org.xiangmuzhang.kernel.Role;
import org.xiangmuzhang.kernel.WorkingDays;
import org.xiangmuzhang.parties.Occasion;
import org.xiangmuzhang.parties.People;
import org.xiangmuzhang.parties.Post;
import org.xiangmuzhang.settings.Settings;
import org.xiangmuzhang.settings.Values;
import org.xiangmuzhang.steward.api.ProjectView;
import org.xiangmuzhang.steward.domain.people.Workload;
import org.xiangmuzhang.steward.port.in.Choosing;
import org.xiangmuzhang.steward.port.out.ProjectLog;
import org.xiangmuzhang.steward.port.out.Workloads;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Weighs the stewards of a place by what they carry and what they know. */
@Component("steward.candidates")
class Candidates implements Choosing {

    private final Access access;
    private final ProjectLog log;
    private final People people;
    private final Workloads workloads;
    private final Settings settings;
    private final Regions regions;
    private final Clock clock;

    Candidates(
            Access access,
            ProjectLog log,
            People people,
            Workloads workloads,
            Settings settings,
            Regions regions,
            Clock clock) {
        this.access = access;
        this.log = log;
        this.people = people;
        this.workloads = workloads;
        this.settings = settings;
        this.regions = regions;
        this.clock = clock;
    }

    @Override
    @Transactional(readOnly = true)
    public List<Candidate> candidates(Actor actor, UUID project) {
        ProjectView found = access.visible(actor, project);
        actor.mustBe(Role.LEADER, Role.ADMINISTRATOR, Role.STEWARD);
        List<UUID> stewards = stewards(found);
        Map<UUID, String> names = people.names(stewards, actor, Occasion.LIST);
        Values rules = rules(found);
        return loads(found, stewards).entrySet().stream()
                .map(it -> candidate(it.getKey(), names, it.getValue(), rules))
                .sorted(Comparator.comparingInt(Candidate::score).thenComparing(Candidate::name))
                .toList();
    }

    private static Candidate candidate(
            UUID person, Map<UUID, String> names, Workload load, Values rules) {
        Workload.Weights weights = AppointmentRules.weights(rules);
        return new Candidate(
                person,
                names.getOrDefault(person, "–"),
                load.projects(),
                load.items(),
                load.late(),
                load.sameType(),
                load.sameTrade(),
                load.score(weights),
                load.parts(weights),
                load.projects() >= rules.whole("limit"));
    }

    /**
     * Whoever is far from the best, or carries as much as one may, is appointed for a reason only.
     * Refuses with {@code appointment-reason}.
     */
    void mustBeReasoned(ProjectView project, UUID chosen, @Nullable String reason) {
        if (reason != null) {
            return;
        }
        Values rules = rules(project);
        Workload.Weights weights = AppointmentRules.weights(rules);
        Map<UUID, Workload> loads =
                loads(
                        project,
                        Stream.concat(stewards(project).stream(), Stream.of(chosen))
                                .distinct()
                                .toList());
        Workload load = loads.getOrDefault(chosen, Workload.NONE);
        int best =
                loads.values().stream()
                        .mapToInt(it -> it.score(weights))
                        .min()
                        .orElse(load.score(weights));
        if (load.projects() >= rules.whole("limit")
                || load.score(weights) - best > rules.whole("tolerance")) {
            throw Refusal.invalid("appointment-reason", "/reason", load.score(weights), best);
        }
    }

    private Values rules(ProjectView project) {
        return settings.at(AppointmentRules.WEIGHTS, project.region(), today());
    }

    private LocalDate today() {
        return WorkingDays.today(clock);
    }

    /** Of the place and those above it: whose post covers the project. */
    private List<UUID> stewards(ProjectView project) {
        return Stream.concat(Stream.of(project.region()), regions.above(project.region()).stream())
                .flatMap(place -> people.holders(Role.STEWARD, place, null, today()).stream())
                .filter(post -> post.inPlaceOf() == null)
                .map(Post::person)
                .filter(person -> !person.equals(project.steward()))
                .distinct()
                .toList();
    }

    /** Also what lies where the caller's post does not reach. */
    private Map<UUID, Workload> loads(ProjectView project, List<UUID> stewards) {
        String trade =
                log.now(project.id()).map(dossier -> dossier.registered().industry()).orElse(null);
        Map<UUID, Workload> carried =
                Sight.ALL.during(() -> workloads.of(stewards, project.projectType(), trade));
        List<Values> listed =
                settings.at(AppointmentRules.SKILLS, project.region(), today()).rows("people");
        Set<String> asked =
                trade == null
                        ? Set.of(project.projectType())
                        : Set.of(project.projectType(), trade);
        return stewards.stream()
                .collect(
                        Collectors.toMap(
                                person -> person,
                                person ->
                                        skilled(
                                                carried.getOrDefault(person, Workload.NONE),
                                                person,
                                                asked,
                                                listed)));
    }

    private static Workload skilled(
            Workload load, UUID person, Set<String> asked, List<Values> listed) {
        long skills =
                listed.stream()
                        .filter(row -> row.text("person").equals(person.toString()))
                        .map(row -> row.text("skill"))
                        .filter(asked::contains)
                        .distinct()
                        .count();
        return new Workload(
                load.projects(),
                load.items(),
                load.late(),
                load.sameType(),
                load.sameTrade(),
                (int) skills);
    }
}
