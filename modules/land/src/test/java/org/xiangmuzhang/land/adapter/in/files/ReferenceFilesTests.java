package org.xiangmuzhang.land.adapter.in.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.xiangmuzhang.kernel.Refusal;
import org.xiangmuzhang.land.domain.Indicator;
import org.xiangmuzhang.land.domain.ReferenceTables;

class ReferenceFilesTests {

    @Test
    void readsTheShippedTables() {
        ReferenceTables tables = new ReferenceFiles(ReferencesAtStart::shipped).read();

        assertThat(tables.indicators()).hasSize(13);
        assertThat(tables.values()).hasSize(19);
        assertThat(tables.evaluations()).hasSize(11);
        assertThat(tables.conversions()).hasSize(9);
        assertThat(tables.indicators().stream().filter(Indicator::isMain).map(Indicator::code))
                .containsExactly("LI-INVEST", "LI-FAR");
        assertThat(tables.fingerprint()).matches("[0-9a-f]{64}");
    }

    @Test
    void namesEveryFaultWithFileLineAndColumn() {
        ReferenceFiles files =
                new ReferenceFiles(
                        file ->
                                ReferencesAtStart.shipped(file)
                                        .replace("万元/亩,10k CNY per mu,MIN", "万元/亩,,LEAST")
                                        .replace("LV-YC-02,350525", "LV-YC-01,3505")
                                        .replace("hectare,mu,15", "hectare,mu,-15"));

        assertThatThrownBy(files::read)
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> {
                            assertThat(refusal.rule()).isEqualTo("reference-tables-faulty");
                            assertThat(refusal.pointers())
                                    .containsExactly(
                                            "/land_indicators.csv/2/unit_en",
                                            "/land_indicators.csv/2/rule",
                                            "/land_values.csv/15/value_id",
                                            "/land_values.csv/15/region_code",
                                            "/unit_conversions.csv/3/factor");
                        });
    }

    @Test
    void refusesAFileWithoutRows() {
        ReferenceFiles files =
                new ReferenceFiles(
                        file ->
                                file.equals(ReferenceFiles.VALUES)
                                        ? ""
                                        : ReferencesAtStart.shipped(file));

        assertThatThrownBy(files::read)
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal ->
                                assertThat(refusal.pointers()).containsExactly("/land_values.csv"));
    }
}
