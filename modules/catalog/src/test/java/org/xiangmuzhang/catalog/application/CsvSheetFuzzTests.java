package org.xiangmuzhang.catalog.application;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;

import de.siegmar.fastcsv.writer.CsvWriter;

import org.xiangmuzhang.catalog.domain.Fault;
import org.xiangmuzhang.catalog.domain.Row;
import org.xiangmuzhang.catalog.domain.Sheet;
import org.xiangmuzhang.catalog.domain.Table;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Whatever is imported as a table is one, and reads the same again, or has its faults named. */
class CsvSheetFuzzTests {

    private static final int ROOM = 5_000;

    /** The first byte chooses the table; the header is right, as hardly any would be by chance. */
    @FuzzTest
    void rows(byte[] sent) {
        Table table = Table.OWN.get(sent.length == 0 ? 0 : (sent[0] & 0xff) % Table.OWN.size());
        String header = String.join(",", table.header()) + "\n";
        byte[] rest = sent.length == 0 ? sent : Arrays.copyOfRange(sent, 1, sent.length);
        readsTheSameAgainOrNamesFaults(
                table, joined(header.getBytes(StandardCharsets.UTF_8), rest));
    }

    @FuzzTest
    void whole(byte[] sent) {
        readsTheSameAgainOrNamesFaults(Table.ITEMS, sent);
    }

    private static void readsTheSameAgainOrNamesFaults(Table table, byte[] content) {
        List<Fault> faults = new ArrayList<>();
        Sheet sheet = CsvSheet.read(table, content, ROOM, faults);
        assertThat(faults).hasSizeLessThanOrEqualTo(Fault.TOLD);
        assertThat(faults).allSatisfy(fault -> assertThat(fault.line()).isPositive());
        if (faults.isEmpty()) {
            List<Fault> again = new ArrayList<>();
            assertThat(CsvSheet.read(table, printed(sheet), ROOM, again).hash())
                    .isEqualTo(sheet.hash());
            assertThat(again).isEmpty();
        }
    }

    private static byte[] printed(Sheet sheet) {
        StringWriter text = new StringWriter();
        try (CsvWriter writer = CsvWriter.builder().build(text)) {
            List<String> header = sheet.table().header();
            writer.writeRecord(header);
            for (Row row : sheet.rows()) {
                writer.writeRecord(header.stream().map(row::get).toList());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] joined(byte[] one, byte[] other) {
        byte[] joined = Arrays.copyOf(one, one.length + other.length);
        System.arraycopy(other, 0, joined, one.length, other.length);
        return joined;
    }
}
