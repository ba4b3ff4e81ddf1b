package org.xiangmuzhang.catalog.adapter.out.jdbc;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;
import org.xiangmuzhang.catalog.api.Stage;
import org.xiangmuzhang.catalog.domain.own.OwnItem;
import org.xiangmuzhang.catalog.domain.search.About;
import org.xiangmuzhang.catalog.domain.search.Hit;
import org.xiangmuzhang.catalog.domain.search.SearchText;
import org.xiangmuzhang.catalog.domain.search.Sought;
import org.xiangmuzhang.catalog.domain.search.Sought.Word;
import org.xiangmuzhang.catalog.domain.search.Themes;
import org.xiangmuzhang.catalog.port.out.SearchIndex;
import org.xiangmuzhang.kernel.Region;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.StringJoiner;
import java.util.UUID;
import java.util.function.BiFunction;

/**
 * Rows are found by indexes of short stretches, each a number that stands for the stretch at its
 * place, then looked at. Numbers of different stretches may be the same; looking tells them apart.
 * What fits better is looked for first, and what fits less only while a page is not full: of each
 * rank PostgreSQL goes either by the stretches, when few rows have them, or along the order.
 */
@Repository
class JdbcSearchIndex implements SearchIndex {

    /** Stands behind every other character. */
    private static final String LAST = Character.toString(Character.MAX_CODE_POINT);

    private static final String MAY_BE =
            """
            found.region = :region
               and (found.until_day is null or found.until_day >= :day)
            """;

    /**
     * What fits is put in order by itself; whether it holds is looked up until there are enough.
     */
    private static final String SORTING =
            """
            select found.length, found.code
              from (select found.code, found.publication, %1$s as length
                      from catalog.item_search found
                     where
            """
                    + MAY_BE
                    + """
                     %2$s
                     order by %3$s offset 0) found
             where %4$s
             order by %3$s limit :limit
            """;

    /** Rows are looked at in their order until there are enough. */
    private static final String ALONG =
            """
            select %1$s as length, found.code
              from catalog.item_search found
             where
            """
                    + MAY_BE
                    + """
             %2$s and %4$s
             order by %3$s limit :limit
            """;

    /**
     * Rows of one rank.
     *
     * @param length what their length is
     * @param order in which they stand
     * @param stretches that they have, or the empty text where another index finds them
     * @param where they are told from other rows
     */
    private record Part(int rank, String length, String order, String stretches, String where) {}

    /** Whether it is the newest version that has begun. */
    private static final String NEWEST =
            """
            (select later.publication = found.publication
               from catalog.own_item later
               join catalog.item_publication newer on newer.id = later.publication
              where later.region = :region and later.code = found.code
                and newer.number is not null and newer.from_day <= :day
              order by newer.from_day desc, newer.number desc limit 1)
            """;

    /** And whether no nearer place has the item in its own way, or has withdrawn it. */
    private static final String NOT_NEARER =
            """
             and (select true
                    from catalog.own_item nearer
                    join catalog.item_publication theirs on theirs.id = nearer.publication
                   where nearer.region = any(:nearer) and nearer.code = found.code
                     and theirs.number is not null and theirs.from_day <= :day
                   limit 1) is null
            """;

    /** So many rows are put in order; where more might fit, it is gone along the order. */
    private static final int SORTED = 2_000;

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;

    JdbcSearchIndex(JdbcClient jdbc, JdbcTemplate batches) {
        this.jdbc = jdbc;
        this.batches = batches;
    }

    @Override
    public void add(UUID publication, Map<OwnItem, SearchText> texts) {
        batches.batchUpdate(
                """
                insert into catalog.item_search (region, code, publication, stage, department,
                    template, until_day, plain_code, name, length, pinyin, initials, other,
                    name_grams, sound_grams, other_grams)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                on conflict do nothing
                """,
                texts.entrySet().stream()
                        .map(one -> row(publication, one.getKey(), one.getValue()))
                        .toList());
    }

    private static Object[] row(UUID publication, OwnItem item, SearchText text) {
        return new Object[] {
            item.region().code(),
            item.code(),
            publication,
            item.sheet().get("stage"),
            item.sheet().get("department"),
            item.template(),
            item.sheet().until(),
            text.code(),
            text.name(),
            text.length(),
            text.pinyin(),
            text.initials(),
            text.other(),
            grams(item.region(), text.nameGrams()),
            grams(item.region(), text.soundGrams()),
            grams(item.region(), text.otherGrams())
        };
    }

    private static int[] grams(Region region, Set<String> grams) {
        return grams.stream()
                .mapToInt(gram -> (region.code() + gram).hashCode())
                .distinct()
                .toArray();
    }

    @Override
    public List<Hit> find(
            Shelf shelf, Sought sought, Themes.Scope scope, Hit after, int limit, LocalDate day) {
        Look look = new Look(sought);
        List<Hit> hits = new ArrayList<>();
        for (Part part : look.parts()) {
            if (hits.size() < limit && part.rank() >= after.rank()) {
                boolean along = part.stretches().isEmpty() || many(shelf, look, part, day);
                String sql =
                        (along ? ALONG : SORTING)
                                .formatted(
                                        part.length(),
                                        scope(scope)
                                                + part.where()
                                                + (along ? "" : part.stretches())
                                                + behind(part, after),
                                        part.order(),
                                        NEWEST + (shelf.nearer().isEmpty() ? "" : NOT_NEARER));
                hits.addAll(
                        look.with(jdbc.sql(sql), shelf, day)
                                .param("stages", names(scope))
                                .param("department", scope.department())
                                .param("templates", templates(scope))
                                .param("length", after.length())
                                .param("code", after.code())
                                .param("limit", limit - hits.size())
                                .query(
                                        (row, n) ->
                                                new Hit(
                                                        part.rank(),
                                                        row.getInt(1),
                                                        row.getString(2)))
                                .list());
            }
        }
        return hits;
    }

    /** Whether so many rows have the stretches that they are better not put in order. */
    private boolean many(Shelf shelf, Look look, Part part, LocalDate day) {
        return look.with(
                                jdbc.sql(
                                        "select count(*) from (select from catalog.item_search found where true"
                                                + part.stretches()
                                                + " limit "
                                                + SORTED
                                                + ") few"),
                                shelf,
                                day)
                        .query(Integer.class)
                        .single()
                == SORTED;
    }

    private static String scope(Themes.Scope scope) {
        return (scope.stages().size() == Stage.values().length
                        ? ""
                        : " and found.stage = any(:stages)")
                + (scope.department() == null ? "" : " and found.department = :department")
                + (scope.templates() == null ? "" : " and found.template = any(:templates)");
    }

    private static String[] names(Themes.Scope scope) {
        return scope.stages().stream().map(Stage::name).toArray(String[]::new);
    }

    private static String @Nullable [] templates(Themes.Scope scope) {
        Set<String> templates = scope.templates();
        return templates == null ? null : templates.toArray(String[]::new);
    }

    private static String behind(Part part, Hit after) {
        return part.rank() > after.rank()
                ? ""
                : " and (%s) > (%s)".formatted(part.order(), part.order().replace("found.", ":"));
    }

    @Override
    public Map<About, Long> count(Shelf shelf, Sought sought, LocalDate day) {
        Look look = new Look(sought);
        Map<About, Long> counts = new LinkedHashMap<>();
        look.with(
                        jdbc.sql(
                                """
                                select found.stage, found.department, found.template, count(*)
                                  from catalog.item_search found
                                  join catalog.item_publication publication
                                    on publication.id = found.publication
                                   and publication.number is not null
                                   and publication.from_day <= :day
                                 where %s %s %s
                                   and not exists (
                                       select from catalog.own_item later
                                         join catalog.item_publication newer
                                           on newer.id = later.publication
                                        where later.region = :region
                                          and later.code = found.code
                                          and newer.number is not null
                                          and newer.from_day <= :day
                                          and (newer.from_day, newer.number)
                                              > (publication.from_day, publication.number))
                                 group by found.stage, found.department, found.template
                                """
                                        .formatted(
                                                MAY_BE,
                                                look.any(),
                                                shelf.nearer().isEmpty() ? "" : NOT_NEARER)),
                        shelf,
                        day)
                .query(
                        row -> {
                            counts.put(
                                    new About(
                                            Stage.valueOf(row.getString(1)),
                                            row.getString(2),
                                            row.getString(3)),
                                    row.getLong(4));
                        });
        return counts;
    }

    @Override
    public Optional<UUID> due() {
        return jdbc.sql(
                        """
                        select publication from catalog.item_search_due order by publication limit 1
                        """)
                .query(UUID.class)
                .optional();
    }

    @Override
    public List<OwnItem> missing(UUID publication, int limit) {
        return jdbc.sql(
                        """
                        select item.region, item.code, 0 as number, item.template,
                               coalesce(publication.from_day, date '2000-01-01') as from_day,
                               item.withdrawn, item.content
                          from catalog.own_item item
                          join catalog.item_publication publication
                            on publication.id = item.publication
                         where item.publication = ? and not item.withdrawn
                           and not exists (
                               select from catalog.item_search there
                                where there.region = item.region and there.code = item.code
                                  and there.publication = item.publication)
                         order by item.code limit ?
                        """)
                .params(publication, limit)
                .query(JdbcOwnItems::item)
                .list();
    }

    @Override
    public void done(UUID publication) {
        jdbc.sql("delete from catalog.item_search_due where publication = ?")
                .param(publication)
                .update();
    }

    /** What was typed, as parts of statements. */
    private static final class Look {

        private static final String EXACT = "(found.name = :whole or found.plain_code = :whole)";
        private static final String BEGINS =
                """
                (found.name >= :whole and found.name < :end
                 or found.plain_code >= :whole and found.plain_code < :end)
                """;

        private final Sought sought;

        Look(Sought sought) {
            this.sought = sought;
        }

        /** Each of the words, numbered, as this makes it. */
        private String all(BiFunction<Word, Integer, String> look) {
            StringJoiner all = new StringJoiner(" and ");
            for (int i = 0; i < sought.words().size(); i++) {
                all.add("(" + look.apply(sought.words().get(i), i) + ")");
            }
            return all.toString();
        }

        private static String named(Word word, int number) {
            return "strpos(found.name, :w%1$d) > 0".formatted(number)
                    + (word.inCode()
                            ? " or strpos(found.plain_code, :w%d) > 0".formatted(number)
                            : "");
        }

        private static String heard(Word word, int number) {
            return named(word, number)
                    + (word.sound()
                            ? " or strpos(found.initials, :w%1$d) > 0 or found.pinyin ~ :s%1$d"
                                    .formatted(number)
                            : "");
        }

        private static String anywhere(Word word, int number) {
            return heard(word, number)
                    + (word.anywhere()
                            ? " or strpos(found.other, :w%d) > 0".formatted(number)
                            : "");
        }

        private static String inName(Word word, int number) {
            return "found.name_grams @> :g%d".formatted(number);
        }

        private static String inSound(Word word, int number) {
            return inName(word, number)
                    + (word.sound() ? " or found.sound_grams @> :g%d".formatted(number) : "");
        }

        private static String inAny(Word word, int number) {
            return inSound(word, number)
                    + (word.anywhere() ? " or found.other_grams @> :g%d".formatted(number) : "");
        }

        /** Those that fit better first; a row is in one of them at most. */
        List<Part> parts() {
            if (sought.all()) {
                return List.of(new Part(Sought.EXACT, "0", "found.code", "", ""));
            }
            String named = " and " + all(Look::named) + " and not " + BEGINS;
            String heard =
                    " and %s and not (%s) and not %s"
                            .formatted(all(Look::heard), all(Look::named), BEGINS);
            String anywhere =
                    " and %s and not (%s) and not %s"
                            .formatted(all(Look::anywhere), all(Look::heard), BEGINS);
            List<Part> parts = new ArrayList<>();
            parts.add(part(Sought.EXACT, "", " and " + EXACT));
            parts.add(part(Sought.BEGINS, "", " and " + BEGINS + " and not " + EXACT));
            parts.add(part(Sought.NAMED, " and " + all(Look::inName), named));
            if (sought.words().stream().anyMatch(Word::sound)) {
                parts.add(part(Sought.SOUNDS, " and " + all(Look::inSound), heard));
            }
            if (sought.words().stream().anyMatch(Word::anywhere)) {
                parts.add(part(Sought.ELSEWHERE, " and " + all(Look::inAny), anywhere));
            }
            return parts;
        }

        private static Part part(int rank, String stretches, String where) {
            return new Part(rank, "found.length", "found.length, found.code", stretches, where);
        }

        /** All of them at once. */
        String any() {
            return sought.all()
                    ? ""
                    : " and %s and (%s or %s)"
                            .formatted(all(Look::inAny), BEGINS, all(Look::anywhere));
        }

        StatementSpec with(StatementSpec statement, Shelf shelf, LocalDate day) {
            StatementSpec spec =
                    statement
                            .param("region", shelf.region().code())
                            .param("day", day)
                            .param("whole", sought.whole())
                            .param("end", sought.whole() + LAST)
                            .param(
                                    "nearer",
                                    shelf.nearer().stream()
                                            .map(Region::code)
                                            .toArray(String[]::new));
            for (int i = 0; i < sought.words().size(); i++) {
                Word word = sought.words().get(i);
                spec =
                        spec.param("w" + i, word.text())
                                .param("s" + i, word.syllables())
                                .param("g" + i, grams(shelf.region(), word.grams()));
            }
            return spec;
        }
    }
}
