package org.xiangmuzhang.catalog.application;

import org.springframework.stereotype.Component;
import org.xiangmuzhang.catalog.api.SpreadsheetRows;
import org.xiangmuzhang.kernel.Refusal;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** For others who take rows from a file. */
@Component
class SpreadsheetReader implements SpreadsheetRows {

    private static final String SHEET =
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    @Override
    public List<Row> read(Supplier<InputStream> content, String mediaType, int most) {
        boolean sheet = mediaType.equals(SHEET);
        if (!sheet && !mediaType.equals("text/csv")) {
            throw Refusal.invalid("spreadsheet-unreadable", "/file", 1);
        }
        List<Row> rows = new ArrayList<>();
        try (ItemFile file = ItemFile.open(content::get, sheet)) {
            while (file.hasNext()) {
                if (rows.size() > most) {
                    throw Refusal.invalid("spreadsheet-rows", "/file", most);
                }
                ItemFile.Line line = file.next();
                rows.add(new Row(line.number(), line.cells()));
            }
            return rows;
        } catch (ItemFile.Unreadable unreadable) {
            throw Refusal.invalid("spreadsheet-unreadable", "/file", unreadable.fault().line());
        } catch (IOException lost) {
            throw new UncheckedIOException(lost);
        }
    }
}
