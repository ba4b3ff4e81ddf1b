package org.xiangmuzhang.catalog.application;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.xiangmuzhang.catalog.domain.Table;
import org.xiangmuzhang.catalog.domain.Tables;
import org.xiangmuzhang.catalog.spi.ReferenceTable;

import java.util.stream.Stream;

/** Gathers the catalog's own tables and those of other contexts. */
@Configuration(proxyBeanMethods = false)
class KnownTables {

    @Bean
    static Tables tables(ObjectProvider<ReferenceTable> contributed) {
        return new Tables(
                Stream.concat(Table.OWN.stream(), contributed.orderedStream().map(Table::of))
                        .toList());
    }
}
