package org.xiangmuzhang.parties.mergers;

import org.xiangmuzhang.parties.Enterprise;

/** Two enterprises that may be one; the one that came first is named first. */
record LookAlike(Enterprise one, Enterprise other, Why why) {

    enum Why {
        /** Characters 9 to 17 of both credit codes name the same body. */
        BODY,
        /** The names differ in marks and width only. */
        NAME,
        /** One is called what the other one was called. */
        FORMER_NAME
    }
}
