package org.xiangmuzhang.console;

import org.jspecify.annotations.Nullable;

/** Knows who sent the current request; without such a bean nobody is signed in. */
@FunctionalInterface
public interface CurrentVisitor {

    /** The visitor, or null when nobody is signed in. */
    @Nullable Visitor get();
}
