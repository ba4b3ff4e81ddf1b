package org.xiangmuzhang.catalog.application;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;

import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.springframework.stereotype.Service;
import org.xiangmuzhang.catalog.domain.own.ItemColumns;
import org.xiangmuzhang.catalog.domain.own.Level;
import org.xiangmuzhang.catalog.domain.own.Narrowed;
import org.xiangmuzhang.catalog.domain.own.OwnItem;
import org.xiangmuzhang.catalog.port.in.ExportingItems;
import org.xiangmuzhang.catalog.port.out.OwnItems;
import org.xiangmuzhang.files.SafeCells;
import org.xiangmuzhang.kernel.Refusal;
import org.xiangmuzhang.kernel.Region;
import org.xiangmuzhang.kernel.WorkingDays;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** Writes lists page by page: what has been written is no longer in memory. */
@Service
class ItemExport implements ExportingItems {

    private static final int PAGE = 500;
    private static final List<String> HEADER = ItemColumns.header();

    private final Snapshots snapshots;
    private final OwnItems items;
    private final Clock clock;

    ItemExport(Snapshots snapshots, OwnItems items, Clock clock) {
        this.snapshots = snapshots;
        this.items = items;
        this.clock = clock;
    }

    /** Takes one row. */
    private interface Rows {
        void row(List<String> cells) throws IOException;
    }

    /** By way of a file, which goes when it has been read. */
    @Override
    public InputStream open(Region region, Form form) {
        if (!snapshots.current().template().places().containsKey(region)) {
            throw Refusal.invalid("region-unknown", "/region", region.code());
        }
        try {
            Path file = Files.createTempFile("items", ".export");
            try (OutputStream to = new BufferedOutputStream(Files.newOutputStream(file))) {
                if (form == Form.CSV) {
                    csv(region, to);
                } else {
                    xlsx(region, to);
                }
            }
            return Files.newInputStream(file, StandardOpenOption.DELETE_ON_CLOSE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void csv(Region region, OutputStream to) throws IOException {
        Writer writer = new OutputStreamWriter(to, StandardCharsets.UTF_8);
        writer.write('\uFEFF');
        CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).build(writer);
        rows(region, csv::writeRecord);
        csv.flush();
        writer.flush();
    }

    private void xlsx(Region region, OutputStream to) throws IOException {
        try (Workbook book = new Workbook(to, "Xiangmuzhang", "1.0")) {
            Worksheet sheet = book.newWorksheet("items");
            int[] at = {0};
            rows(
                    region,
                    cells -> {
                        for (int i = 0; i < cells.size(); i++) {
                            if (!cells.get(i).isEmpty()) {
                                sheet.inlineString(at[0], i, cells.get(i));
                            }
                        }
                        if (++at[0] % PAGE == 0) {
                            sheet.flush();
                        }
                    });
        }
    }

    private void rows(Region region, Rows rows) throws IOException {
        rows.row(HEADER);
        LocalDate today = WorkingDays.today(clock);
        for (Level level : Level.values()) {
            Narrowed narrowed = new Narrowed(level, null, null, "");
            String after = "";
            List<OwnItem> page = items.page(List.of(region), narrowed, after, PAGE, today);
            while (!page.isEmpty()) {
                for (OwnItem item : page) {
                    if (item.holds(today)) {
                        item(item, rows);
                    }
                }
                after = page.getLast().code();
                page = items.page(List.of(region), narrowed, after, PAGE, today);
            }
        }
    }

    private static void item(OwnItem item, Rows rows) throws IOException {
        List<Map<String, String>> materials = item.sheet().materials();
        rows.row(
                cells(
                        item.code(),
                        item.sheet().fields(),
                        materials.isEmpty() ? Map.of() : materials.getFirst()));
        for (int i = 1; i < materials.size(); i++) {
            rows.row(cells(item.code(), Map.of(), materials.get(i)));
        }
    }

    private static List<String> cells(
            String code, Map<String, String> item, Map<String, String> material) {
        return HEADER.stream()
                .map(
                        column ->
                                column.equals(ItemColumns.CODE)
                                        ? code
                                        : item.getOrDefault(
                                                column, material.getOrDefault(column, "")))
                .map(SafeCells::safe)
                .toList();
    }
}
