package org.xiangmuzhang.journey;

import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** After every class of tests: what it added to the shared platform's log names nobody. */
public final class LogNamesNobody implements AfterAllCallback {

    @Override
    public void afterAll(ExtensionContext context) {
        Platform.sharedSoFar().ifPresent(NamesInLog::mustNotHaveCome);
    }
}
