package org.xiangmuzhang.catalog.adapter.out.jdbc;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.xiangmuzhang.catalog.domain.guidance.Guide;
import org.xiangmuzhang.catalog.domain.guidance.GuideLine;
import org.xiangmuzhang.catalog.domain.guidance.GuideVersion;
import org.xiangmuzhang.catalog.domain.guidance.WorkLine;
import org.xiangmuzhang.catalog.port.out.Guides;
import org.xiangmuzhang.kernel.Refusal;
import org.xiangmuzhang.kernel.Region;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Drafts and versions of guides. Whatever was published is read once and then kept, the last few of
 * them: it never changes.
 */
@Repository
class JdbcGuides implements Guides {

    private static final int KEPT = 64;

    private final JdbcClient jdbc;
    private final Map<Key, GuideVersion> kept =
            new LinkedHashMap<>(16, 0.75f, true) {
                @Override
                protected boolean removeEldestEntry(Map.Entry<Key, GuideVersion> eldest) {
                    return size() > KEPT;
                }
            };

    JdbcGuides(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private record Key(Region region, String code, int number) {}

    @Override
    public Optional<Draft> draft(Region region, String code) {
        return jdbc.sql(
                        """
                        select content, version from catalog.guide_draft
                         where region = ? and code = ?
                        """)
                .params(region.code(), code)
                .query((row, n) -> new Draft(guide(row.getString(1)), row.getLong(2)))
                .optional();
    }

    @Override
    public void save(Region region, String code, Guide guide, long before, UUID by, Instant at) {
        int written =
                jdbc.sql(
                                before == 0
                                        ? """
                                        insert into catalog.guide_draft
                                            (region, code, version, content, changed_by, changed_at)
                                        values (:region, :code, :before + 1, cast(:content as jsonb),
                                            :by, :at)
                                        on conflict do nothing
                                        """
                                        : """
                                        update catalog.guide_draft
                                           set version = :before + 1,
                                               content = cast(:content as jsonb),
                                               changed_by = :by, changed_at = :at
                                         where region = :region and code = :code
                                           and version = :before
                                        """)
                        .param("region", region.code())
                        .param("code", code)
                        .param("before", before)
                        .param("content", Fields.JSON.writeValueAsString(guide))
                        .param("by", by)
                        .param("at", Timestamp.from(at))
                        .update();
        mustBeWritten(written, before);
    }

    @Override
    public void discard(Region region, String code, long before) {
        mustBeWritten(
                jdbc.sql(
                                """
                                delete from catalog.guide_draft
                                 where region = ? and code = ? and version = ?
                                """)
                        .params(region.code(), code, before)
                        .update(),
                before);
    }

    private static void mustBeWritten(int written, long before) {
        if (written == 0) {
            throw Refusal.stale("version-stale", before);
        }
    }

    @Override
    public GuideVersion add(
            Region region,
            String code,
            Guide guide,
            LocalDate from,
            @Nullable LocalDate until,
            @Nullable Integer proposal,
            Instant at) {
        int number =
                jdbc.sql(
                                """
                                insert into catalog.guide_version (region, code, number, name_zh,
                                    name_en, content, from_day, until_day, proposal, state,
                                    decided_at)
                                select :region, :code, 1 + coalesce(max(number), 0), :zh, :en,
                                    cast(:content as jsonb), :from, cast(:until as date), :proposal,
                                    :state, cast(:at as timestamptz)
                                  from catalog.guide_version
                                 where region = :region and code = :code
                                returning number
                                """)
                        .param("region", region.code())
                        .param("code", code)
                        .param("zh", guide.nameZh())
                        .param("en", guide.nameEn())
                        .param("content", Fields.JSON.writeValueAsString(guide))
                        .param("from", from)
                        .param("until", until)
                        .param("proposal", proposal)
                        .param("state", proposal == null ? "PUBLISHED" : "PROPOSED")
                        .param("at", proposal == null ? Timestamp.from(at) : null)
                        .query(Integer.class)
                        .single();
        return new GuideVersion(region, code, number, guide, from, until);
    }

    @Override
    public Optional<GuideVersion> proposed(Region region, String code, int proposal) {
        return jdbc.sql(
                        """
                        select region, code, number, content, from_day, until_day
                          from catalog.guide_version
                         where region = ? and code = ? and proposal = ?
                        """)
                .params(region.code(), code, proposal)
                .query(JdbcGuides::version)
                .optional();
    }

    @Override
    public void decided(GuideVersion version, boolean published, Instant at) {
        jdbc.sql(
                        """
                        update catalog.guide_version set state = ?, decided_at = ?
                         where region = ? and code = ? and number = ? and state = 'PROPOSED'
                        """)
                .params(
                        published ? "PUBLISHED" : "DROPPED",
                        Timestamp.from(at),
                        version.region().code(),
                        version.code(),
                        version.number())
                .update();
    }

    @Override
    public Optional<GuideVersion> published(Region region, String code, int number) {
        Key key = new Key(region, code, number);
        synchronized (kept) {
            GuideVersion known = kept.get(key);
            if (known != null) {
                return Optional.of(known);
            }
        }
        Optional<GuideVersion> read =
                jdbc.sql(
                                """
                                select region, code, number, content, from_day, until_day
                                  from catalog.guide_version
                                 where region = ? and code = ? and number = ?
                                   and state = 'PUBLISHED'
                                """)
                        .params(region.code(), code, number)
                        .query(JdbcGuides::version)
                        .optional();
        read.ifPresent(
                version -> {
                    synchronized (kept) {
                        kept.put(key, version);
                    }
                });
        return read;
    }

    @Override
    public Optional<GuideVersion> shipped(String code) {
        return jdbc.sql(
                        """
                        select region, code, number, content, from_day, until_day
                          from catalog.guide_version
                         where region = ? and code = ? and proposal is null
                         order by number desc limit 1
                        """)
                .params(Region.TEMPLATE.code(), code)
                .query(JdbcGuides::version)
                .optional();
    }

    @Override
    public Optional<GuideVersion> holding(List<Region> chain, String code, LocalDate day) {
        return jdbc.sql(
                        """
                        select region, number from catalog.guide_version
                         where region = any(:chain) and code = :code and state = 'PUBLISHED'
                           and from_day <= :day and (until_day is null or until_day >= :day)
                         order by array_position(:chain, region), number desc limit 1
                        """)
                .param("chain", codes(chain))
                .param("code", code)
                .param("day", day)
                .query((row, n) -> new Key(new Region(row.getString(1)), code, row.getInt(2)))
                .optional()
                .flatMap(key -> published(key.region(), key.code(), key.number()));
    }

    @Override
    public List<GuideLine> holding(
            List<Region> chain, LocalDate day, @Nullable String after, int limit) {
        return jdbc.sql(
                        """
                        select distinct on (code) code, region || '.' || number, name_zh, name_en,
                               content ->> 'summaryZh', content ->> 'summaryEn'
                          from catalog.guide_version
                         where region = any(:chain) and code > :after and state = 'PUBLISHED'
                           and from_day <= :day and (until_day is null or until_day >= :day)
                         order by code, array_position(:chain, region), number desc limit :limit
                        """)
                .param("chain", codes(chain))
                .param("after", after == null ? "" : after)
                .param("day", day)
                .param("limit", limit)
                .query(
                        (row, n) ->
                                new GuideLine(
                                        row.getString(1),
                                        row.getString(2),
                                        row.getString(3),
                                        row.getString(4),
                                        row.getString(5),
                                        row.getString(6)))
                .list();
    }

    @Override
    public List<WorkLine> work(Region region, int limit) {
        return jdbc.sql(
                        """
                        select code, (array_agg(name_zh order by number desc))[1],
                               (array_agg(name_en order by number desc))[1],
                               max(number) filter (where state = 'PUBLISHED'),
                               bool_or(state = 'DRAFT'), bool_or(state = 'PROPOSED')
                          from (select code, name_zh, name_en, number, state
                                  from catalog.guide_version where region = :region
                                union all
                                select code, content ->> 'nameZh', content ->> 'nameEn',
                                       2000000000, 'DRAFT'
                                  from catalog.guide_draft where region = :region) as lines
                         where state <> 'DROPPED'
                         group by code order by code limit :limit
                        """)
                .param("region", region.code())
                .param("limit", limit)
                .query(
                        (row, n) ->
                                new WorkLine(
                                        row.getString(1),
                                        row.getString(2),
                                        row.getString(3),
                                        row.getObject(4, Integer.class),
                                        row.getBoolean(5),
                                        row.getBoolean(6)))
                .list();
    }

    private static String[] codes(List<Region> regions) {
        return regions.stream().map(Region::code).toArray(String[]::new);
    }

    private static Guide guide(String json) {
        return Fields.JSON.readValue(json, Guide.class);
    }

    private static GuideVersion version(ResultSet row, int n) throws SQLException {
        return new GuideVersion(
                new Region(row.getString(1)),
                row.getString(2),
                row.getInt(3),
                guide(row.getString(4)),
                row.getObject(5, LocalDate.class),
                row.getObject(6, LocalDate.class));
    }
}
