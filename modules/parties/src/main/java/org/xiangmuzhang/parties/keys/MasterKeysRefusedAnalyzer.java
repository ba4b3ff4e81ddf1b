package org.xiangmuzhang.parties.keys;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says in one sentence why the platform does not start without its keys. */
class MasterKeysRefusedAnalyzer extends AbstractFailureAnalyzer<MasterKeysRefusedException> {

    @Override
    protected @Nullable FailureAnalysis analyze(Throwable root, MasterKeysRefusedException cause) {
        return new FailureAnalysis(String.valueOf(cause.getMessage()), null, cause);
    }
}
