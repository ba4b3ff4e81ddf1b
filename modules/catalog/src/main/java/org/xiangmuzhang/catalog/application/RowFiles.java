package org.xiangmuzhang.catalog.application;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;

import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.xiangmuzhang.files.SafeCells;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Writes rows of texts as they come; none of them is a formula to a spreadsheet. */
final class RowFiles {

    /** So many lines of a sheet are in memory at most. */
    private static final int FLUSHED = 500;

    private static final char MARK = '\uFEFF';

    private RowFiles() {}

    /** Takes one thing after the other. */
    interface Taking<T> {
        void take(T one) throws IOException;
    }

    /** Gives one thing after the other. */
    interface Source<T> {
        void each(Taking<T> taking) throws IOException;
    }

    static void csv(List<String> header, Source<List<String>> rows, OutputStream out)
            throws IOException {
        Writer text = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        text.write(MARK);
        CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).build(text);
        csv.writeRecord(header);
        rows.each(cells -> csv.writeRecord(cells.stream().map(SafeCells::safe).toList()));
        csv.flush();
    }

    static void xlsx(String name, List<String> header, Source<List<String>> rows, OutputStream out)
            throws IOException {
        Workbook book = new Workbook(out, "Xiangmuzhang", null);
        Worksheet sheet = book.newWorksheet(name);
        row(sheet, 0, header);
        int[] at = {1};
        rows.each(
                cells -> {
                    row(sheet, at[0], cells);
                    if (at[0]++ % FLUSHED == 0) {
                        sheet.flush();
                    }
                });
        sheet.finish();
        book.finish();
        out.flush();
    }

    /** Texts only: a formula is never written. */
    private static void row(Worksheet sheet, int row, List<String> cells) {
        for (int column = 0; column < cells.size(); column++) {
            sheet.inlineString(row, column, SafeCells.safe(cells.get(column)));
        }
    }
}
