package org.xiangmuzhang.parties.departments;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;

import de.siegmar.fastcsv.writer.CsvWriter;

import org.jspecify.annotations.Nullable;
import org.xiangmuzhang.kernel.Refusal;
import org.xiangmuzhang.kernel.Region;
import org.xiangmuzhang.parties.departments.DepartmentList.Row;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;

/** Whatever comes as a list of departments is one, and reads the same again, or is refused. */
class DepartmentListFuzzTests {

    private static final String HEADER = String.join(",", DepartmentList.HEADER);

    @FuzzTest
    void rows(byte[] sent) {
        readsTheSameAgainOrNamesFaults(HEADER + "\n" + text(sent), DepartmentList::read);
    }

    @FuzzTest
    void rowsWithPlaces(byte[] sent) {
        readsTheSameAgainOrNamesFaults(
                "region," + HEADER + "\n" + text(sent), DepartmentList::readWithPlaces);
    }

    @FuzzTest
    void whole(byte[] sent) {
        readsTheSameAgainOrNamesFaults(text(sent), DepartmentList::read);
    }

    private static void readsTheSameAgainOrNamesFaults(
            String text, Function<String, List<Row>> reads) {
        List<Row> rows;
        try {
            rows = reads.apply(text);
        } catch (Refusal refused) {
            assertThat(refused.rule()).isEqualTo("department-list");
            assertThat(refused.pointers())
                    .isNotEmpty()
                    .hasSizeLessThanOrEqualTo(DepartmentList.FAULTS)
                    .allMatch(pointer -> pointer.startsWith("/list"));
            return;
        }
        assertThat(reads.apply(printed(rows, text.startsWith("region"))))
                .usingRecursiveFieldByFieldElementComparatorIgnoringFields("line")
                .isEqualTo(rows);
    }

    private static String printed(List<Row> rows, boolean places) {
        StringWriter text = new StringWriter();
        try (CsvWriter writer = CsvWriter.builder().build(text)) {
            writer.writeRecord((places ? "region," + HEADER : HEADER).split(","));
            for (Row row : rows) {
                Department.Wording wording = row.wording();
                Region place = row.place();
                writer.writeRecord(
                        Stream.concat(
                                        Stream.ofNullable(place).map(Region::code),
                                        Stream.of(
                                                String.join(" ", wording.kinds()),
                                                wording.name(),
                                                typed(wording.nameEn()),
                                                typed(wording.contact()),
                                                typed(wording.seat())))
                                .toList());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    private static String typed(@Nullable String cell) {
        return Objects.requireNonNullElse(cell, "");
    }

    private static String text(byte[] sent) {
        return new String(sent, StandardCharsets.UTF_8);
    }
}
