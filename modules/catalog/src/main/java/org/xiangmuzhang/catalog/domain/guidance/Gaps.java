package org.xiangmuzhang.catalog.domain.guidance;

import org.xiangmuzhang.catalog.domain.guidance.Given.What;
import org.xiangmuzhang.catalog.domain.guidance.Question.Kind;
import org.xiangmuzhang.catalog.domain.guidance.Question.Way;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Finds every gap of a guide, by what can be reached from where. Answers of different questions are
 * taken as free of each other: where one rules another out (by the same fact, say), a contradiction
 * may be found on a path that nobody can take, but none is missed.
 */
public final class Gaps {

    private static final int MOST = 200;

    private final Guide guide;
    private final Set<String> items;
    private final Map<String, Set<String>> types;
    private final Roads roads;
    private final List<Gap> found = new ArrayList<>();

    private Gaps(Guide guide, Set<String> items, Map<String, Set<String>> types) {
        this.guide = guide;
        this.items = items;
        this.types = types;
        this.roads = new Roads(guide);
    }

    /**
     * The first two hundred gaps; none at all when the guide may be published.
     *
     * @param items codes of the items that the place has
     * @param types its project types by code, with the codes of their items
     */
    public static List<Gap> of(Guide guide, Set<String> items, Map<String, Set<String>> types) {
        Gaps gaps = new Gaps(guide, items, types);
        gaps.look();
        return gaps.found.stream().limit(MOST).toList();
    }

    private void look() {
        guide.projectTypes().stream()
                .filter(type -> !types.containsKey(type))
                .forEach(type -> gap(Gap.Kind.TYPE_UNKNOWN, type, List::of));
        guide.always().stream()
                .filter(item -> !items.contains(item))
                .forEach(item -> gap(Gap.Kind.ITEM_UNKNOWN, item, List::of));
        if (guide.questions().isEmpty()) {
            gap(Gap.Kind.NO_QUESTION, "", List::of);
            return;
        }
        for (Question question : guide.questions()) {
            if (roads.isReached(question)) {
                answers(question);
                ways(question);
            } else {
                gap(Gap.Kind.QUESTION_NEVER_REACHED, question.code(), List::of);
            }
        }
        roads.circle()
                .ifPresent(path -> gap(Gap.Kind.CIRCLE, path.getFirst().question(), () -> path));
        contradictions();
        boolean ends = roads.toEnd(way -> true).isPresent();
        unreachedItems(ends);
        if (ends && guide.always().isEmpty()) {
            roads.toEnd(way -> way.gives().isEmpty())
                    .ifPresent(path -> gap(Gap.Kind.ENDS_WITH_NOTHING, "", () -> path));
        }
    }

    private void gap(Gap.Kind kind, String subject, Supplier<List<Step>> path) {
        if (found.size() < MOST) {
            found.add(new Gap(kind, subject, path.get()));
        }
    }

    private void answers(Question question) {
        boolean whole =
                question.kind() == Kind.YES_NO
                        ? question.answers().size() == 2
                        : !question.answers().isEmpty();
        if (!whole) {
            gap(Gap.Kind.QUESTION_WITHOUT_ANSWERS, question.code(), () -> roads.to(question));
        }
        Quantity quantity = question.quantity();
        if (whole && quantity != null) {
            ranges(question, quantity);
        }
    }

    /** Whether each number from the least to the most has exactly one answer. */
    private void ranges(Question question, Quantity quantity) {
        List<Answer> sorted =
                question.answers().stream()
                        .sorted(Comparator.comparing(answer -> least(answer, quantity)))
                        .toList();
        BigDecimal upTo = quantity.least();
        boolean closed = false;
        for (Answer answer : sorted) {
            BigDecimal from = least(answer, quantity);
            BigDecimal below = answer.below();
            if (below != null && below.compareTo(from) <= 0) {
                numbers(Gap.Kind.NUMBERS_NOT_COVERED, question, from, below);
                continue;
            }
            int order = from.compareTo(upTo);
            if (closed || order < 0) {
                numbers(Gap.Kind.NUMBERS_COVERED_TWICE, question, from, upTo);
            } else if (order > 0) {
                numbers(Gap.Kind.NUMBERS_NOT_COVERED, question, upTo, from);
            }
            closed |= below == null || below.compareTo(quantity.most()) > 0;
            upTo = below == null ? quantity.most() : upTo.max(below);
        }
        if (!closed) {
            numbers(Gap.Kind.NUMBERS_NOT_COVERED, question, upTo, quantity.most());
        }
    }

    private static BigDecimal least(Answer answer, Quantity quantity) {
        BigDecimal from = answer.from();
        return from == null ? quantity.least() : from.max(quantity.least());
    }

    private void numbers(Gap.Kind kind, Question question, BigDecimal from, BigDecimal to) {
        gap(kind, Quantity.plain(from) + " – " + Quantity.plain(to), () -> at(question));
    }

    /** The path to the question, itself at its end. */
    private List<Step> at(Question question) {
        List<Step> path = new ArrayList<>(roads.to(question));
        path.add(new Step(question.code(), null));
        return path;
    }

    private List<Step> through(Way way) {
        List<Step> path = new ArrayList<>(roads.to(way.from()));
        path.add(way.step());
        return path;
    }

    private void ways(Question question) {
        for (Way way : roads.ways(question)) {
            boolean saidBefore = question.kind() == Kind.SEVERAL && way.answer() != null;
            if (!saidBefore && !roads.leadsSomewhere(way)) {
                gap(Gap.Kind.ANSWER_LEADS_NOWHERE, question.code(), () -> through(way));
            }
            for (Given given : way.gives()) {
                String code = given.code();
                if (code == null) {
                    continue;
                }
                if (!items.contains(code)) {
                    gap(Gap.Kind.ITEM_UNKNOWN, code, () -> through(way));
                } else if (given.what() == What.NO_ITEM && !guide.always().contains(code)) {
                    gap(Gap.Kind.TAKES_AWAY_WHAT_IS_NOT_GIVEN, code, () -> through(way));
                }
            }
        }
    }

    /** An item that one answer gives and another one on the same path takes away. */
    private void contradictions() {
        Set<String> taken = new LinkedHashSet<>();
        for (Question question : guide.questions()) {
            roads.ways(question).stream()
                    .flatMap(way -> way.gives().stream())
                    .filter(given -> given.what() == What.NO_ITEM)
                    .map(given -> String.valueOf(given.code()))
                    .filter(guide.always()::contains)
                    .forEach(taken::add);
        }
        for (String item : taken) {
            if (!meet(item, What.ITEM, What.NO_ITEM)) {
                meet(item, What.NO_ITEM, What.ITEM);
            }
        }
    }

    /** Looks for the one before the other; says so once for an item. */
    private boolean meet(String item, What first, What then) {
        BitSet later = new BitSet();
        for (Question question : guide.questions()) {
            if (roads.ways(question).stream().anyMatch(way -> gives(way, then, item))) {
                later.set(roads.number(question.code()));
            }
        }
        for (Question question : guide.questions()) {
            if (!roads.isReached(question)) {
                continue;
            }
            for (Way way : roads.ways(question)) {
                if (gives(way, first, item) && meets(item, way, then, later)) {
                    return true;
                }
            }
        }
        return false;
    }

    private boolean meets(String item, Way way, What then, BitSet later) {
        Question here = way.from();
        for (Way beside : roads.ways(here)) {
            boolean together = here.kind() == Kind.SEVERAL || beside.step().equals(way.step());
            if (together && gives(beside, then, item)) {
                gap(Gap.Kind.ANSWERS_CONTRADICT, item, () -> joined(way, List.of(), beside));
                return true;
            }
        }
        BitSet meeting = (BitSet) roads.after(way).clone();
        meeting.and(later);
        if (meeting.isEmpty()) {
            return false;
        }
        Question there = roads.question(meeting.nextSetBit(0));
        Way other =
                roads.ways(there).stream()
                        .filter(it -> gives(it, then, item))
                        .findFirst()
                        .orElse(way);
        gap(
                Gap.Kind.ANSWERS_CONTRADICT,
                item,
                () -> joined(way, roads.between(String.valueOf(way.to()), there.code()), other));
        return true;
    }

    private List<Step> joined(Way first, List<Step> between, Way then) {
        List<Step> path = through(first);
        path.addAll(between);
        if (!then.step().equals(first.step())) {
            path.add(then.step());
        }
        return path;
    }

    private static boolean gives(Way way, What what, String item) {
        return way.gives().stream().anyMatch(given -> given.is(what, item));
    }

    /** Items of the guide's types, and those always needed, that no whole path comes to. */
    private void unreachedItems(boolean ends) {
        Set<String> given = new HashSet<>();
        for (Question question : guide.questions()) {
            if (roads.isReached(question)) {
                roads.ways(question).stream()
                        .flatMap(way -> way.gives().stream())
                        .filter(one -> one.what() == What.ITEM)
                        .forEach(one -> given.add(String.valueOf(one.code())));
            }
        }
        Set<String> covered = new LinkedHashSet<>(guide.always());
        guide.projectTypes().forEach(type -> covered.addAll(types.getOrDefault(type, Set.of())));
        for (String item : covered) {
            boolean stays =
                    guide.always().contains(item)
                            && (!ends
                                    || roads.toEnd(way -> !gives(way, What.NO_ITEM, item))
                                            .isPresent());
            if (!stays && !given.contains(item)) {
                gap(Gap.Kind.ITEM_NEVER_REACHED, item, List::of);
            }
        }
    }
}
