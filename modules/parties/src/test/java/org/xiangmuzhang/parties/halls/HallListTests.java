package org.xiangmuzhang.parties.halls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.junit.jupiter.api.Test;
import org.xiangmuzhang.kernel.Refusal;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

class HallListTests {

    private static final String HEADER = String.join(",", HallList.HEADER) + "\n";

    @Test
    void namesTwoHundredFaultsAndNoMore() {
        Refusal refusal = refusal(rows(10_000, "wrong,大厅,w,窗口\n"));

        assertThat(refusal.rule()).isEqualTo("hall-list");
        assertThat(refusal.pointers()).hasSize(200).startsWith("/list/2/hall", "/list/2/window");
    }

    @Test
    void takesAsManyWindowsAsAPlaceMayHaveAndNoneMore() {
        List<Hall> halls = HallList.read(rows(HallList.MOST, "HALL-1,大厅,%s,窗口\n"));
        assertThat(halls).hasSize(1);
        assertThat(halls.getFirst().windows()).hasSize(HallList.MOST);

        assertThat(refusal(rows(HallList.MOST + 1, "HALL-1,大厅,%s,窗口\n")).pointers())
                .containsExactly("/list");
    }

    private static String rows(int many, String row) {
        return IntStream.range(0, many)
                .mapToObj(row::formatted)
                .collect(Collectors.joining("", HEADER, ""));
    }

    private static Refusal refusal(String text) {
        return catchThrowableOfType(Refusal.class, () -> HallList.read(text));
    }
}
