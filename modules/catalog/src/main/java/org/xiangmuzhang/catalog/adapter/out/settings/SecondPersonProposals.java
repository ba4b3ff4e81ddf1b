package org.xiangmuzhang.catalog.adapter.out.settings;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.xiangmuzhang.catalog.domain.LocalRow;
import org.xiangmuzhang.catalog.domain.LocalValues;
import org.xiangmuzhang.catalog.port.out.Proposals;
import org.xiangmuzhang.kernel.Actor;
import org.xiangmuzhang.kernel.Region;
import org.xiangmuzhang.settings.SecondPerson;
import org.xiangmuzhang.settings.SettingVersion;

import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Ways of places as versions of the settings module, under {@code catalog.<table>/<key>}; the days
 * on which one begins or ends stand in a list of the catalog's own.
 */
@Repository
class SecondPersonProposals implements Proposals {

    private static final String PREFIX = "catalog.";
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final TypeReference<LinkedHashMap<String, Object>> VALUES =
            new TypeReference<>() {};

    private final SecondPerson second;
    private final JdbcClient jdbc;

    SecondPersonProposals(SecondPerson second, JdbcClient jdbc) {
        this.second = second;
        this.jdbc = jdbc;
    }

    @Override
    public SettingVersion propose(
            Actor actor,
            Way way,
            LocalValues values,
            LocalDate from,
            @Nullable LocalDate until,
            String reason) {
        return store(
                actor, way, values.equals(LocalValues.NONE) ? null : values, from, until, reason);
    }

    @Override
    public SettingVersion propose(
            Actor actor,
            Way way,
            LocalRow row,
            LocalDate from,
            @Nullable LocalDate until,
            String reason) {
        boolean asAbove = !row.absent() && row.fields().isEmpty();
        return store(actor, way, asAbove ? null : row, from, until, reason);
    }

    private SettingVersion store(
            Actor actor,
            Way way,
            @Nullable Object content,
            LocalDate from,
            @Nullable LocalDate until,
            String reason) {
        Map<String, Object> values =
                content == null ? Map.of() : JSON.convertValue(content, VALUES);
        return second.propose(actor, way.region(), name(way), values, from, until, reason);
    }

    @Override
    public void decide(
            Actor actor,
            @Nullable SettingVersion proposal,
            SettingVersion.State outcome,
            String answer) {
        second.decide(actor, proposal, outcome, answer);
    }

    @Override
    public Optional<SettingVersion> waiting(Way way) {
        return second.waiting(way.region(), name(way));
    }

    @Override
    public List<Way> waiting(List<Region> places) {
        return second.waiting(places, PREFIX).stream()
                .filter(version -> version.name().contains("/"))
                .map(version -> way(version.region(), version.name()))
                .toList();
    }

    @Override
    public List<SettingVersion> history(Way way, int before, int limit) {
        return second.history(way.region(), name(way), before, limit);
    }

    @Override
    public Optional<SettingVersion> holding(Way way, LocalDate day) {
        return second.holding(way.region(), name(way), day);
    }

    @Override
    public LocalValues values(SettingVersion version) {
        return version.isAsAbove()
                ? LocalValues.NONE
                : JSON.convertValue(version.values(), LocalValues.class);
    }

    @Override
    public LocalRow row(SettingVersion version) {
        return version.isAsAbove()
                ? new LocalRow(false, Map.of())
                : JSON.convertValue(version.values(), LocalRow.class);
    }

    @Override
    public void lookAgain(Way way, LocalDate on) {
        jdbc.sql(
                        """
                        insert into catalog.local_way_due (region, table_name, key, day)
                        values (?, ?, ?, ?) on conflict do nothing
                        """)
                .params(way.region().code(), way.table(), way.key(), on)
                .update();
    }

    @Override
    public List<Way> toLookAt(LocalDate today, int limit) {
        return jdbc.sql(
                        """
                        select region, table_name, key from catalog.local_way_due
                         where day <= ? order by day limit ? for update skip locked
                        """)
                .params(today, limit)
                .query(
                        (row, n) ->
                                new Way(
                                        new Region(row.getString(1)),
                                        row.getString(2),
                                        row.getString(3)))
                .list();
    }

    @Override
    public void looked(Way way, LocalDate today) {
        jdbc.sql(
                        """
                        delete from catalog.local_way_due
                         where region = ? and table_name = ? and key = ? and day <= ?
                        """)
                .params(way.region().code(), way.table(), way.key(), today)
                .update();
    }

    private static String name(Way way) {
        return PREFIX + way.table() + "/" + way.key();
    }

    private static Way way(Region region, String name) {
        int slash = name.indexOf('/');
        return new Way(region, name.substring(PREFIX.length(), slash), name.substring(slash + 1));
    }
}
