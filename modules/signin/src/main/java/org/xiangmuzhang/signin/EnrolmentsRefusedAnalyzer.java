package org.xiangmuzhang.signin;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.xiangmuzhang.parties.EnrolmentsRefusedException;

/** Says what is wrong in the operator's list of people, row by row. */
class EnrolmentsRefusedAnalyzer extends AbstractFailureAnalyzer<EnrolmentsRefusedException> {

    @Override
    protected FailureAnalysis analyze(Throwable root, EnrolmentsRefusedException cause) {
        return new FailureAnalysis(
                "The list of people that xiangmuzhang.people names is not taken:\n"
                        + String.join("\n", cause.faults()),
                null,
                cause);
    }
}
