package org.xiangmuzhang.console;

import java.util.Map;

/**
 * Something that a higher context puts into a named place on a lower one's page. Contributions to
 * the same place appear in the order of their beans ({@code @Order}).
 */
public interface Slot {

    /**
     * The place, named {@code <context>.<page>.<place>}, such as {@code steward.project.header}.
     */
    String name();

    /** Fragment to show, such as {@code supervision/slots :: lights}; it reads {@code model}. */
    String template();

    /**
     * What the fragment shows; empty to show nothing this time.
     *
     * @param context what the page tells about itself, such as {@code project} with its UUID
     */
    Map<String, Object> model(Map<String, Object> context);
}
