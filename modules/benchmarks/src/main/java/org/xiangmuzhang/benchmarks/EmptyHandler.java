package org.xiangmuzhang.benchmarks;

import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.springframework.stereotype.Component;
import org.xiangmuzhang.kernel.LoggedEvent;

/** A consumer that wants every event and does nothing with it. */
@Component
@ProcessingGroup(EmptyHandler.GROUP)
class EmptyHandler {

    static final String GROUP = "benchmarks.empty";

    @EventHandler
    void on(LoggedEvent event) {}
}
