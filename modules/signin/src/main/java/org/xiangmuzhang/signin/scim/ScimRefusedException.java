package org.xiangmuzhang.signin.scim;

import org.jspecify.annotations.Nullable;

/** A request that the receiver does not take, as RFC 7644 §3.12 says it. */
final class ScimRefusedException extends RuntimeException {

    private final int status;
    private final @Nullable String type;

    ScimRefusedException(int status, @Nullable String type, String detail) {
        super(detail);
        this.status = status;
        this.type = type;
    }

    int status() {
        return status;
    }

    /** One of the names of table 9, or null. */
    @Nullable String type() {
        return type;
    }
}
