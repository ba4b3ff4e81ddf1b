package org.xiangmuzhang.files;

import java.util.function.Predicate;
import java.util.regex.Pattern;

/** Cells that a spreadsheet program must not take for formulas. */
public final class SafeCells {

    /** What a formula begins with (OWASP, CSV injection), in either width. */
    private static final String FORMULA = "=+-@\t\r\n＝＋－＠";

    /** A number below zero, which is no formula. */
    private static final Predicate<String> NUMBER =
            Pattern.compile("-\\d{1,30}(\\.\\d{1,30})?").asMatchPredicate();

    private SafeCells() {}

    /** With an apostrophe before what would be one; numbers stay as they are. */
    public static String safe(String text) {
        return isTakenForOne(text) && !NUMBER.test(text) ? "'" + text : text;
    }

    /** What {@link #safe} was made of. */
    public static String plain(String cell) {
        return cell.startsWith("'") && isTakenForOne(cell.substring(1)) ? cell.substring(1) : cell;
    }

    /** Also behind apostrophes, as one is taken away again. */
    private static boolean isTakenForOne(String text) {
        int first = 0;
        while (first < text.length() && text.charAt(first) == '\'') {
            first++;
        }
        return first < text.length() && FORMULA.indexOf(text.charAt(first)) >= 0;
    }
}
