package org.xiangmuzhang.intake.adapter.in.console;

import org.jspecify.annotations.Nullable;

import java.io.Serializable;

/**
 * What became of one of several, for the page that says so.
 *
 * @param number of the application
 * @param path of its page
 * @param sentence why nothing happened to it, or null when it was done
 */
record SettledLine(String name, String number, String path, @Nullable String sentence)
        implements Serializable {}
