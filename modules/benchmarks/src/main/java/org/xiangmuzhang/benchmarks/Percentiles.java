package org.xiangmuzhang.benchmarks;

import java.util.stream.DoubleStream;

/** The middle of a series, and what one in a hundred exceeds. */
record Percentiles(double median, double p99) {

    static Percentiles of(DoubleStream values) {
        double[] sorted = values.sorted().toArray();
        return new Percentiles(at(sorted, 0.5), at(sorted, 0.99));
    }

    /** By nearest rank; NaN of nothing. */
    private static double at(double[] sorted, double share) {
        return sorted.length == 0
                ? Double.NaN
                : sorted[Math.max(0, (int) Math.ceil(share * sorted.length) - 1)];
    }
}
