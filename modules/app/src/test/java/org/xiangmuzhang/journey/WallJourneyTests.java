package org.xiangmuzhang.journey;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.xiangmuzhang.kernel.Actor;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The second wall, behind a page that forgot the first: it shows every row of every walled table to
 * whoever asks.
 */
class WallJourneyTests {

    private static final String LEAK = "/api/leak";

    /** Officials meet their rows of every place; only enterprises are kept apart. */
    private static final Set<String> OF_EVERY_PLACE =
            Set.of("parties.enterprise", "parties.former_name", "files.file");

    private final Platform platform = Platform.shared();
    private final JdbcClient jdbc = platform.bean(JdbcClient.class);
    private final RequestMappingHandlerMapping routes =
            platform.bean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class);
    private final RequestMappingInfo route =
            RequestMappingInfo.paths(LEAK)
                    .methods(RequestMethod.GET)
                    .options(routes.getBuilderConfiguration())
                    .build();

    private final Story here = withAnApplication("140500", "墙内电站");
    private final Story there = withAnApplication("140502", "墙外电站");

    /** A page without any condition, as somebody may write it one day. */
    public final class Leaking {

        @ResponseBody
        public Map<String, List<String>> all(Actor actor) {
            return rows();
        }
    }

    @BeforeEach
    void openTheLeak() throws ReflectiveOperationException {
        routes.registerMapping(route, new Leaking(), Leaking.class.getMethod("all", Actor.class));
    }

    @AfterEach
    void closeTheLeak() {
        routes.unregisterMapping(route);
    }

    @Test
    void anOfficialSeesNoRowOfAPlaceThatThePostDoesNotReach() {
        for (String official :
                List.of("steward", "clerk", "approver-nr", "land-officer", "supervisor")) {
            var seen = there.as(official).get(LEAK);
            seen.properties()
                    .forEach(
                            table -> {
                                if (!OF_EVERY_PLACE.contains(table.getKey())) {
                                    assertThat(table.getValue())
                                            .as(official + " " + table.getKey())
                                            .allSatisfy(
                                                    row ->
                                                            assertThat(row.asString())
                                                                    .startsWith("140502 "));
                                }
                            });
            assertThat(seen.toString())
                    .contains(there.project.toString())
                    .doesNotContain(here.project.toString());
        }
        assertThat(here.as("steward").get(LEAK).toString())
                .contains(here.project.toString(), there.project.toString());
    }

    @Test
    void anEnterpriseSeesNoRowOfAnother() {
        var seen = there.as("applicant").get(LEAK);

        assertThat(seen.toString())
                .contains(there.enterprise.toString(), there.project.toString(), "墙外电站")
                .doesNotContain("墙内电站");
        seen.properties()
                .forEach(
                        table -> {
                            assertThat(table.getValue().toString())
                                    .as(table.getKey())
                                    .doesNotContain(
                                            here.enterprise.toString(), here.project.toString());
                        });
    }

    @Test
    void anIntermediarySeesNoMatterOfAnEnterprise() {
        assertThat(platform.as("intermediary").get(LEAK).toString())
                .doesNotContain(here.project.toString(), there.project.toString(), "墙内电站", "墙外电站");
    }

    @Test
    void whatIsBeingPreparedIsSeenByNoEnterprise() {
        String number = "140500003001GB%05d".formatted(here.project.hashCode() & 0x7FFF);
        here.as("land-officer")
                .post(
                        "/api/land/parcels",
                        Map.of("number", number, "areaSquareMetres", new BigDecimal("100.00")));

        assertThat(here.as("land-officer").get(LEAK).toString()).contains(number);
        assertThat(here.as("applicant").get(LEAK).toString()).doesNotContain(number);
    }

    @Test
    void withoutTheWallThePageLeaks() {
        List<String> walled = walled();
        walled.forEach(
                table ->
                        jdbc.sql("alter table " + table + " no force row level security").update());
        try {
            assertThat(there.as("applicant").get(LEAK).toString())
                    .contains(here.enterprise.toString(), "墙内电站");
            assertThat(there.as("clerk").get(LEAK).toString()).contains(here.project.toString());
        } finally {
            walled.forEach(
                    table ->
                            jdbc.sql("alter table " + table + " force row level security")
                                    .update());
        }
        assertThat(there.as("applicant").get(LEAK).toString()).doesNotContain("墙内电站");
    }

    private Story withAnApplication(String region, String name) {
        Story story = Story.begin(platform, region, "PT-PV-GROUND", name, "44");
        story.signMandate(platform.today().plusYears(1));
        story.accept(story.submit(false, Map.of("SITE-PREEXAM", "FORMAL")));
        return story;
    }

    private Map<String, List<String>> rows() {
        return walled().stream()
                .collect(
                        Collectors.toMap(
                                table -> table,
                                table ->
                                        jdbc.sql(
                                                        "select region || ' ' || (t.*)::text from "
                                                                + table
                                                                + " t")
                                                .query(String.class)
                                                .list()));
    }

    private List<String> walled() {
        return jdbc.sql(
                        """
                        select c.oid::regclass::text from pg_class c
                         where c.relrowsecurity
                           and c.oid::regclass::text not like 'eventlog.pa%' order by 1
                        """)
                .query(String.class)
                .list();
    }
}
