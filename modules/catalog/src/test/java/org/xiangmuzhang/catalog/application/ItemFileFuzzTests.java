package org.xiangmuzhang.catalog.application;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;

import de.siegmar.fastcsv.writer.CsvWriter;

import org.xiangmuzhang.bombs.Zips;
import org.xiangmuzhang.catalog.application.ItemFile.Unreadable;
import org.xiangmuzhang.catalog.application.ItemRowReader.Entry;
import org.xiangmuzhang.catalog.domain.own.ItemColumns;
import org.xiangmuzhang.catalog.domain.own.ItemSheet;
import org.xiangmuzhang.catalog.spi.Column;
import org.xiangmuzhang.files.SafeCells;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Whatever comes as a file of items is one, and reads the same again, or has its faults named. */
class ItemFileFuzzTests {

    private static final List<String> HEADER = ItemColumns.header();

    private static final String MAIN =
            "application/vnd.openxmlformats-officedocument.spreadsheetml";
    private static final String RELATIONS =
            "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    private static final String FIRST_ROW =
            "<worksheet><sheetData><row r=\"1\">"
                    + HEADER.stream()
                            .map(name -> "<c t=\"inlineStr\"><is><t>" + name + "</t></is></c>")
                            .collect(Collectors.joining())
                    + "</row>";

    /** The header is right, as it would never be by chance. */
    @FuzzTest
    void rows(byte[] sent) {
        byte[] header = (String.join(",", HEADER) + "\n").getBytes(StandardCharsets.UTF_8);
        readsTheSameAgainOrNamesFaults(Zips.joined(header, sent), false);
    }

    @FuzzTest
    void whole(byte[] sent) {
        readsTheSameAgainOrNamesFaults(sent, false);
    }

    @FuzzTest
    void bookWhole(byte[] sent) {
        readsTheSameAgainOrNamesFaults(sent, true);
    }

    /** The first sheet of a right book. */
    @FuzzTest
    void sheet(byte[] sent) {
        readsTheSameAgainOrNamesFaults(book(sent), true);
    }

    /** Rows below the right header, as a spreadsheet program writes them. */
    @FuzzTest
    void cells(byte[] sent) {
        byte[] sheet = Zips.joined(Zips.xml(FIRST_ROW), sent, Zips.xml("</sheetData></worksheet>"));
        readsTheSameAgainOrNamesFaults(book(sheet), true);
    }

    @FuzzTest
    void safeCell(byte[] typed) {
        String text = new String(typed, StandardCharsets.UTF_8);
        assertThat(SafeCells.plain(SafeCells.safe(text))).isEqualTo(text);
    }

    private static void readsTheSameAgainOrNamesFaults(byte[] content, boolean sheet) {
        List<Entry> right;
        try {
            right = read(content, sheet).stream().filter(ItemFileFuzzTests::isRight).toList();
        } catch (Unreadable unreadable) {
            assertThat(unreadable.fault().line()).isPositive();
            assertThat(unreadable.fault().rule()).isNotBlank();
            return;
        }
        assertThat(read(printed(right), false))
                .allMatch(ItemFileFuzzTests::isRight)
                .extracting(ItemFileFuzzTests::saidOf)
                .isEqualTo(right.stream().map(ItemFileFuzzTests::saidOf).toList());
    }

    private static String saidOf(Entry entry) {
        return entry.code() + " " + entry.sheet().digest();
    }

    private static List<Entry> read(byte[] content, boolean sheet) {
        List<Entry> entries = new ArrayList<>();
        int last = 1;
        try (ItemFile file = ItemFile.open(() -> new ByteArrayInputStream(content), sheet)) {
            ItemRowReader rows = new ItemRowReader(file);
            for (Entry entry = rows.next(); entry != null; entry = rows.next()) {
                assertThat(entry.lines().getFirst()).isGreaterThan(last);
                last = entry.last();
                entries.add(entry);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return entries;
    }

    /** Of a right one everything can be read; the others say where they are wrong. */
    private static boolean isRight(Entry entry) {
        ItemSheet sheet = entry.sheet();
        Stream.concat(entry.faults().stream(), sheet.faults().stream().map(entry::onLine))
                .forEach(fault -> assertThat(fault.line()).isPositive());
        if (!entry.faults().isEmpty() || !sheet.faults().isEmpty()) {
            return false;
        }
        assertThat(sheet.level()).isNotNull();
        assertThat(sheet.promised().days()).isNotNegative();
        assertThat(sheet.before(entry.code())).hasSizeLessThanOrEqualTo(sheet.waitsFor().size());
        assertThat(sheet.has("valid_until")).isEqualTo(sheet.until() != null);
        assertThat(sheet.has("statutory_days")).isEqualTo(sheet.statutory() != null);
        return true;
    }

    /** With two texts that cells may refer to, and a format of dates. */
    private static byte[] book(byte[] sheet) {
        return Zips.of(
                part(
                        "[Content_Types].xml",
                        """
                        <Types><Override PartName="/xl/workbook.xml" ContentType="%1$s.sheet.main+xml"/>
                        <Override PartName="/xl/worksheets/sheet1.xml" ContentType="%1$s.worksheet+xml"/>
                        <Override PartName="/xl/sharedStrings.xml" ContentType="%1$s.sharedStrings+xml"/>
                        <Override PartName="/xl/styles.xml" ContentType="%1$s.styles+xml"/></Types>
                        """
                                .formatted(MAIN)),
                part(
                        "_rels/.rels",
                        """
                        <Relationships><Relationship Id="r1" Type="%s/officeDocument"
                        Target="xl/workbook.xml"/></Relationships>
                        """
                                .formatted(RELATIONS)),
                part(
                        "xl/workbook.xml",
                        """
                        <workbook xmlns:r="%s"><sheets>
                        <sheet name="items" sheetId="1" r:id="r1"/></sheets></workbook>
                        """
                                .formatted(RELATIONS)),
                part(
                        "xl/_rels/workbook.xml.rels",
                        """
                        <Relationships><Relationship Id="r1" Type="%s/worksheet"
                        Target="worksheets/sheet1.xml"/></Relationships>
                        """
                                .formatted(RELATIONS)),
                part("xl/sharedStrings.xml", "<sst><si><t>A-1</t></si><si><t>MAIN</t></si></sst>"),
                part(
                        "xl/styles.xml",
                        """
                        <styleSheet><numFmts count="1">
                        <numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd"/></numFmts>
                        <cellXfs><xf numFmtId="0"/><xf numFmtId="164"/></cellXfs></styleSheet>
                        """),
                new Zips.Entry("xl/worksheets/sheet1.xml", sheet));
    }

    private static Zips.Entry part(String name, String content) {
        return new Zips.Entry(name, Zips.xml(content));
    }

    private static byte[] printed(List<Entry> entries) {
        StringWriter text = new StringWriter();
        try (CsvWriter writer = CsvWriter.builder().build(text)) {
            writer.writeRecord(HEADER);
            for (Entry entry : entries) {
                List<Map<String, String>> materials = entry.sheet().materials();
                writer.writeRecord(
                        row(
                                entry.code(),
                                entry.sheet().fields(),
                                materials.isEmpty() ? Map.of() : materials.getFirst()));
                materials.stream()
                        .skip(1)
                        .forEach(
                                material ->
                                        writer.writeRecord(row(entry.code(), Map.of(), material)));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static List<String> row(
            String code, Map<String, String> item, Map<String, String> material) {
        return Stream.of(
                        Stream.of(code),
                        ItemColumns.ITEM.stream()
                                .map(Column::name)
                                .map(name -> item.getOrDefault(name, "")),
                        ItemColumns.MATERIAL.stream()
                                .map(Column::name)
                                .map(name -> material.getOrDefault(name, "")))
                .flatMap(cells -> cells)
                .map(SafeCells::safe)
                .toList();
    }
}
