package org.xiangmuzhang.catalog.adapter.out.jdbc;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.xiangmuzhang.catalog.domain.own.ItemSheet;
import org.xiangmuzhang.catalog.domain.own.Level;
import org.xiangmuzhang.catalog.domain.own.Narrowed;
import org.xiangmuzhang.catalog.domain.own.OwnItem;
import org.xiangmuzhang.catalog.domain.own.VersionLine;
import org.xiangmuzhang.catalog.port.out.OwnItems;
import org.xiangmuzhang.kernel.Region;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Own items in one table; which publication a row came with says whether it holds. */
@Repository
class JdbcOwnItems implements OwnItems {

    private static final String COLUMNS =
            """
            item.region, item.code, publication.number, item.template, publication.from_day,
            item.withdrawn, item.content
            """;

    /** That no later version of an item has begun by the day. */
    static final String NO_LATER =
            """
            and not exists (
                select from catalog.own_item later
                  join catalog.item_publication newer on newer.id = later.publication
                 where later.region = item.region and later.code = item.code
                   and newer.number is not null and newer.from_day <= :day
                   and (newer.from_day, newer.number) > (publication.from_day, publication.number))
            """;

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;

    JdbcOwnItems(JdbcClient jdbc, JdbcTemplate batches) {
        this.jdbc = jdbc;
        this.batches = batches;
    }

    @Override
    public Optional<OwnItem> newest(List<Region> places, String code, LocalDate day) {
        if (places.isEmpty()) {
            return Optional.empty();
        }
        return jdbc.sql(
                        "select "
                                + COLUMNS
                                + """
                                  from catalog.own_item item
                                  join catalog.item_publication publication
                                    on publication.id = item.publication
                                 where item.region = any(:places) and item.code = :code
                                   and publication.number is not null
                                   and publication.from_day <= :day
                                 order by array_position(:places, item.region),
                                       publication.from_day desc, publication.number desc
                                 limit 1
                                """)
                .param("places", codes(places))
                .param("code", code)
                .param("day", day)
                .query(JdbcOwnItems::item)
                .optional();
    }

    @Override
    public Map<String, OwnItem> newest(Region region, Collection<String> codes, LocalDate day) {
        Map<String, OwnItem> found = new LinkedHashMap<>();
        if (codes.isEmpty()) {
            return found;
        }
        jdbc.sql(
                        "select distinct on (item.code) "
                                + COLUMNS
                                + """
                                  from catalog.own_item item
                                  join catalog.item_publication publication
                                    on publication.id = item.publication
                                 where item.region = :region and item.code = any(:codes)
                                   and publication.number is not null
                                   and publication.from_day <= :day
                                 order by item.code, publication.from_day desc,
                                       publication.number desc
                                """)
                .param("region", region.code())
                .param("codes", codes.toArray(String[]::new))
                .param("day", day)
                .query(JdbcOwnItems::item)
                .list()
                .forEach(item -> found.put(item.code(), item));
        return found;
    }

    /** Codes are walked along the index, and the newest version is looked up for each. */
    @Override
    public List<OwnItem> page(
            List<Region> places,
            Narrowed narrowed,
            @Nullable String after,
            int limit,
            LocalDate day) {
        if (places.isEmpty()) {
            return List.of();
        }
        Level level = narrowed.level();
        return jdbc.sql(
                        """
                        select distinct on (found.code) found.*
                          from unnest(cast(:places as text[])) with ordinality
                               as place (region, near)
                         cross join lateral (
                               select newest.*
                                 from (select distinct code from catalog.own_item
                                        where region = place.region and code > :after
                                        order by code) listed
                                cross join lateral (
                                      select item.region, item.code, publication.number,
                                             item.template, publication.from_day,
                                             item.withdrawn, item.content, item.level,
                                             item.parent, item.department, item.name_zh
                                        from catalog.own_item item
                                        join catalog.item_publication publication
                                          on publication.id = item.publication
                                       where item.region = place.region
                                         and item.code = listed.code
                                         and publication.number is not null
                                         and publication.from_day <= :day
                                       order by publication.from_day desc,
                                             publication.number desc
                                       limit 1) newest
                                where (cast(:level as text) is null or level = :level)
                                  and (cast(:parent as text) is null or parent = :parent)
                                  and (cast(:department as text) is null
                                       or department = :department)
                                  and (:text = '' or position(:text in name_zh) > 0
                                       or starts_with(newest.code, :text))
                                order by listed.code limit :limit) found
                         order by found.code, place.near
                         limit :limit
                        """)
                .param("places", codes(places))
                .param("after", after == null ? "" : after)
                .param("day", day)
                .param("level", level == null ? null : level.name())
                .param("parent", narrowed.parent())
                .param("department", narrowed.department())
                .param("text", narrowed.text())
                .param("limit", limit)
                .query(JdbcOwnItems::item)
                .list();
    }

    @Override
    public Optional<OwnItem> version(Region region, String code, int number) {
        return jdbc.sql(
                        "select "
                                + COLUMNS
                                + """
                                  from catalog.item_publication publication
                                  join catalog.own_item item
                                    on item.region = publication.region
                                   and item.publication = publication.id
                                 where publication.region = ? and publication.number = ?
                                   and item.code = ?
                                """)
                .params(region.code(), number, code)
                .query(JdbcOwnItems::item)
                .optional();
    }

    @Override
    public List<VersionLine> versions(Region region, String code) {
        return jdbc.sql(
                        """
                        select publication.number, publication.from_day, item.until_day,
                               item.withdrawn, publication.source, publication.drafted_by,
                               publication.published_by, publication.published_at
                          from catalog.own_item item
                          join catalog.item_publication publication
                            on publication.id = item.publication
                         where item.region = ? and item.code = ?
                           and publication.number is not null
                         order by publication.from_day desc, publication.number desc
                         limit 200
                        """)
                .params(region.code(), code)
                .query(
                        (row, n) ->
                                new VersionLine(
                                        row.getInt(1),
                                        row.getObject(2, LocalDate.class),
                                        row.getObject(3, LocalDate.class),
                                        row.getBoolean(4),
                                        row.getString(5),
                                        row.getObject(6, UUID.class),
                                        row.getObject(7, UUID.class),
                                        row.getTimestamp(8).toInstant()))
                .list();
    }

    @Override
    public Map<String, Level> levels(Region region, Collection<String> codes) {
        Map<String, Level> levels = new LinkedHashMap<>();
        jdbc.sql(
                        """
                        select distinct on (item.code) item.code, item.level
                          from catalog.own_item item
                          join catalog.item_publication publication
                            on publication.id = item.publication
                         where item.region = :region and item.code = any(:codes)
                           and publication.number is not null
                         order by item.code, publication.number
                        """)
                .param("region", region.code())
                .param("codes", codes.toArray(String[]::new))
                .query(
                        row -> {
                            levels.put(row.getString(1), Level.valueOf(row.getString(2)));
                        });
        return levels;
    }

    @Override
    public List<String> children(
            Region region, Collection<Region> places, String code, LocalDate day, int limit) {
        return standing("item.parent = :code", region, places, code, day, limit);
    }

    @Override
    public List<String> waiting(
            Region region, Collection<Region> places, String code, LocalDate day, int limit) {
        return standing(
                "item.waits_for @> array[cast(:code as text)]", region, places, code, day, limit);
    }

    /** Whose newest version is such a one, and not withdrawn or over. */
    private List<String> standing(
            String such,
            Region region,
            Collection<Region> places,
            String code,
            LocalDate day,
            int limit) {
        return jdbc.sql(
                        """
                        select distinct item.code || case when item.region = :region then ''
                                                          else ' (' || item.region || ')' end
                          from catalog.own_item item
                          join catalog.item_publication publication
                            on publication.id = item.publication
                         where item.region = any(:places) and %s
                           and publication.number is not null and publication.from_day <= :day
                           and not item.withdrawn
                           and (item.until_day is null or item.until_day >= :day)
                           %s
                           and (item.region = :region or not exists (
                               select from catalog.own_item nearer
                                where nearer.region = item.region and nearer.code = :code))
                         order by 1 limit :limit
                        """
                                .formatted(such, NO_LATER))
                .param("region", region.code())
                .param("places", codes(places))
                .param("code", code)
                .param("day", day)
                .param("limit", limit)
                .query(String.class)
                .list();
    }

    @Override
    public List<LocalDate> beginnings(Collection<Region> places, LocalDate after) {
        return jdbc.sql(
                        """
                        select distinct from_day from catalog.item_publication
                         where region = any(:places) and number is not null and from_day > :after
                         order by from_day
                        """)
                .param("places", codes(places))
                .param("after", after)
                .query(LocalDate.class)
                .list();
    }

    @Override
    public boolean isMovedUnder(
            UUID publication,
            Collection<Region> places,
            Instant since,
            LocalDate after,
            LocalDate until) {
        return jdbc.sql(
                        """
                        select exists (
                            select from catalog.item_publication moved
                              join catalog.own_item upper on upper.publication = moved.id
                             where moved.region = any(:places) and moved.number is not null
                               and (moved.published_at > :since
                                    or moved.from_day > :after and moved.from_day <= :until)
                               and (exists (
                                        select from catalog.own_item item
                                         where item.publication = :publication
                                           and item.parent = upper.code)
                                    or exists (
                                        select from catalog.own_item item
                                         where item.publication = :publication
                                           and item.waits_for @> array[upper.code])))
                        """)
                .param("publication", publication)
                .param("places", codes(places))
                .param("since", Timestamp.from(since))
                .param("after", after)
                .param("until", until)
                .query(Boolean.class)
                .single();
    }

    @Override
    public long decidedBy(String department, LocalDate day) {
        return jdbc.sql(
                        """
                        select count(distinct (item.region, item.code))
                          from catalog.own_item item
                          join catalog.item_publication publication
                            on publication.id = item.publication
                         where item.department = :department
                           and publication.number is not null
                           and not item.withdrawn
                           and (item.until_day is null or item.until_day >= :day)
                           %s
                        """
                                .formatted(NO_LATER))
                .param("department", department)
                .param("day", day)
                .query(Long.class)
                .single();
    }

    @Override
    public long unfit(Region region, Level level, int length, LocalDate day) {
        return jdbc.sql(
                        """
                        select count(*) from (
                            select distinct on (item.code) item.code, item.level,
                                   item.withdrawn, item.until_day
                              from catalog.own_item item
                              join catalog.item_publication publication
                                on publication.id = item.publication
                             where item.region = :region and publication.number is not null
                               and publication.from_day <= :day
                             order by item.code, publication.from_day desc,
                                   publication.number desc) newest
                         where level = :level and length(code) <> :length and not withdrawn
                           and (until_day is null or until_day >= :day)
                        """)
                .param("region", region.code())
                .param("day", day)
                .param("level", level.name())
                .param("length", length)
                .query(Long.class)
                .single();
    }

    @Override
    public List<String> codes(UUID publication, int limit) {
        return jdbc.sql(
                        """
                        select code from catalog.own_item
                         where publication = ? order by code limit ?
                        """)
                .params(publication, limit)
                .query(String.class)
                .list();
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public int lock(Region region) {
        jdbc.sql(
                        "insert into catalog.item_list (region, number) values (?, 0) on conflict do nothing")
                .param(region.code())
                .update();
        return jdbc.sql("select number from catalog.item_list where region = ? for update")
                .param(region.code())
                .query(Integer.class)
                .single();
    }

    @Override
    public int number(Region region) {
        return jdbc.sql("select number from catalog.item_list where region = ?")
                .param(region.code())
                .query(Integer.class)
                .optional()
                .orElse(0);
    }

    @Override
    public void begin(Publication publication) {
        jdbc.sql(
                        """
                        insert into catalog.item_publication
                            (id, region, source, item_count, drafted_by)
                        values (?, ?, ?, 0, ?)
                        """)
                .params(
                        publication.id(),
                        publication.region().code(),
                        publication.source(),
                        publication.draftedBy())
                .update();
    }

    @Override
    public int add(UUID publication, Collection<OwnItem> items) {
        int[] added =
                batches.batchUpdate(
                        """
                        insert into catalog.own_item (region, code, publication, level, parent,
                            template, department, name_zh, until_day, withdrawn, waits_for,
                            content, digest)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?)
                        on conflict do nothing
                        """,
                        items.stream().map(item -> row(publication, item)).toList());
        int count = Arrays.stream(added).filter(one -> one > 0).sum();
        jdbc.sql("update catalog.item_publication set item_count = item_count + ? where id = ?")
                .params(count, publication)
                .update();
        return count;
    }

    private static Object[] row(UUID publication, OwnItem item) {
        ItemSheet sheet = item.sheet();
        return new Object[] {
            item.region().code(),
            item.code(),
            publication,
            sheet.level().name(),
            sheet.parent(),
            item.template(),
            sheet.get("department"),
            sheet.get("name_zh"),
            sheet.until(),
            item.withdrawn(),
            sheet.waitsFor().toArray(String[]::new),
            Fields.JSON.writeValueAsString(sheet),
            sheet.digest()
        };
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void publish(UUID publication, int number, LocalDate from, UUID by, Instant at) {
        String region =
                jdbc.sql(
                                """
                                update catalog.item_publication
                                   set number = ?, from_day = ?, published_by = ?,
                                       published_at = ?
                                 where id = ? returning region
                                """)
                        .params(number, from, by, Timestamp.from(at), publication)
                        .query(String.class)
                        .single();
        jdbc.sql("update catalog.item_list set number = ? where region = ?")
                .params(number, region)
                .update();
    }

    private static String[] codes(Collection<Region> places) {
        return places.stream().map(Region::code).toArray(String[]::new);
    }

    static OwnItem item(ResultSet row, int n) throws SQLException {
        return new OwnItem(
                new Region(row.getString("region")),
                row.getString("code"),
                row.getInt("number"),
                row.getString("template"),
                row.getObject("from_day", LocalDate.class),
                row.getBoolean("withdrawn"),
                Fields.JSON.readValue(row.getString("content"), ItemSheet.class));
    }
}
