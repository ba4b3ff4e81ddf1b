package org.xiangmuzhang.catalog.adapter.out.jdbc;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.xiangmuzhang.catalog.domain.ItemOverride;
import org.xiangmuzhang.catalog.domain.LocalValues;
import org.xiangmuzhang.catalog.port.out.Overrides;
import org.xiangmuzhang.kernel.Refusal;
import org.xiangmuzhang.kernel.Region;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Overrides with their history: a version, once written, never changes. */
@Repository
class JdbcOverrides implements Overrides {

    private final JdbcClient jdbc;

    JdbcOverrides(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Optional<ItemOverride> find(Region region, String code) {
        return jdbc.sql(
                        """
                        select region, code, base, content, version from catalog.item_override
                        where region = ? and code = ?
                        """)
                .params(region.code(), code)
                .query((row, n) -> read(row))
                .optional();
    }

    @Override
    public List<ItemOverride> changedAfter(long catalogVersion) {
        return jdbc.sql(
                        """
                        select region, code, base, content, version from catalog.item_override
                        where catalog_version > ? order by region, code
                        """)
                .param(catalogVersion)
                .query((row, n) -> read(row))
                .list();
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void save(ItemOverride override, long catalogVersion, UUID by, Instant at) {
        String region = override.region().code();
        String content = Fields.JSON.writeValueAsString(override.values());
        long version = override.version();
        int written =
                version == 1
                        ? jdbc.sql(
                                        """
                                        insert into catalog.item_override
                                            (region, code, base, content, version, catalog_version)
                                        values (?, ?, ?, ?::jsonb, 1, ?)
                                        on conflict do nothing
                                        """)
                                .params(
                                        region,
                                        override.code(),
                                        override.base(),
                                        content,
                                        catalogVersion)
                                .update()
                        : jdbc.sql(
                                        """
                                        update catalog.item_override
                                        set base = ?, content = ?::jsonb, version = ?,
                                            catalog_version = ?
                                        where region = ? and code = ? and version = ?
                                        """)
                                .params(
                                        override.base(),
                                        content,
                                        version,
                                        catalogVersion,
                                        region,
                                        override.code(),
                                        version - 1)
                                .update();
        if (written == 0) {
            throw Refusal.stale("version-stale", version - 1);
        }
        jdbc.sql(
                        """
                        insert into catalog.item_override_version
                            (region, code, version, base, content, changed_by, changed_at)
                        values (?, ?, ?, ?, ?::jsonb, ?, ?)
                        """)
                .params(
                        region,
                        override.code(),
                        version,
                        override.base(),
                        content,
                        by,
                        Timestamp.from(at))
                .update();
    }

    @Override
    public Optional<LocalValues> past(Region region, String code, long version) {
        return jdbc.sql(
                        """
                        select content from catalog.item_override_version
                        where region = ? and code = ? and version = ?
                        """)
                .params(region.code(), code, version)
                .query((row, n) -> values(row.getString(1)))
                .optional();
    }

    private static ItemOverride read(ResultSet row) throws SQLException {
        return new ItemOverride(
                new Region(row.getString(1)),
                row.getString(2),
                row.getString(3),
                values(row.getString(4)),
                row.getLong(5));
    }

    private static LocalValues values(String json) {
        return Fields.JSON.readValue(json, LocalValues.class);
    }
}
