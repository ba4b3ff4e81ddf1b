package org.xiangmuzhang.rest;

import org.jspecify.annotations.Nullable;
import org.xiangmuzhang.kernel.Refusal;

/** What the fields of a JSON body must be before anything is done with them. */
public final class RequestFields {

    private RequestFields() {}

    /**
     * The value of a field that may not be left out; refuses with {@code field-missing} (422).
     *
     * @param pointer to the field in the body, such as {@code /items/0/code}
     */
    public static <T> T present(@Nullable T value, String pointer) {
        if (value == null) {
            throw Refusal.invalid("field-missing", pointer, pointer);
        }
        return value;
    }
}
