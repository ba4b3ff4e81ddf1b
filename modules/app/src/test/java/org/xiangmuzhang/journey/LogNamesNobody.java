package org.xiangmuzhang.journey;

import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.parallel.ExecutionMode;

/**
 * After every class of tests that plays on the shared platform: what it added to the log of events
 * names nobody, nor does any line that was logged meanwhile.
 */
public final class LogNamesNobody implements AfterAllCallback {

    @Override
    public void afterAll(ExtensionContext context) {
        if (context.getExecutionMode() == ExecutionMode.CONCURRENT) {
            return; // beside the journeys, not on their platform
        }
        Platform.sharedSoFar()
                .ifPresent(
                        shared -> {
                            NamesInLog.mustNotHaveCome(shared);
                            NamesInLog.mustNotHaveBeenPrinted(shared);
                        });
    }
}
