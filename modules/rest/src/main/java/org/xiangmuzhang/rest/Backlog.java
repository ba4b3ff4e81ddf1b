package org.xiangmuzhang.rest;

/** Tells whether so much waits to be done already that new commands must come later. */
public interface Backlog {

    /** Asked before every command, so answered from memory. */
    boolean isTooLong();
}
