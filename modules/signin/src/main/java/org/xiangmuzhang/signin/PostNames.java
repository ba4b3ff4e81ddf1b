package org.xiangmuzhang.signin;

import org.jspecify.annotations.Nullable;
import org.xiangmuzhang.kernel.Region;

import java.util.Locale;

/** Puts places and departments into words; without such a bean their codes are shown. */
public interface PostNames {

    /** The place's name, or null when it is unknown. */
    @Nullable String region(Region region, Locale locale);

    /** What the place calls its department of this code, or null when it is unknown. */
    @Nullable String department(Region region, String code, Locale locale);
}
