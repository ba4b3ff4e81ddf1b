package org.xiangmuzhang.land.adapter.out.catalog;

import org.springframework.core.io.ClassPathResource;
import org.xiangmuzhang.catalog.spi.Column;
import org.xiangmuzhang.catalog.spi.ReferenceTable;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/** A table of land's own, which comes with the platform as a file of its name. */
record LandTable(String name, boolean local, List<Column> columns) implements ReferenceTable {

    @Override
    public byte[] shipped() {
        try {
            return new ClassPathResource("reference/land/" + name + ".csv").getContentAsByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException("Table " + name + " is unreadable", e);
        }
    }
}
