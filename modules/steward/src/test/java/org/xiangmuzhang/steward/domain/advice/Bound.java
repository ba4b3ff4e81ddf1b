package org.xiangmuzhang.steward.domain.advice;

import org.xiangmuzhang.catalog.api.Dependency;
import org.xiangmuzhang.catalog.api.Dependency.Kind;
import org.xiangmuzhang.catalog.api.Dependency.Relaxation;
import org.xiangmuzhang.catalog.api.ProjectType;
import org.xiangmuzhang.kernel.Refusal;
import org.xiangmuzhang.steward.domain.plan.Plan;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * What law and material leave at the least: every habit has fallen, and every order that anything
 * may relax has fallen or binds the result only. The promised days of the items stay as they are.
 */
public final class Bound {

    /** So many mergers are combined; a place that lists more for one type has its first. */
    private static final int COMBINED = 8;

    private Bound() {}

    /** The earliest plan that law and material allow. */
    public static Plan of(Situation situation) {
        ProjectType type = situation.type();
        var bare =
                new Situation(
                        new ProjectType(
                                type.code(),
                                type.version(),
                                type.nameZh(),
                                type.nameEn(),
                                type.investorKind(),
                                type.initiationKind(),
                                type.landSupply(),
                                type.targetDays(),
                                type.targetScope(),
                                type.items(),
                                type.dependencies().stream().filter(Bound::binds).toList()),
                        situation.merged(),
                        situation.items(),
                        situation.progress(),
                        situation.chosen(),
                        situation.today(),
                        situation.calendar());
        Set<Course> all = new TreeSet<>(Available.settled(situation));
        for (Dependency edge : bare.type().dependencies()) {
            if (situation.hasBegun(edge.to())) {
                continue; // begun without its course, no order holds it back any more
            }
            if (edge.relaxableBy() == Relaxation.MOCK) {
                all.add(new Course(Course.Kind.SIMULATED, edge.to()));
            } else if (edge.relaxableBy() == Relaxation.DEFER) {
                all.add(new Course(Course.Kind.OWED, edge.to()));
            }
        }
        List<Course> mergers =
                Available.to(situation).stream()
                        .filter(course -> course.kind() == Course.Kind.MERGED)
                        .limit(COMBINED)
                        .toList();
        return IntStream.range(0, 1 << mergers.size())
                .mapToObj(
                        set -> {
                            Set<Course> with = new TreeSet<>(all);
                            IntStream.range(0, mergers.size())
                                    .filter(i -> (set >> i & 1) == 1)
                                    .forEach(i -> with.add(mergers.get(i)));
                            return with;
                        })
                .<Plan>mapMulti(
                        (with, found) -> {
                            try {
                                found.accept(bare.plan(with));
                            } catch (Refusal round) {
                                // these mergers do not go together
                            }
                        })
                .min(Comparator.comparing(Plan::finish))
                .orElseThrow(() -> Refusal.conflict("plan-goes-round"));
    }

    private static boolean binds(Dependency edge) {
        return edge.kind() != Kind.PRACTICAL
                && switch (edge.relaxableBy()) {
                    case NONE, MOCK -> true;
                    case DEFER -> edge.kind() == Kind.MATERIAL;
                    case COMMIT, REGIONAL, MERGE, STAGED, SKIP -> false;
                };
    }
}
