package org.xiangmuzhang.steward.domain.advice;

import java.util.Comparator;

/**
 * A lawful way to shorten a plan that may be taken or left.
 *
 * @param item the item that it is taken for; the empty text when it is taken for the whole plan
 */
public record Course(Kind kind, String item) implements Comparable<Course> {

    /** 并联审批. */
    public static final Course PARALLEL = new Course(Kind.PARALLEL, "");

    private static final Comparator<Course> ORDER =
            Comparator.comparing(Course::kind).thenComparing(Course::item);

    /** The ways, those that leave nothing behind first. */
    public enum Kind {
        /** Habits of order fall away (并联审批). */
        PARALLEL(0),
        /** One decision stands for several (多审合一). */
        MERGED(0),
        /** Reviewed before its condition exists (模拟审批). */
        SIMULATED(1),
        /** Accepted with owed materials (容缺受理). */
        OWED(1);

        private final int obligations;

        Kind(int obligations) {
            this.obligations = obligations;
        }
    }

    /** How many obligations it leaves behind. */
    public int obligations() {
        return kind.obligations;
    }

    @Override
    public int compareTo(Course other) {
        return ORDER.compare(this, other);
    }
}
