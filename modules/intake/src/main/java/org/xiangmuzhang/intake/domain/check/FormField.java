package org.xiangmuzhang.intake.domain.check;

import org.jmolecules.ddd.annotation.ValueObject;

import java.util.regex.Pattern;

/**
 * A field of the form that an item asks for; fields of one code are one field, whichever items ask.
 *
 * @param from where it is filled from beforehand
 * @param reference item code whose document is meant, when it is filled from one; else a dash
 */
@ValueObject
public record FormField(
        String item,
        String code,
        String nameZh,
        String nameEn,
        Type type,
        Prefill from,
        String reference) {

    /** How it is typed. */
    public enum Type {
        TEXT,
        NUMBER,
        DATE
    }

    /** Where a value comes from before anybody types one. */
    public enum Prefill {
        NONE,
        ENTERPRISE_NAME,
        ENTERPRISE_CODE,
        PROJECT_NAME,
        PROJECT_CODE,
        /** The same field of the enterprise's latest application. */
        EARLIER,
        /** The number of a document that was issued to the enterprise. */
        DOCUMENT
    }

    /** The form of a field's code. */
    public static final Pattern CODE = Pattern.compile("[a-z][a-zA-Z0-9]{0,39}");
}
