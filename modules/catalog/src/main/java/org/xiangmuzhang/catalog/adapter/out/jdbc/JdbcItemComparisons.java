package org.xiangmuzhang.catalog.adapter.out.jdbc;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.xiangmuzhang.catalog.domain.own.Element;
import org.xiangmuzhang.catalog.domain.own.ItemSheet;
import org.xiangmuzhang.catalog.port.out.ItemComparisons;
import org.xiangmuzhang.kernel.Region;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;

/** Hashes of elements beside each other, a stretch of codes at a time. */
@Repository
class JdbcItemComparisons implements ItemComparisons {

    /** The newest version of each code of the places that has begun by the day. */
    private static final String NEWEST =
            """
            select distinct on (item.region, item.code) item.region, item.code, item.name_zh,
                   item.level, item.parent, item.template, item.elements,
                   not item.withdrawn and (item.until_day is null or item.until_day >= :day)
                       as holds
              from catalog.own_item item
              join catalog.item_publication publication on publication.id = item.publication
             where publication.number is not null and publication.from_day <= :day and %s
             order by item.region, item.code, publication.from_day desc, publication.number desc
            """;

    private static final String COMPARED =
            """
            with here as (%s limit :limit),
            upper_all as (%s),
            upper as (select distinct on (code) * from upper_all where holds
                       order by code, array_position(:above, region)),
            top as (select distinct on (code) * from upper_all where holds
                     order by code, array_position(:above, region) desc)
            select here.code, here.holds, upper.region as upper, named.region as named_region,
                   named.code as named_code, template.code as template_code,
                   case when upper.code is not null
                        then array(select at from generate_subscripts(here.elements, 1) at
                                    where here.elements[at] is distinct from upper.elements[at])
                   end as differing,
                   case when upper.code is not null and top.region <> upper.region
                        then array(select at from generate_subscripts(here.elements, 1) at
                                    where here.elements[at] is distinct from upper.elements[at]
                                      and here.elements[at] = top.elements[at])
                   end as deviates,
                   case when template.code is not null
                        then array(select at from unnest(array[3, 4, 5, 7]) at
                                    where template.texts[at] <> ''
                                      and here.elements[at]
                                          <> hashtextextended(template.texts[at], 0))
                   end as below
              from here
              left join upper on upper.code = here.code
              left join top on top.code = here.code
              left join (select code, array['', '', basis, kind, stage, '', statutory] as texts
                           from unnest(cast(:codes as text[]), cast(:bases as text[]),
                                       cast(:kinds as text[]), cast(:stages as text[]),
                                       cast(:limits as text[]))
                                as row (code, basis, kind, stage, statutory)) template
                     on upper.code is null and template.code = here.template
              left join lateral (
                   select alike.region, alike.code
                     from catalog.own_item alike
                     join catalog.item_publication publication
                       on publication.id = alike.publication
                    where upper.code is null and alike.region = any(:above)
                      and alike.name_zh = here.name_zh and alike.level = here.level
                      and alike.parent is not distinct from here.parent
                      and alike.code <> here.code
                      and publication.number is not null and publication.from_day <= :day
                      and not alike.withdrawn
                      and (alike.until_day is null or alike.until_day >= :day)
                      and not exists (select from catalog.own_item own
                                       where own.region = :region and own.code = alike.code)
                      and not exists (
                          select from catalog.own_item later
                            join catalog.item_publication newer on newer.id = later.publication
                           where later.region = alike.region and later.code = alike.code
                             and newer.number is not null and newer.from_day <= :day
                             and (newer.from_day, newer.number)
                                 > (publication.from_day, publication.number))
                    order by array_position(:above, alike.region), alike.code
                    limit 1) named on true
             order by here.code
            """
                    .formatted(
                            NEWEST.formatted("item.region = :region and item.code > :after"),
                            NEWEST.formatted(
                                    "item.region = any(:above)"
                                            + " and item.code in (select code from here)"));

    private final JdbcClient jdbc;

    JdbcItemComparisons(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Set<Region> listed(Collection<Region> places) {
        return new HashSet<>(
                jdbc.sql(
                                """
                                select region from catalog.item_list
                                 where region = any(?) and number > 0
                                """)
                        .param(codes(places))
                        .query((row, n) -> new Region(row.getString(1)))
                        .list());
    }

    @Override
    public List<Compared> compare(
            Region region,
            List<Region> above,
            Map<String, ItemSheet> template,
            String after,
            int limit,
            LocalDate day) {
        return jdbc.sql(COMPARED)
                .param("region", region.code())
                .param("above", codes(above))
                .param("after", after)
                .param("day", day)
                .param("limit", limit)
                .param("codes", template.keySet().toArray(String[]::new))
                .param("bases", texts(template, Element.BASIS::of))
                .param("kinds", texts(template, Element.KIND::of))
                .param("stages", texts(template, Element.STAGE::of))
                .param("limits", texts(template, Element.STATUTORY::of))
                .query((row, n) -> compared(row))
                .list();
    }

    private static String[] texts(
            Map<String, ItemSheet> template, Function<ItemSheet, String> element) {
        return template.values().stream()
                .map(sheet -> Objects.requireNonNullElse(element.apply(sheet), ""))
                .toArray(String[]::new);
    }

    private static Compared compared(ResultSet row) throws SQLException {
        String code = row.getString("code");
        boolean holds = row.getBoolean("holds");
        String upper = row.getString("upper");
        if (upper != null) {
            return new Compared(
                    code,
                    holds,
                    new Region(upper),
                    code,
                    elements(row, "differing"),
                    elements(row, "deviates"));
        }
        String named = row.getString("named_code");
        if (named != null) {
            return new Compared(
                    code,
                    holds,
                    new Region(row.getString("named_region")),
                    named,
                    EnumSet.of(Element.CODE),
                    Set.of());
        }
        String template = row.getString("template_code");
        return new Compared(
                code,
                holds,
                template == null ? null : Region.TEMPLATE,
                template,
                elements(row, "below"),
                Set.of());
    }

    private static Set<Element> elements(ResultSet row, String column) throws SQLException {
        Set<Element> elements = EnumSet.noneOf(Element.class);
        Array positions = row.getArray(column);
        if (positions != null) {
            for (Integer at : (Integer[]) positions.getArray()) {
                elements.add(Element.values()[at - 1]);
            }
        }
        return elements;
    }

    @Override
    public List<String> gaps(
            Region region, boolean unsorted, String after, int limit, LocalDate day) {
        return jdbc.sql(
                        """
                        select distinct item.code
                          from catalog.own_item item
                          join catalog.item_publication publication
                            on publication.id = item.publication
                         where item.region = :region and item.%s and item.code > :after
                           and publication.number is not null and publication.from_day <= :day
                           and not item.withdrawn
                           and (item.until_day is null or item.until_day >= :day)
                           %s
                         order by item.code limit :limit
                        """
                                .formatted(
                                        unsorted ? "unsorted" : "unfounded", JdbcOwnItems.NO_LATER))
                .param("region", region.code())
                .param("after", after)
                .param("day", day)
                .param("limit", limit)
                .query(String.class)
                .list();
    }

    private static String[] codes(Collection<Region> places) {
        return places.stream().map(Region::code).toArray(String[]::new);
    }
}
