package org.xiangmuzhang.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.jdbc.core.simple.JdbcClient;

import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The wall chart of a place with two thousand projects, in a browser, on a wall and on paper. */
@ExtendWith(Chromium.class)
class WallBrowserTests {

    private static final Platform PLATFORM = Platform.shared();
    private static final String REGION = "Z370403GX";
    private static final int PROJECTS = 2000;
    private static final int MOST_ELEMENTS = 2500;

    @BeforeAll
    static void hang() {
        PLATFORM.bean(JdbcClient.class)
                .sql(
"""
with made as (
    select gen_random_uuid() as id, n,
           (array['高新区智能装备产业园', '枣庄 300 MW 光伏发电', '新能源汽车电池包扩产',
                  '锂电材料中试基地', '薛城大道北延道路', '数据中心一期', '冷链物流园',
                  '生物医药孵化器标准厂房', '污水处理厂提标改造'])[n % 9 + 1]
               || ' ' || n || ' 号' as name,
           (array['RED', 'ORANGE', 'YELLOW'])[1 + n % 17] as light,
           current_date - (n % 120) as begins,
           current_date + 40 + (n % 160) as finish,
           current_date + 60 + (n % 110) as target,
           n % 20 as done
      from generate_series(1, :projects) as n),
registered as (
    insert into steward.project (id, region, code, name, project_type, enterprise)
    select id, :region, 'WALL-' || n, name, 'PT-PV-GROUND', gen_random_uuid()
      from made)
insert into steward.wall (project, region, since, closed, project_type,
    industry, stage, department, light, urgency, items, done, running, begins,
    finish, target, least_slack, baseline_begins, baseline_finish, told, position)
select id, :region, begins, false, 'PT-PV-GROUND', '44', 'CONSTRUCTION_PERMIT',
       'NR', coalesce(light, 'GREEN'), target - finish, 20, done, 2, begins,
       finish, target, target - finish, begins, finish - n % 25,
       jsonb_build_object('stage', 'CONSTRUCTION_PERMIT',
           'light', coalesce(light, 'GREEN'), 'items', 20, 'done', done,
           'running', 2, 'begins', begins, 'finish', finish,
           'target', target, 'leastSlack', target - finish,
           'baselineBegins', begins, 'baselineFinish', finish - n % 25,
           'actualFrom', begins + 2, 'actualTo', null,
           'stages', jsonb_build_array(
               jsonb_build_object('stage', 'LAND_AND_PROJECT',
                   'finish', begins + (finish - begins) / 4, 'items', 6,
                   'done', 6),
               jsonb_build_object('stage', 'PLANNING_PERMIT',
                   'finish', begins + (finish - begins) / 2, 'items', 4,
                   'done', 2),
               jsonb_build_object('stage', 'CONSTRUCTION_PERMIT',
                   'finish', begins + (finish - begins) * 3 / 4, 'items', 6,
                   'done', 0),
               jsonb_build_object('stage', 'COMPLETION',
                   'finish', finish, 'items', 4, 'done', 0)),
           'next', jsonb_build_array(
               jsonb_build_object('item', 'CONSTRUCTION-PERMIT',
                   'stage', 'CONSTRUCTION_PERMIT', 'department', 'HURD',
                   'due', current_date + n % 30, 'slack', 3,
                   'state', 'RUNNING'),
               jsonb_build_object('item', 'SITE-PREEXAM',
                   'stage', 'LAND_AND_PROJECT', 'department', 'NR',
                   'due', current_date + 5 + n % 60, 'slack', 8,
                   'state', 'PLANNED'))),
       0
  from made
""")
                .param("projects", PROJECTS)
                .param("region", REGION)
                .update();
    }

    @AfterAll
    static void takeDown() {
        JdbcClient jdbc = PLATFORM.bean(JdbcClient.class);
        jdbc.sql("delete from steward.wall where position = 0").update();
        jdbc.sql("delete from steward.project where code like 'WALL-%'").update();
    }

    @Test
    void twoThousandProjectsAreScrolledWithinTheElementsOfAFewPages(Browser browser) {
        Page page = signedIn(browser);
        browser.open("/console/projects/wall");
        page.evaluate(
                "window.longest = 0; new PerformanceObserver(list => list.getEntries().forEach(one"
                        + " => { window.longest = Math.max(window.longest, one.duration);"
                        + " })).observe({type: 'longtask'})");
        Set<Object> seen = new HashSet<>();
        int most = 0;
        for (int i = 0; seen.size() < PROJECTS && i < 400; i++) {
            seen.addAll(
                    (List<?>)
                            page.evaluate(
                                    "[...document.querySelectorAll('.wall__name a')]"
                                            + ".filter(one => one.textContent.endsWith('号'))"
                                            + ".map(one => one.href)"));
            most = Math.max(most, elements(page));
            int before = pages(page);
            page.evaluate("scrollTo(0, document.body.scrollHeight)");
            if (seen.size() < PROJECTS) {
                page.locator(".wall__page").nth(before).waitFor();
            }
        }
        System.out.printf(
                "%d projects scrolled, %d elements at most, longest task %s ms%n",
                seen.size(), most, page.evaluate("window.longest"));

        assertThat(seen).hasSize(PROJECTS);
        assertThat(most).isLessThanOrEqualTo(MOST_ELEMENTS);
        page.evaluate("scrollTo(0, 0)");
        page.locator(".wall__page").first().locator(".wall__name a").first().waitFor();
        assertThat(elements(page)).isLessThanOrEqualTo(MOST_ELEMENTS);
    }

    @Test
    void chartOnAWallTurnsItsPagesAndIsPaused(Browser browser) {
        Page page = signedIn(browser);
        page.setViewportSize(1920, 1080);
        page.clock().install();
        browser.open("/console/projects/wall/screen");
        String first = page.locator(".wall__name a").first().innerText();
        page.clock().runFor(21_000);
        PlaywrightAssertions.assertThat(page.locator(".wall__name a").first()).not().hasText(first);
        String second = page.locator(".wall__name a").first().innerText();
        page.locator("[data-pause]").click();
        page.clock().runFor(60_000);
        assertThat(page.locator(".wall__name a").first().innerText()).isEqualTo(second);
        assertThat(page.evaluate("document.documentElement.scrollHeight <= innerHeight"))
                .as("nothing hangs below the wall")
                .isEqualTo(true);
        assertThat(elements(page)).isLessThanOrEqualTo(MOST_ELEMENTS);
        browser.look("wall-screen-1920");
    }

    @Test
    void chartIsPrintedOnA3(Browser browser) {
        Page page = signedIn(browser);
        browser.open("/console/projects/wall?print");
        assertThat(elements(page)).isLessThanOrEqualTo(MOST_ELEMENTS);

        String paper =
                new String(
                        page.pdf(new Page.PdfOptions().setPreferCSSPageSize(true)),
                        StandardCharsets.ISO_8859_1);

        assertThat(paper)
                .contains("/Count 3")
                .containsPattern("MediaBox ?\\[0 0 119[01][0-9.]* 84[12]");
    }

    private static int elements(Page page) {
        return ((Number) page.evaluate("document.querySelectorAll('*').length")).intValue();
    }

    private static int pages(Page page) {
        return page.locator(".wall__page").count();
    }

    private static Page signedIn(Browser browser) {
        Page page = browser.at(PLATFORM.address()).page();
        browser.signIn("leader-z370403gx");
        return page;
    }
}
