package org.xiangmuzhang.catalog.port.out;

import org.xiangmuzhang.catalog.domain.ItemOverride;
import org.xiangmuzhang.catalog.domain.Library;
import org.xiangmuzhang.catalog.domain.RowOverride;
import org.xiangmuzhang.catalog.domain.Table;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The catalog as it was before a moment, out of what is never changed again. */
public interface PastCatalogs {

    /** When the catalog changed last before a moment. */
    Optional<Instant> lastChangeBefore(Instant moment);

    /** Days in China on which it changed, the last first. */
    List<LocalDate> daysOfChange(int limit);

    /** The tables that held. */
    Library library(Instant moment);

    /** The version of each item. */
    Map<String, Integer> itemNumbers(Instant moment);

    /** The edition of each table. */
    Map<Table, Integer> numbers(Instant moment);

    /** What places did in their own way with items. */
    List<ItemOverride> items(Instant moment);

    /** What places did in their own way with rows. */
    List<RowOverride> rows(Instant moment);
}
