package org.xiangmuzhang.catalog.api;

import java.io.InputStream;
import java.util.List;
import java.util.function.Supplier;

/** The rows of a spreadsheet, read and bounded as files of items are: CSV or XLSX. */
public interface SpreadsheetRows {

    /**
     * One row.
     *
     * @param line in the file, the header being 1
     */
    record Row(int line, List<String> cells) {

        public Row {
            cells = List.copyOf(cells);
        }
    }

    /**
     * All rows with the header. Refuses with {@code spreadsheet-unreadable} what cannot be read,
     * and with {@code spreadsheet-rows} what has more.
     *
     * @param content gives the file again and again
     * @param mediaType of the file as it was found to be when it was uploaded
     * @param most how many rows there may be below the header
     */
    List<Row> read(Supplier<InputStream> content, String mediaType, int most);
}
