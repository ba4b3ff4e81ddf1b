package org.xiangmuzhang.webhooks.sending;

/** How one try to send ended. */
public enum Outcome {
    /** The receiver answered; its status says whether it took it. */
    ANSWERED,
    /** The host's name leads nowhere. */
    HOST_NOT_FOUND,
    /** The host's name leads into a network that is not sent to. */
    ADDRESS_REFUSED,
    /** No connection, or it broke. */
    NOT_CONNECTED,
    /** The receiver's certificate is not good for its name. */
    NOT_TRUSTED,
    /** No answer in time. */
    TOO_SLOW,
    /** What came back is not HTTP. */
    NOT_HTTP
}
