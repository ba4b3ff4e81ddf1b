package org.xiangmuzhang.signin;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Production without an issuer: the start is refused. */
final class IssuerMissing extends IllegalStateException {

    IssuerMissing() {
        super(
                "The profile production needs an OpenID Connect issuer: set "
                        + InsideIssuer.OUTER
                        + ".");
    }

    /** Says it in one sentence. */
    static final class Analyzer extends AbstractFailureAnalyzer<IssuerMissing> {

        @Override
        protected FailureAnalysis analyze(Throwable root, IssuerMissing cause) {
            return new FailureAnalysis(cause.getMessage(), null, cause);
        }
    }
}
