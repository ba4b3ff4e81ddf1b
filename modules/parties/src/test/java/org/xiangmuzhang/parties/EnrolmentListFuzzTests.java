package org.xiangmuzhang.parties;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;

import de.siegmar.fastcsv.writer.CsvWriter;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** Whatever comes as a list of people is one, and reads the same again, or has its faults named. */
class EnrolmentListFuzzTests {

    @FuzzTest
    void rows(byte[] sent) {
        String header = String.join(",", EnrolmentList.HEADER) + "\n";
        readsTheSameAgainOrNamesFaults(
                (header + new String(sent, StandardCharsets.UTF_8))
                        .getBytes(StandardCharsets.UTF_8));
    }

    @FuzzTest
    void whole(byte[] sent) {
        readsTheSameAgainOrNamesFaults(sent);
    }

    private static void readsTheSameAgainOrNamesFaults(byte[] content) {
        List<Enrolment> rows;
        try {
            rows = EnrolmentList.read(content);
        } catch (EnrolmentsRefusedException refused) {
            assertThat(refused.faults()).isNotEmpty();
            return;
        }
        assertThat(EnrolmentList.read(printed(rows)))
                .usingRecursiveFieldByFieldElementComparatorIgnoringFields("row")
                .isEqualTo(rows);
    }

    private static byte[] printed(List<Enrolment> rows) {
        StringWriter text = new StringWriter();
        try (CsvWriter writer = CsvWriter.builder().build(text)) {
            writer.writeRecord(EnrolmentList.HEADER);
            for (Enrolment row : rows) {
                writer.writeRecord(
                        row.login(),
                        row.name(),
                        row.role().name(),
                        row.region().code(),
                        Objects.requireNonNullElse(row.department(), ""),
                        Objects.requireNonNullElse(row.hall(), ""),
                        Objects.toString(row.code(), ""),
                        Objects.requireNonNullElse(row.enterprise(), ""),
                        row.from().toString(),
                        Objects.toString(row.to(), ""));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }
}
