package org.xiangmuzhang.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Route;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.xiangmuzhang.eventlog.ParkedEvents;
import org.xiangmuzhang.journey.Browser.Width;
import org.xiangmuzhang.journey.Tour.Visit;

import tools.jackson.databind.JsonNode;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Every page of the console as a browser shows it, in both languages, at both widths, with a
 * picture of each and with axe looking for barriers: all of them with -Pfull. Every other build
 * asks for all pages without a browser and reads their words, and lets the browser and axe look at
 * a third of them in Chinese.
 */
@ExtendWith(Chromium.class)
@Execution(ExecutionMode.CONCURRENT)
class ConsolePagesTests {

    private static final boolean FULL = Boolean.getBoolean("xiangmuzhang.full");

    private static final String PARKED = "/api/operations/parked-events";

    /** As another system asks for a sign-in. */
    private static final String AUTHORIZATION =
            "/oauth2/authorize?response_type=code&client_id=xiangmuzhang&scope=openid&state=s"
                    + "&redirect_uri=http://127.0.0.1:7777/callback&code_challenge_method=S256"
                    + "&code_challenge=47DEQpj8HBSa-_TImW-5JCeuQeRkm5NMpJWZG3hSuFU";

    private static final Platform PLATFORM = Platform.ofPages();

    @BeforeAll
    static void park() {
        Story stuck = Story.begin(PLATFORM, "140500", "PT-PV-GROUND", "搁置电站", "44");
        PLATFORM.settle();
        try (SpoiltBoard spoilt = SpoiltBoard.of(PLATFORM, stuck.project)) {
            stuck.drawPlan(Map.of("start", PLATFORM.today()));
            Platform.await(
                    "the board parks it", () -> PLATFORM.bean(ParkedEvents.class).count() > 0);
            retry("重启后再试，仍然失败");
        }
    }

    @AfterAll
    static void clear() {
        retry("已修复");
    }

    private static void retry(String reason) {
        for (JsonNode parked : PLATFORM.as("administrator").get(PARKED).get("items")) {
            PLATFORM.as("administrator")
                    .post(
                            "%s/%s/%s/retry"
                                    .formatted(
                                            PARKED,
                                            parked.get("consumer").asString(),
                                            parked.get("subject").asString()),
                            Map.of("reason", reason));
        }
    }

    @Test
    void everyPageIsOpenedAndLooksRight(Browser browser) {
        List<Visit> visits = new ArrayList<>(Tour.prepare(PLATFORM).visits());
        assertThat(PageRoutes.of(PLATFORM).unopened(visits.stream().map(Visit::path).toList()))
                .as("pages that nobody opens: add a visit to Tour")
                .isEmpty();

        visits.sort(Comparator.comparing(Visit::login));
        Map<String, List<String>> wrong = new HashMap<>();
        String login = "nobody yet";
        for (Visit visit : visits) {
            if (!visit.login().equals(login)) {
                login = visit.login();
                signIn(browser, visit);
            }
            for (String language : List.of("zh-CN", "en")) {
                look(browser, visit, language, wrong);
            }
        }
        assertThat(wrong).isEmpty();
    }

    private static void signIn(Browser browser, Visit visit) {
        browser.at(PLATFORM.address());
        if (visit.path().equals(Tour.CONTINUE)) {
            browser.page().route("**" + Tour.CONTINUE + "*", ConsolePagesTests::stay);
            browser.open(AUTHORIZATION);
            browser.enter(visit.login());
            browser.page().waitForURL("**" + Tour.CONTINUE);
        } else if (!visit.login().isEmpty()) {
            browser.signIn(visit.login());
        }
    }

    /** Keeps the page from going on by itself. */
    private static void stay(Route route) {
        APIResponse answer = route.fetch();
        Map<String, String> headers = new HashMap<>(answer.headers());
        headers.remove("refresh");
        route.fulfill(new Route.FulfillOptions().setResponse(answer).setHeaders(headers));
    }

    private static void look(
            Browser browser, Visit visit, String language, Map<String, List<String>> wrong) {
        String path = visit.path() + (visit.path().contains("?") ? "&" : "?") + "lang=" + language;
        if (visit.path().matches("/|.*/(files|export)\\b.*")) {
            assertThat(browser.download(path)).as(path).isEqualTo(visit.status());
            return;
        }
        boolean third = visit.name().hashCode() % 3 == 0;
        if (!FULL && !(third && language.equals("zh-CN"))) {
            APIResponse answer = browser.fetch(path);
            assertThat(answer.status()).as(path).isEqualTo(visit.status());
            List<String> keys = MessageKeys.in(answer.text());
            if (!keys.isEmpty()) {
                wrong.put(visit.name() + " " + language, keys);
            }
            return;
        }
        assertThat(browser.open(path)).as(path).isEqualTo(visit.status());
        assertThat(browser.path()).as("sent elsewhere").isEqualTo(path);
        browser.settled();
        for (Width width : Width.values()) {
            browser.to(width);
            boolean barriers = (width == Width.OFFICE) == language.equals("zh-CN");
            List<String> findings =
                    FULL
                            ? browser.findings(visit.name() + "-" + language, width, barriers)
                            : browser.findings(barriers);
            if (!findings.isEmpty()) {
                wrong.put("%s %s %s".formatted(visit.name(), language, width), findings);
            }
        }
        browser.to(Width.OFFICE);
    }
}
