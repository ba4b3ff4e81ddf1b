package org.xiangmuzhang.land;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;

import org.xiangmuzhang.catalog.api.ReferenceRow;
import org.xiangmuzhang.catalog.api.ReferenceRows;
import org.xiangmuzhang.catalog.api.ReferenceTables;
import org.xiangmuzhang.catalog.spi.ReferenceTable;
import org.xiangmuzhang.kernel.Region;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Land's tables as they come with the platform, the same everywhere. */
record TablesAsShipped(List<ReferenceTable> tables) implements ReferenceTables {

    @Override
    public ReferenceRows rows(String name, Region region) {
        ReferenceTable table =
                tables.stream().filter(one -> one.name().equals(name)).findFirst().orElseThrow();
        String csv = new String(table.shipped(), StandardCharsets.UTF_8);
        try (CsvReader<NamedCsvRecord> lines = CsvReader.builder().ofNamedCsvRecord(csv)) {
            return new ReferenceRows(
                    name,
                    "1",
                    lines.stream().map(line -> new ReferenceRow(line.getFieldsAsMap())).toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public ReferenceRows rows(String table, String version) {
        throw new UnsupportedOperationException(version);
    }
}
