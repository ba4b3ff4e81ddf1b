package org.xiangmuzhang.rest;

import java.util.Collection;

/** The answers kept under idempotency keys, for whoever erases somebody. */
public interface KeptAnswers {

    /**
     * Forgets what was answered to a caller, and empties every other answer that shows one of the
     * texts; who repeats the request of such a one is told so.
     *
     * @param caller the name under which the caller came
     * @param texts in UTF-8 as JSON shows them
     */
    void takeOut(String caller, Collection<String> texts);
}
