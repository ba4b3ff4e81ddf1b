package org.xiangmuzhang.catalog.port.in;

import org.xiangmuzhang.kernel.Region;

import java.io.InputStream;

/** A place's own list as a file that can be imported again, whatever its length. */
public interface ExportingItems {

    /** What a file is written as. */
    enum Form {
        /** RFC 4180, UTF-8 with its mark, so that spreadsheet programs read it right. */
        CSV,
        XLSX
    }

    /**
     * What holds at the place itself today, upper levels first; nothing in it is a formula. The
     * caller closes it. Refuses {@code region-unknown}.
     */
    InputStream open(Region region, Form form);
}
