package org.xiangmuzhang.journey;

import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * After every class of tests: what it added to the shared platform's log of events names nobody,
 * nor does any line that it logged.
 */
public final class LogNamesNobody implements AfterAllCallback {

    @Override
    public void afterAll(ExtensionContext context) {
        Platform.sharedSoFar()
                .ifPresent(
                        shared -> {
                            NamesInLog.mustNotHaveCome(shared);
                            NamesInLog.mustNotHaveBeenPrinted(shared);
                        });
    }
}
