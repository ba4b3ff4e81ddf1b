package org.xiangmuzhang.steward.domain.takeover;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.xiangmuzhang.kernel.Refusal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

class TakeOverSheetTests {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 30);
    private static final String HEADER = "类型,事项代码,文号,开始日期,日期,核验日期,说明";

    @Test
    void soundFileIsReadInEitherLanguage() {
        assertThat(
                        read(
                                        HEADER,
                                        "决定,A,晋审〔2026〕1号,2026-01-05,2026-02-01,2026-03-01,",
                                        "HISTORY,,,,2026/02/03,,开过一次协调会",
                                        ",,,,,,",
                                        "材料,,,,2026-02-04,,可行性研究报告")
                                .lines())
                .hasSize(3)
                .allSatisfy(line -> assertThat(line.faults()).isEmpty())
                .extracting(TakeOverSheet.Line::number)
                .containsExactly(2, 3, 5);
    }

    @Test
    void daysAreReadAsSpreadsheetsWriteThemAndNoOthers() {
        assertThat(read(HEADER, "经过,,,2026/2/3,2026/2/13,,开会").lines())
                .singleElement()
                .satisfies(line -> assertThat(line.faults()).isEmpty())
                .satisfies(line -> assertThat(line.begun()).isEqualTo("2026-02-03"))
                .satisfies(line -> assertThat(line.date()).isEqualTo("2026-02-13"));
        for (String wrong : List.of("2026/2/30", "26/2/3", "2026/13/1", "2026/2", "+2026/2/3")) {
            assertThat(
                            read(HEADER, "经过,,,," + wrong + ",,开会").lines().stream()
                                    .flatMap(TakeOverSheetTests::told))
                    .as(wrong)
                    .containsExactly("2 date takeover-date");
        }
    }

    @Test
    void everyContradictionIsNamedWithItsRowColumnAndRule() {
        List<TakeOverSheet.Line> lines =
                read(
                                HEADER,
                                "决定,A,晋审〔2026〕1号,2026-02-05,2026-02-01,,",
                                "决定,NONE,晋审〔2026〕2号,,2026-02-01,,",
                                "决定,B,晋审〔2026〕3号,,2026-12-01,,",
                                "决定,A,晋审〔2026〕4号,,2026-02-01,,",
                                "决定,C,,,2026-02-01,2026-01-01,",
                                "讲话,,,,2026-02-01,,有人讲话",
                                "经过,,,,二月,,开会",
                                "经过,,,,2026-02-01,2026-02-02,",
                                "决定,,晋审〔2026〕5号,,,,")
                        .lines();

        assertThat(lines.stream().flatMap(TakeOverSheetTests::told))
                .containsExactly(
                        "2 date takeover-end-before-beginning",
                        "3 item item-unknown",
                        "4 date takeover-to-come",
                        "5 item takeover-item-twice",
                        "6 document document-number-form",
                        "6 verified elsewhere-verified",
                        "7 kind takeover-kind",
                        "8 date takeover-date",
                        "9 verified takeover-nothing-to-verify",
                        "9 text remark-length",
                        "10 item item-unknown",
                        "10 date takeover-date");
    }

    @Test
    void fileWithoutRowsOrWithOtherColumnsIsRefused() {
        refused(() -> read(HEADER), "takeover-empty");
        refused(() -> TakeOverSheet.of(List.of(), code -> true, TODAY), "takeover-empty");
        refused(() -> read("类型,文号,事项代码", "决定,A,1"), "takeover-header");
    }

    private static Stream<String> told(TakeOverSheet.Line line) {
        return line.faults().stream()
                .map(fault -> line.number() + " " + fault.column() + " " + fault.rule());
    }

    private static TakeOverSheet read(String... lines) {
        List<TakeOverSheet.Row> rows = new ArrayList<>();
        for (String line : lines) {
            rows.add(new TakeOverSheet.Row(rows.size() + 1, List.of(line.split(",", -1))));
        }
        return TakeOverSheet.of(rows, List.of("A", "B", "C")::contains, TODAY);
    }

    private static void refused(ThrowingCallable act, String rule) {
        assertThatThrownBy(act)
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.rule()).isEqualTo(rule));
    }
}
