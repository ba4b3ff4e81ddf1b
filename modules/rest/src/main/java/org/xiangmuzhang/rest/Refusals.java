package org.xiangmuzhang.rest;

import io.micrometer.core.instrument.MeterRegistry;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Counts what was turned down, by rule. */
@Component
public class Refusals {

    private final ObjectProvider<MeterRegistry> meters;

    Refusals(ObjectProvider<MeterRegistry> meters) {
        this.meters = meters;
    }

    /** One more, of a rule that has a sentence. */
    public void count(String rule, int status) {
        meters.ifAvailable(
                registry ->
                        registry.counter(
                                        "xiangmuzhang.refusals",
                                        "rule",
                                        rule,
                                        "status",
                                        Integer.toString(status))
                                .increment());
    }
}
