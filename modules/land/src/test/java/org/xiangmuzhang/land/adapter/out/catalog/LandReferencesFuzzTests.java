package org.xiangmuzhang.land.adapter.out.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;

import org.xiangmuzhang.catalog.api.ReferenceRow;
import org.xiangmuzhang.catalog.api.ReferenceRows;
import org.xiangmuzhang.catalog.api.ReferenceTables;
import org.xiangmuzhang.catalog.spi.Column;
import org.xiangmuzhang.catalog.spi.ReferenceTable;
import org.xiangmuzhang.kernel.Refusal;
import org.xiangmuzhang.kernel.Region;
import org.xiangmuzhang.land.domain.ParcelNumber;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Whatever the columns of land's tables let in can be read; a parcel's number is one or none. */
class LandReferencesFuzzTests {

    private static final List<ReferenceTable> TABLES =
            List.of(
                    LandTables.landIndicators(),
                    LandTables.regionalEvaluations(),
                    LandTables.unitConversions(),
                    LandTables.landValues());

    @FuzzTest
    void row(byte[] sent) {
        String text = new String(sent, StandardCharsets.UTF_8);
        List<String> cells = List.of(text.split(",", -1));
        for (ReferenceTable table : TABLES) {
            Map<String, String> row = row(table, cells);
            if (isLetIn(table, row)) {
                CatalogLandReferences references =
                        new CatalogLandReferences(new OneRow(new ReferenceRow(row)));
                List<?> read =
                        switch (table.name()) {
                            case LandTables.INDICATORS -> references.indicators(Region.TEMPLATE);
                            case LandTables.EVALUATIONS -> references.evaluations(Region.TEMPLATE);
                            case LandTables.CONVERSIONS -> references.conversions();
                            default -> references.values();
                        };
                assertThat(read).hasSize(1);
            }
        }
    }

    @FuzzTest
    void parcelNumber(byte[] sent) {
        String typed = new String(sent, StandardCharsets.UTF_8);
        ParcelNumber number;
        try {
            number = new ParcelNumber(typed);
        } catch (Refusal refusal) {
            assertThat(refusal.rule()).isEqualTo("parcel-number-form");
            return;
        }
        assertThat(new ParcelNumber(number.toString())).isEqualTo(number);
    }

    private static Map<String, String> row(ReferenceTable table, List<String> cells) {
        Map<String, String> row = new LinkedHashMap<>();
        for (int i = 0; i < table.columns().size(); i++) {
            row.put(table.columns().get(i).name(), i < cells.size() ? cells.get(i) : "");
        }
        return row;
    }

    /** As the catalog checks it; of what is referred to only that a region is one. */
    private static boolean isLetIn(ReferenceTable table, Map<String, String> row) {
        for (Column column : table.columns()) {
            String cell = row.getOrDefault(column.name(), "");
            List<String> values = column.list() ? List.of(cell.split(";", -1)) : List.of(cell);
            boolean fits =
                    cell.isEmpty()
                            ? !column.required()
                            : values.stream().allMatch(column.holds())
                                    && (!"regions".equals(column.refers()) || isRegion(cell));
            if (!fits) {
                return false;
            }
        }
        return true;
    }

    private static boolean isRegion(String cell) {
        try {
            return new Region(cell).code().equals(cell);
        } catch (Refusal refusal) {
            return false;
        }
    }

    private record OneRow(ReferenceRow row) implements ReferenceTables {

        @Override
        public ReferenceRows rows(String table, Region region) {
            return new ReferenceRows(table, "1", List.of(row));
        }

        @Override
        public ReferenceRows rows(String table, String version) {
            return new ReferenceRows(table, version, List.of(row));
        }
    }
}
