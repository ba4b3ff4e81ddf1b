package org.xiangmuzhang.catalog.spi;

import org.xiangmuzhang.kernel.Region;

import java.util.Map;

/**
 * Says what holds at a site, so that a guide need not ask; a bean of a context that knows sites,
 * and none at all is right, too: then people answer themselves.
 */
public interface SiteFacts {

    /**
     * What everybody may know of a site, by code of the fact such as {@code land.standard}. A value
     * is written as a guide's answers are: the code of an answer ({@code YES}, {@code NO}), several
     * with semicolons between them, or a decimal number. A fact that is not known is left out.
     *
     * @param place where the site is looked for, with the places below it
     * @param site what people call it by, such as a parcel's number; not checked
     */
    Map<String, String> of(Region place, String site);
}
