package org.xiangmuzhang.console;

import org.jspecify.annotations.Nullable;

import java.util.Locale;

/**
 * Puts the codes that a rule's sentence carries into words, on pages only: a program gets the codes
 * as they are. Every bean of a context is asked until one knows the code.
 */
@FunctionalInterface
public interface Wording {

    /** The words for a code such as an item's, or null when it is not known here. */
    @Nullable String words(String code, Locale language);
}
