package org.xiangmuzhang.intake.api;

/** 逾期视为受理: what the window left in silence counts as accepted (行政许可法 art. 32). */
public interface DeemAccepted {

    /** Accepts, back to the day of receipt, whatever is overdue today; how many that were. */
    int run();
}
