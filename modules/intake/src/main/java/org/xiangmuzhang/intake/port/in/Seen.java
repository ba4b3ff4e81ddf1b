package org.xiangmuzhang.intake.port.in;

/** On which version the caller decided. */
@FunctionalInterface
public interface Seen {

    /** Refuses when the version is another one by now. */
    void check(long version);
}
