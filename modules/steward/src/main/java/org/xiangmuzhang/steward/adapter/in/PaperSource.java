package org.xiangmuzhang.steward.adapter.in;

import org.xiangmuzhang.steward.adapter.in.ServicePaper.Kind;

/** Puts one of the five papers together. */
interface PaperSource {

    Kind kind();

    /** In full, or without its lists. */
    ServicePaper of(Asked asked, boolean full);
}
