package org.xiangmuzhang.catalog.domain.bundle;

import org.jspecify.annotations.Nullable;
import org.xiangmuzhang.catalog.api.Item;
import org.xiangmuzhang.catalog.domain.Row;
import org.xiangmuzhang.kernel.TimeLimit;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;

/** What the items ask for one by one, and what they ask for in a package. */
final class Sums {

    /** Accepting and handing over, without which nothing is done. */
    private static final int BOTH_ENDS = 2;

    /** Accepting, reviewing, deciding, handing over. */
    private static final int USUAL_STEPS = 4;

    /** Once to hand in, once to fetch. */
    private static final int USUAL_VISITS = 2;

    private final Roles roles;
    private final Steps order;
    private final Map<String, Row> steps;
    private final List<PublishedFigure> figures;
    private final Grounds grounds;

    /**
     * @param steps the rows of item_steps by item
     */
    Sums(
            Roles roles,
            Steps order,
            Map<String, Row> steps,
            List<PublishedFigure> figures,
            Grounds grounds) {
        this.roles = roles;
        this.order = order;
        this.steps = steps;
        this.figures = figures;
        this.grounds = grounds;
    }

    /**
     * @param source where the package's own promise is from
     */
    Saving days(@Nullable TimeLimit promised, String source) {
        List<Item> way = order.longest(Sums::promisedDays);
        return saving(
                Measure.DAYS,
                terms(Term.Why.ITEM, roles.alone(), Sums::promisedDays),
                terms(Term.Why.ON_THE_WAY, way, Sums::promisedDays),
                promised == null ? null : promised.days(),
                Stream.concat(Stream.of(source), grounds(way, grounds::promise)));
    }

    /**
     * @param source where the package's own promise is from
     */
    Saving legalDays(@Nullable TimeLimit promised, String source) {
        List<Item> way = order.longest(Sums::legalDays);
        return saving(
                Measure.LEGAL_DAYS,
                terms(Term.Why.ITEM, roles.alone(), Sums::legalDays),
                terms(Term.Why.ON_THE_WAY, way, Sums::legalDays),
                promised == null ? null : promised.days(),
                Stream.concat(Stream.of(source), grounds(way, grounds::law)));
    }

    /** Of what stands alone, and of these. */
    private Stream<String> grounds(List<Item> together, Function<Item, Stream<String>> of) {
        return Stream.concat(roles.alone().stream(), together.stream()).distinct().flatMap(of);
    }

    private Stream<String> groundsOfSteps() {
        return grounds(roles.asked(), item -> Grounds.row(steps.get(item.code())));
    }

    private static int promisedDays(Item item) {
        return item.promised().days();
    }

    /** Where the law sets no limit, what is promised. */
    private static int legalDays(Item item) {
        TimeLimit law = item.statutory();
        return law == null ? promisedDays(item) : law.days();
    }

    Saving steps() {
        List<Term> together = new ArrayList<>();
        together.add(new Term(Term.Why.ACCEPTED_ONCE, null, 1));
        for (List<Item> step : order.byStep()) {
            step.stream()
                    .filter(roles.asked()::contains)
                    .max(Comparator.comparingInt(this::inner))
                    .filter(item -> inner(item) > 0)
                    .ifPresent(
                            item ->
                                    together.add(
                                            new Term(
                                                    Term.Why.AT_ONE_TIME,
                                                    item.code(),
                                                    inner(item))));
        }
        together.add(new Term(Term.Why.HANDED_OVER_ONCE, null, 1));
        return saving(
                Measure.STEPS,
                terms(Term.Why.ITEM, roles.alone(), this::stepsOf),
                together,
                null,
                groundsOfSteps());
    }

    private int inner(Item item) {
        return Math.max(0, stepsOf(item) - BOTH_ENDS);
    }

    private int stepsOf(Item item) {
        Row row = steps.get(item.code());
        return row == null
                ? promisedDays(item) == 0 ? BOTH_ENDS : USUAL_STEPS + item.procedures().size()
                : row.number("steps");
    }

    Saving trips() {
        List<Term> together =
                roles.asked().stream()
                        .max(Comparator.comparingInt(this::visitsOf))
                        .map(item -> List.of(new Term(Term.Why.MOST, item.code(), visitsOf(item))))
                        .orElse(List.of());
        return saving(
                Measure.TRIPS,
                terms(Term.Why.ITEM, roles.alone(), this::visitsOf),
                together,
                null,
                groundsOfSteps());
    }

    private int visitsOf(Item item) {
        Row row = steps.get(item.code());
        return row == null ? USUAL_VISITS : row.number("visits");
    }

    Saving listed(List<SharedMaterial> once) {
        List<Term> together =
                new ArrayList<>(
                        terms(Term.Why.ITEM, roles.asked(), item -> item.materials().size()));
        int all = together.stream().mapToInt(Term::value).sum();
        int inside = 0;
        int left = 0;
        for (SharedMaterial material : once) {
            if (material.fate() == SharedMaterial.Fate.MADE_INSIDE) {
                inside += asked(material, false);
            } else {
                left++;
            }
        }
        add(together, Term.Why.MADE_INSIDE, -inside);
        add(together, Term.Why.ASKED_AGAIN, left - (all - inside));
        return saving(
                Measure.LISTED,
                terms(Term.Why.ITEM, roles.alone(), item -> item.materials().size()),
                together,
                null,
                grounds(roles.asked(), grounds::materials));
    }

    Saving materials(List<SharedMaterial> once) {
        List<Term> together = new ArrayList<>(terms(Term.Why.ITEM, roles.asked(), Sums::handedIn));
        int all = together.stream().mapToInt(Term::value).sum();
        int inside = 0;
        int left = 0;
        for (SharedMaterial material : once) {
            switch (material.fate()) {
                case HANDED_IN -> left++;
                case MADE_INSIDE -> inside += asked(material, true);
                case FETCHED -> {}
            }
        }
        add(together, Term.Why.MADE_INSIDE, -inside);
        add(together, Term.Why.ASKED_AGAIN, left - (all - inside));
        return saving(
                Measure.MATERIALS,
                terms(Term.Why.ITEM, roles.alone(), Sums::handedIn),
                together,
                null,
                grounds(roles.asked(), grounds::materials));
    }

    /**
     * How often a shared material stands in the lists of the items.
     *
     * @param handedIn whether only those count that the applicant hands in
     */
    private int asked(SharedMaterial shared, boolean handedIn) {
        return (int)
                roles.asked().stream()
                        .flatMap(item -> item.materials().stream())
                        .filter(
                                material ->
                                        !(handedIn && material.reusable())
                                                && MaterialsOnce.name(material)
                                                        .equals(
                                                                MaterialsOnce.name(
                                                                        shared.nameZh())))
                        .count();
    }

    private static int handedIn(Item item) {
        return (int) item.materials().stream().filter(material -> !material.reusable()).count();
    }

    Saving fields(Map<String, List<Row>> fields, List<SharedField> form) {
        List<Term> together =
                new ArrayList<>(terms(Term.Why.ITEM, roles.asked(), item -> filled(item, fields)));
        int all = together.stream().mapToInt(Term::value).sum();
        add(together, Term.Why.ASKED_AGAIN, form.size() - all);
        return saving(
                Measure.FIELDS,
                terms(Term.Why.ITEM, roles.alone(), item -> filled(item, fields)),
                together,
                null,
                grounds(
                        roles.asked(),
                        item ->
                                fields.getOrDefault(item.code(), List.of()).stream()
                                        .flatMap(Grounds::row)));
    }

    private static int filled(Item item, Map<String, List<Row>> fields) {
        return fields.getOrDefault(item.code(), List.of()).size();
    }

    private static void add(List<Term> terms, Term.Why why, int value) {
        if (value != 0) {
            terms.add(new Term(why, null, value));
        }
    }

    private static List<Term> terms(Term.Why why, List<Item> items, ToIntFunction<Item> value) {
        return items.stream()
                .map(item -> new Term(why, item.code(), value.applyAsInt(item)))
                .toList();
    }

    private Saving saving(
            Measure measure,
            List<Term> oneByOne,
            List<Term> ordered,
            @Nullable Integer promised,
            Stream<String> sources) {
        return new Saving(
                measure,
                oneByOne,
                ordered,
                promised,
                grounds.assumed(sources),
                figures.stream().filter(figure -> isOf(figure.measure(), measure)).toList());
    }

    /** The sources say neither which days they counted from nor which lists of materials. */
    private static boolean isOf(Measure published, Measure measure) {
        return published == measure
                || published == Measure.DAYS && measure == Measure.LEGAL_DAYS
                || published == Measure.MATERIALS && measure == Measure.LISTED;
    }
}
