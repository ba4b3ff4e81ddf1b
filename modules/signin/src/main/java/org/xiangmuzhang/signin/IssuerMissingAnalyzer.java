package org.xiangmuzhang.signin;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says in one sentence why production does not start. */
class IssuerMissingAnalyzer extends AbstractFailureAnalyzer<IssuerMissingException> {

    @Override
    protected @Nullable FailureAnalysis analyze(Throwable root, IssuerMissingException cause) {
        return new FailureAnalysis(String.valueOf(cause.getMessage()), null, cause);
    }
}
