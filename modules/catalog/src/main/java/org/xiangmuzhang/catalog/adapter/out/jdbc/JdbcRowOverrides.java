package org.xiangmuzhang.catalog.adapter.out.jdbc;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.xiangmuzhang.catalog.domain.LocalRow;
import org.xiangmuzhang.catalog.domain.RowOverride;
import org.xiangmuzhang.catalog.port.out.RowOverrides;
import org.xiangmuzhang.kernel.Refusal;
import org.xiangmuzhang.kernel.Region;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Overrides of rows; every version stays, and the last one holds. */
@Repository
class JdbcRowOverrides implements RowOverrides {

    private final JdbcClient jdbc;

    JdbcRowOverrides(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Optional<RowOverride> find(Region region, String table, String key) {
        return jdbc.sql(
                        """
                        select region, table_name, key, base, content, version, catalog_version
                        from catalog.row_override
                        where region = ? and table_name = ? and key = ?
                        order by version desc limit 1
                        """)
                .params(region.code(), table, key)
                .query((row, n) -> read(row))
                .optional();
    }

    @Override
    public List<RowOverride> changedAfter(long catalogVersion) {
        return jdbc.sql(
                        """
                        select distinct on (region, table_name, key)
                            region, table_name, key, base, content, version, catalog_version
                        from catalog.row_override
                        where catalog_version > ?
                        order by region, table_name, key, version desc
                        """)
                .param(catalogVersion)
                .query((row, n) -> read(row))
                .list();
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void save(RowOverride override, UUID by, Instant at) {
        Map<String, String> base = override.base();
        int written =
                jdbc.sql(
                                """
                                insert into catalog.row_override
                                    (region, table_name, key, version, base, content,
                                     catalog_version, changed_by, changed_at)
                                select :region, :table, :key, :version, cast(:base as jsonb),
                                    cast(:content as jsonb), :since, :by, cast(:at as timestamptz)
                                where :version = 1 + coalesce((select max(version)
                                    from catalog.row_override where region = :region
                                      and table_name = :table and key = :key), 0)
                                """)
                        .param("region", override.region().code())
                        .param("table", override.table())
                        .param("key", override.key())
                        .param("version", override.version())
                        .param("base", base == null ? null : Fields.write(base))
                        .param("content", Fields.JSON.writeValueAsString(override.row()))
                        .param("since", override.since())
                        .param("by", by)
                        .param("at", Timestamp.from(at))
                        .update();
        if (written == 0) {
            throw Refusal.stale("version-stale", override.version() - 1);
        }
    }

    @Override
    public List<RowOverride> past(Region region, String table, long catalogVersion) {
        return jdbc.sql(
                        """
                        select distinct on (key)
                            region, table_name, key, base, content, version, catalog_version
                        from catalog.row_override
                        where region = ? and table_name = ? and catalog_version <= ?
                        order by key, version desc
                        """)
                .params(region.code(), table, catalogVersion)
                .query((row, n) -> read(row))
                .list();
    }

    private static RowOverride read(ResultSet row) throws SQLException {
        @Nullable String base = row.getString(4);
        return new RowOverride(
                new Region(row.getString(1)),
                row.getString(2),
                row.getString(3),
                base == null ? null : Fields.read(base),
                Fields.JSON.readValue(row.getString(5), LocalRow.class),
                row.getLong(6),
                row.getLong(7));
    }
}
