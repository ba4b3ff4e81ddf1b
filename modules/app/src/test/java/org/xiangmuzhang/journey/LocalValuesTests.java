package org.xiangmuzhang.journey;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.xiangmuzhang.catalog.domain.Table;
import org.xiangmuzhang.catalog.spi.ReferenceTable;
import org.xiangmuzhang.settings.Setting;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the field's rules leave to places, as {@code local-values.csv} lists it, is carried by a
 * setting or by a column of a table that a place has in its own way: each that is listed is there,
 * and each setting and each such table is listed.
 */
class LocalValuesTests {

    private static final Path LIST =
            Path.of("src/test/resources/org/xiangmuzhang/journey/local-values.csv");

    private final Platform platform = Platform.shared();
    private final List<Value> values = read();

    /**
     * One value.
     *
     * @param kind setting or column
     * @param carriedBy the setting with its field, or the table with its column
     */
    record Value(String zh, String en, String kind, String carriedBy) {

        String owner() {
            return carriedBy.substring(0, carriedBy.indexOf(' '));
        }
    }

    static List<Value> read() {
        try {
            return Files.readAllLines(LIST).stream()
                    .skip(1)
                    .map(line -> line.split(",", -1))
                    .map(cells -> new Value(cells[0], cells[1], cells[2], cells[3]))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void everyValueIsCarriedBySomething() {
        assertThat(values)
                .allSatisfy(
                        value -> {
                            assertThat(value.zh()).isNotBlank();
                            assertThat(value.en()).isNotBlank();
                            assertThat(
                                            value.kind().equals("setting")
                                                    ? fields(value.owner())
                                                    : columns(value.owner()))
                                    .as(value.zh())
                                    .contains(value.carriedBy());
                        });
    }

    @Test
    void everySettingIsAValueOfPlaces() {
        assertThat(of("setting"))
                .containsExactlyInAnyOrderElementsOf(
                        platform.beans(Setting.class)
                                .flatMap(setting -> fields(setting.name()).stream())
                                .toList());
    }

    @Test
    void everyTableWithRowsOfPlacesIsAValueOfPlaces() {
        Set<String> listed =
                values.stream()
                        .filter(value -> value.kind().equals("column"))
                        .map(Value::owner)
                        .collect(Collectors.toSet());
        assertThat(tables().filter(Table::local).map(Table::text)).isNotEmpty().isSubsetOf(listed);
    }

    private List<String> of(String kind) {
        return values.stream()
                .filter(value -> value.kind().equals(kind))
                .map(Value::carriedBy)
                .toList();
    }

    private List<String> fields(String setting) {
        return platform.beans(Setting.class)
                .filter(one -> one.name().equals(setting))
                .flatMap(one -> one.fields().stream())
                .map(field -> setting + " " + field.name())
                .toList();
    }

    private List<String> columns(String table) {
        return tables().filter(one -> one.text().equals(table))
                .flatMap(one -> one.header().stream())
                .map(column -> table + " " + column)
                .toList();
    }

    private Stream<Table> tables() {
        return Stream.concat(
                Table.OWN.stream(), platform.beans(ReferenceTable.class).map(Table::of));
    }
}
