package org.xiangmuzhang.rest.edge;

import java.io.IOException;

/** The body of a request comes too slowly to wait for it. */
public final class BodyTooSlowException extends IOException {

    BodyTooSlowException() {
        super("The body comes too slowly");
    }
}
