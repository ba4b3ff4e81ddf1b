package org.xiangmuzhang.steward;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.xiangmuzhang.catalog.api.Catalog;
import org.xiangmuzhang.catalog.port.in.Importing;
import org.xiangmuzhang.kernel.Actor;
import org.xiangmuzhang.kernel.Region;
import org.xiangmuzhang.kernel.Role;
import org.xiangmuzhang.kernel.SocialCreditCode;
import org.xiangmuzhang.parties.Enterprise;
import org.xiangmuzhang.parties.Enterprises;
import org.xiangmuzhang.parties.People;
import org.xiangmuzhang.parties.Person;
import org.xiangmuzhang.parties.Post;
import org.xiangmuzhang.steward.port.in.PlanDrawing;
import org.xiangmuzhang.steward.port.in.PlanSheet;
import org.xiangmuzhang.steward.port.in.Registering;
import org.xiangmuzhang.steward.port.in.Watching;

import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

/** The catalog changes; what was drawn before it changed is read as it was. */
@SpringBootTest(
        classes = StewardApplication.class,
        webEnvironment = SpringBootTest.WebEnvironment.NONE,
        properties = "a.context.of.its.own=its catalog changes")
class PastScenarioTests {

    private static final Region REGION = new Region("140500");
    private static final JsonMapper JSON = JsonMapper.builder().build();

    @Autowired StewardApplication application;
    @Autowired StewardApplication.MovableClock clock;
    @Autowired Registering registering;
    @Autowired PlanDrawing planDrawing;
    @Autowired Watching watching;
    @Autowired Catalog catalog;
    @Autowired Importing importing;
    @Autowired People people;
    @Autowired Enterprises enterprises;

    @Test
    void planOfThePastReadsTheSameAfterTheCatalogHasChanged() throws IOException {
        Actor steward = steward();
        application.actor = steward;
        UUID project = project(steward);
        planDrawing.draw(steward, project, -1, wishes());
        Instant then = clock.instant();
        byte[] before = bytes(watching.plan(steward, project, then));
        byte[] sheet = bytes(watching.project(steward, project, then));

        change("items", "建设项目用地预审与选址意见书核发", "用地预审与规划选址合并核发", "departments", "自然资源");
        assertThat(catalog.item(REGION, "SITE-PREEXAM").orElseThrow().nameZh())
                .isEqualTo("用地预审与规划选址合并核发");
        clock.forward(java.time.Duration.ofHours(1));
        planDrawing.draw(steward, project, -1, wishes());

        assertThat(bytes(watching.plan(steward, project, then))).isEqualTo(before);
        assertThat(bytes(watching.project(steward, project, then))).isEqualTo(sheet);
        assertThat(step(watching.plan(steward, project, null)).itemName())
                .isEqualTo("用地预审与规划选址合并核发");
        assertThat(step(watching.plan(steward, project, then)).itemName())
                .isEqualTo("建设项目用地预审与选址意见书核发");
    }

    private void change(String table, String from, String to, String other, String word)
            throws IOException {
        Actor editor =
                new Actor(UUID.randomUUID(), Role.CATALOG_EDITOR, Region.TEMPLATE, null, null);
        importing.importShipped(
                Map.of(
                        table,
                        shipped(table).replace(from, to).getBytes(StandardCharsets.UTF_8),
                        other,
                        shipped(other)
                                .replace(word, word + "和规划")
                                .getBytes(StandardCharsets.UTF_8)));
    }

    private static String shipped(String table) throws IOException {
        try (InputStream content =
                Catalog.class.getResourceAsStream(
                        "/org/xiangmuzhang/catalog/template/" + table + ".csv")) {
            return new String(
                    Objects.requireNonNull(content).readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static PlanSheet.Step step(PlanSheet plan) {
        return plan.steps().stream()
                .filter(step -> step.itemCode().equals("SITE-PREEXAM"))
                .findFirst()
                .orElseThrow();
    }

    private static byte[] bytes(Object sheet) {
        return JSON.writeValueAsBytes(sheet);
    }

    private static PlanDrawing.Wishes wishes() {
        return new PlanDrawing.Wishes(null, null, Set.of(), Set.of(), Set.of(), Set.of(), false);
    }

    private Actor steward() {
        UUID id = UUID.randomUUID();
        people.add(new Person(id, "past-" + id, "李项目", null), null);
        Post post =
                new Post(
                        UUID.randomUUID(),
                        id,
                        Role.STEWARD,
                        REGION,
                        null,
                        null,
                        null,
                        LocalDate.of(2026, 1, 1),
                        null);
        people.assign(post);
        return post.actor();
    }

    private UUID project(Actor steward) {
        UUID enterprise = UUID.randomUUID();
        enterprises.add(
                new Enterprise(
                        enterprise,
                        REGION,
                        new SocialCreditCode("91350100M000100Y43"),
                        "沁水新能源有限公司"));
        UUID project = UUID.randomUUID();
        registering.register(
                steward,
                new Registering.Registration(
                        project, REGION, null, "沁水光伏", "PT-PV-GROUND", enterprise, null, null));
        registering.appoint(steward, project, -1, steward.person(), null);
        return project;
    }
}
