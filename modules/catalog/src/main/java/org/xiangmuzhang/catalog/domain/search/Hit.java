package org.xiangmuzhang.catalog.domain.search;

import org.jmolecules.ddd.annotation.ValueObject;

import java.util.Comparator;

/**
 * An item that was found. They stand by how well they fit, short names first, then by code.
 *
 * @param length of its name; 0 when nothing was sought
 */
@ValueObject
public record Hit(int rank, int length, String code) implements Comparable<Hit> {

    /** What {@link #text} looks like. */
    public static final String FORM = "[0-4]~\\d{1,4}~[A-Z0-9-]+";

    /** Before the first one. */
    public static final Hit BEGIN = new Hit(-1, 0, "");

    private static final Comparator<Hit> ORDER =
            Comparator.comparingInt(Hit::rank)
                    .thenComparingInt(Hit::length)
                    .thenComparing(Hit::code);

    /** The place in the order, to be read back. */
    public String text() {
        return rank + "~" + length + "~" + code;
    }

    /** Reads what {@link #text} wrote. */
    public static Hit of(String text) {
        String[] parts = text.split("~");
        return new Hit(Integer.parseInt(parts[0]), Integer.parseInt(parts[1]), parts[2]);
    }

    @Override
    public int compareTo(Hit other) {
        return ORDER.compare(this, other);
    }
}
