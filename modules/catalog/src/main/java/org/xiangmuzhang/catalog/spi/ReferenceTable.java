package org.xiangmuzhang.catalog.spi;

import java.util.List;

/**
 * A reference table that a higher context owns and the catalog keeps: checked, versioned and
 * overridden like the catalog's own. A bean of the owning context.
 */
public interface ReferenceTable {

    /** Unique name in small letters and underscores, such as {@code land_indicators}. */
    String name();

    /** The columns in the order of the header; at least one is part of the key. */
    List<Column> columns();

    /** Whether a place may have rows of its own way. */
    boolean local();

    /** The table as it came with the platform: CSV (RFC 4180, UTF-8) with its header. */
    byte[] shipped();
}
