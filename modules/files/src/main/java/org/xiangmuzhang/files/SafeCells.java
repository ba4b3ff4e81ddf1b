package org.xiangmuzhang.files;

/** Cells that a spreadsheet program must not take for formulas. */
public final class SafeCells {

    /** What a formula begins with (OWASP, CSV injection), in either width. */
    private static final String FORMULA = "=+-@\t\r\n＝＋－＠";

    private SafeCells() {}

    /** With an apostrophe before what would be one. */
    public static String safe(String text) {
        return isTakenForOne(text) ? "'" + text : text;
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
