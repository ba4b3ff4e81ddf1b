package org.xiangmuzhang.database;

/**
 * The database cannot be used; the message is one sentence for the operator: what, why, what to do.
 */
public final class DatabaseUnavailable extends RuntimeException {

    DatabaseUnavailable(String sentence) {
        super(sentence);
    }

    DatabaseUnavailable(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
