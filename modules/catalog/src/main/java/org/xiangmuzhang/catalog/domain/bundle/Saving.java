package org.xiangmuzhang.catalog.domain.bundle;

import org.jmolecules.ddd.annotation.ValueObject;
import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

/**
 * What a package saves in one measure against doing its items one after the other.
 *
 * @param oneByOne the numbers whose sum is asked for without the package
 * @param ordered the numbers whose sum is asked for with it
 * @param promised the package's own promise, which stands in for that sum; null when there is none
 * @param assumed sources of the numbers that prove nothing: general knowledge and starting values
 * @param published what its place says of the same
 */
@ValueObject
public record Saving(
        Measure measure,
        List<Term> oneByOne,
        List<Term> ordered,
        @Nullable Integer promised,
        List<String> assumed,
        List<PublishedFigure> published) {

    public Saving {
        oneByOne = List.copyOf(oneByOne);
        ordered = List.copyOf(ordered);
        assumed = List.copyOf(assumed);
        published = List.copyOf(published);
    }

    public int before() {
        return sum(oneByOne);
    }

    /** What the order of the items comes to. */
    public int computed() {
        return sum(ordered);
    }

    public int after() {
        return promised == null ? computed() : promised;
    }

    /** Less than zero when the package asks for more. */
    public int saved() {
        return before() - after();
    }

    /** In percent with one decimal; null when nothing was asked for before. */
    public @Nullable BigDecimal percent() {
        return before() == 0
                ? null
                : new BigDecimal(saved() * 100L)
                        .divide(new BigDecimal(before()), 1, RoundingMode.HALF_UP);
    }

    /** Whether every number that is added up rests on a text or on a decision of the place. */
    public boolean isProven() {
        return assumed.isEmpty();
    }

    private static int sum(List<Term> terms) {
        return terms.stream().mapToInt(Term::value).sum();
    }
}
