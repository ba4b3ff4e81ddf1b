package org.xiangmuzhang.catalog.adapter.in.files;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.annotation.Order;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import org.xiangmuzhang.catalog.domain.Table;
import org.xiangmuzhang.catalog.port.in.Importing;
import org.xiangmuzhang.catalog.spi.ReferenceTable;
import org.xiangmuzhang.kernel.Refusal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Imports the tables that came with the platform, at every start. */
@Component
@Order(10)
class ShippedTables implements ApplicationRunner {

    private static final Logger LOG = LoggerFactory.getLogger(ShippedTables.class);
    private static final int ATTEMPTS = 5;

    private final Importing importing;
    private final List<ReferenceTable> contributed;

    ShippedTables(Importing importing, ObjectProvider<ReferenceTable> contributed) {
        this.importing = importing;
        this.contributed = contributed.orderedStream().toList();
    }

    @Override
    public void run(ApplicationArguments arguments) {
        Importing.Imported imported = imported(1);
        LOG.info(
                "Catalog version {}: {} tables changed by this release",
                imported.version(),
                imported.tables().stream().filter(Importing.ImportedTable::changed).count());
    }

    /** Tries again when another node was faster. */
    private Importing.Imported imported(int attempt) {
        try {
            return importing.importShipped(read());
        } catch (Refusal refusal) {
            if (attempt == ATTEMPTS || refusal.kind() != Refusal.Kind.CONFLICT) {
                throw refusal;
            }
            return imported(attempt + 1);
        }
    }

    private Map<String, byte[]> read() {
        Map<String, byte[]> tables = new LinkedHashMap<>();
        contributed.forEach(table -> tables.put(table.name(), table.shipped()));
        for (Table table : Table.OWN) {
            ClassPathResource file =
                    new ClassPathResource(
                            "org/xiangmuzhang/catalog/template/" + table.text() + ".csv");
            try {
                tables.put(table.text(), file.getContentAsByteArray());
            } catch (IOException e) {
                throw new UncheckedIOException("Table " + table.text() + " is unreadable", e);
            }
        }
        return tables;
    }
}
