package org.xiangmuzhang.land.adapter.in.files;

import de.siegmar.fastcsv.reader.NamedCsvRecord;

import org.jspecify.annotations.Nullable;
import org.xiangmuzhang.kernel.Refusal;
import org.xiangmuzhang.kernel.Region;

import java.math.BigDecimal;
import java.util.List;
import java.util.function.Function;

/** One row of a table; a cell that cannot be read becomes a fault and a stand-in value. */
final class Row {

    private final String file;
    private final NamedCsvRecord cells;
    private final List<String> faults;

    Row(String file, NamedCsvRecord cells, List<String> faults) {
        this.file = file;
        this.cells = cells;
        this.faults = faults;
    }

    @Nullable String optional(String column) {
        return cells.findField(column).filter(value -> !value.isBlank()).orElse(null);
    }

    String text(String column) {
        String value = optional(column);
        return value == null ? fault(column, "") : value;
    }

    List<String> list(String column) {
        String value = optional(column);
        return value == null ? List.of() : List.of(value.split(";"));
    }

    int whole(String column) {
        return read(column, Integer::parseInt, 0);
    }

    BigDecimal decimal(String column) {
        return read(column, BigDecimal::new, BigDecimal.ZERO);
    }

    Region region(String column) {
        return read(column, Region::new, Region.TEMPLATE);
    }

    <E extends Enum<E>> E one(String column, Class<E> of) {
        return read(column, value -> Enum.valueOf(of, value), of.getEnumConstants()[0]);
    }

    <E extends Enum<E>> List<E> several(String column, Class<E> of) {
        try {
            return list(column).stream().map(value -> Enum.valueOf(of, value)).toList();
        } catch (IllegalArgumentException e) {
            return List.of(fault(column, of.getEnumConstants()[0]));
        }
    }

    <T> T fault(String column, T standIn) {
        faults.add("/%s/%d/%s".formatted(file, cells.getStartingLineNumber(), column));
        return standIn;
    }

    private <T> T read(String column, Function<String, T> reader, T standIn) {
        try {
            return reader.apply(text(column));
        } catch (IllegalArgumentException | Refusal e) {
            return fault(column, standIn);
        }
    }
}
