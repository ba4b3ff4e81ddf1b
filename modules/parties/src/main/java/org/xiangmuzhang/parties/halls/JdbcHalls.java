package org.xiangmuzhang.parties.halls;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.xiangmuzhang.kernel.Region;
import org.xiangmuzhang.parties.Halls;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

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

    void replace(Region region, List<Hall> halls) {
        jdbc.sql("delete from parties.hall where region = :region")
                .param("region", region.code())
                .update();
        for (Hall hall : halls) {
            jdbc.sql(
                            "insert into parties.hall (region, code, name)"
                                    + " values (:region, :code, :name)")
                    .param("region", region.code())
                    .param("code", hall.code())
                    .param("name", hall.name())
                    .update();
            for (Hall.Window window : hall.windows()) {
                jdbc.sql(
                                "insert into parties.hall_window (region, hall, code, name)"
                                        + " values (:region, :hall, :code, :name)")
                        .param("region", region.code())
                        .param("hall", hall.code())
                        .param("code", window.code())
                        .param("name", window.name())
                        .update();
            }
        }
    }
}
