package org.xiangmuzhang.parties.privacy;

import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.xiangmuzhang.kernel.Region;

import java.util.HashMap;
import java.util.Map;

/** Reads rows of a place and a number. */
public final class CountByPlace {

    private CountByPlace() {}

    /** The numbers of a statement's rows, whose first column is a region's code, by region. */
    public static Map<Region, Long> of(StatementSpec statement) {
        Map<Region, Long> counted = new HashMap<>();
        statement.query(
                row -> {
                    counted.put(new Region(row.getString(1)), row.getLong(2));
                });
        return counted;
    }
}
