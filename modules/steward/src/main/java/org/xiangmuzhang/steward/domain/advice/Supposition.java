package org.xiangmuzhang.steward.domain.advice;

import java.time.LocalDate;

/** Something that might be otherwise than the plan has it. */
public sealed interface Supposition {

    /** An item takes, or what is left of it takes, some working days more. */
    record Slips(String item, int days) implements Supposition {}

    /** An item ends on a day, whatever comes before it. */
    record Ends(String item, LocalDate on) implements Supposition {}

    /** Nothing that has not begun begins before a day. */
    record Starts(LocalDate on) implements Supposition {}

    /** A course is taken that is not. */
    record Takes(Course course) implements Supposition {}

    /** A course is left that is taken. */
    record Leaves(Course course) implements Supposition {}
}
