package org.xiangmuzhang.catalog.port.in;

import org.xiangmuzhang.catalog.domain.guidance.Gap;

import java.util.Locale;

/** Gaps of guides in words. */
public interface SayingGaps {

    /** What is wrong, in this language, with the path to it from the first question on. */
    String sentence(Gap gap, Locale locale);
}
