package org.xiangmuzhang.parties.halls;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.xiangmuzhang.kernel.Region;
import org.xiangmuzhang.parties.Halls;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Halls with their windows, place by place. */
@Repository
class JdbcHalls implements Halls {

    private final JdbcClient jdbc;

    JdbcHalls(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public boolean isKnown(Region region, String code) {
        return jdbc.sql(
                        "select exists (select from parties.hall"
                                + " where region = :region and code = :code)")
                .param("region", region.code())
                .param("code", code)
                .query(Boolean.class)
                .single();
    }

    @Override
    public @Nullable String name(Region region, String hall) {
        return jdbc.sql("select name from parties.hall where region = :region and code = :code")
                .param("region", region.code())
                .param("code", hall)
                .query(String.class)
                .optional()
                .orElse(null);
    }

    @Override
    public @Nullable String window(Region region, String hall, String window) {
        return jdbc.sql(
                        "select name from parties.hall_window"
                                + " where region = :region and hall = :hall and code = :code")
                .param("region", region.code())
                .param("hall", hall)
                .param("code", window)
                .query(String.class)
                .optional()
                .orElse(null);
    }

    /** By code. */
    List<Hall> of(Region region) {
        Map<String, List<Hall.Window>> windows = new LinkedHashMap<>();
        jdbc.sql(
                        "select hall, code, name from parties.hall_window"
                                + " where region = :region order by hall, code")
                .param("region", region.code())
                .query(
                        row -> {
                            windows.computeIfAbsent(row.getString("hall"), it -> new ArrayList<>())
                                    .add(
                                            new Hall.Window(
                                                    row.getString("code"), row.getString("name")));
                        });
        return jdbc.sql("select code, name from parties.hall where region = :region order by code")
                .param("region", region.code())
                .query(
                        (row, number) ->
                                new Hall(
                                        row.getString("code"),
                                        row.getString("name"),
                                        windows.getOrDefault(row.getString("code"), List.of())))
                .list();
    }

    /** Which of the halls of a place have clerks from a day on. */
    List<String> staffed(Region region, LocalDate on) {
        return jdbc.sql(
                        """
                        select distinct hall from parties.post
                         where region = :region and role = 'CLERK' and hall is not null
                           and withdrawn_at is null and (to_day is null or to_day >= :on)
                         order by hall
                        """)
                .param("region", region.code())
                .param("on", on)
                .query(String.class)
                .list();
    }

    /** Which windows of a place have clerks from a day on, as hall and window. */
    List<String> staffedWindows(Region region, LocalDate on) {
        return jdbc.sql(
                        """
                        select distinct hall || ' ' || at_window from parties.post
                         where region = :region and role = 'CLERK' and at_window is not null
                           and withdrawn_at is null and (to_day is null or to_day >= :on)
                         order by 1
                        """)
                .param("region", region.code())
                .param("on", on)
                .query(String.class)
                .list();
    }

    void replace(Region region, List<Hall> halls) {
        jdbc.sql("delete from parties.hall where region = :region")
                .param("region", region.code())
                .update();
        jdbc.sql("insert into parties.hall (region, code, name)" + " select ?, * from unnest(?, ?)")
                .params(region.code(), texts(halls, Hall::code), texts(halls, Hall::name))
                .update();
        List<Placed> windows =
                halls.stream()
                        .flatMap(hall -> hall.windows().stream().map(it -> new Placed(hall, it)))
                        .toList();
        jdbc.sql(
                        "insert into parties.hall_window (region, hall, code, name)"
                                + " select ?, * from unnest(?, ?, ?)")
                .params(
                        region.code(),
                        texts(windows, it -> it.hall().code()),
                        texts(windows, it -> it.window().code()),
                        texts(windows, it -> it.window().name()))
                .update();
    }

    private record Placed(Hall hall, Hall.Window window) {}

    private static <T> String[] texts(List<T> rows, Function<T, String> column) {
        return rows.stream().map(column).toArray(String[]::new);
    }
}
