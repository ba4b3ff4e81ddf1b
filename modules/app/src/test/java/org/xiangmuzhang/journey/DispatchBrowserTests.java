package org.xiangmuzhang.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Keyboard;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import tools.jackson.databind.JsonNode;

/** A leader runs the weekly meeting from its page, and never touches the mouse. */
@ExtendWith(Chromium.class)
class DispatchBrowserTests {

    private static final Platform PLATFORM = Platform.shared();
    private static final String REGION = "Z370403GX";

    @Test
    void runsTheWeeklyMeetingByKeyboardAlone(Browser browser) {
        Story story = Story.begin(PLATFORM, REGION, "PT-PV-GROUND", "枣庄调度电站", "44");
        DispatchTurns.forget(story);
        PLATFORM.settle();
        int others = story.as("leader").get(DispatchTurns.DISPATCHES + "/agenda").size();
        for (int i = 0; i < 3; i++) {
            DispatchTurns.factor(story, 1);
        }
        Browser page = browser.at(PLATFORM.address());
        page.signIn("leader-z370403gx");
        page.open("/console/projects/dispatches");
        Keyboard keys = page.page().keyboard();
        tabTo(page, "main form[action$='/dispatches'] button");
        go(page, "Enter");
        assertThat(page.focused()).isEqualTo("minute-SETTLE");
        page.look("dispatch-opened");

        keys.press("s");
        assertThat(page.focused()).isEqualTo("minute-text");
        keys.type("由自然资源局本周落实");
        go(page, "Control+Enter");
        assertThat(page.one("#messages").innerText()).contains("已定");
        assertThat(page.focused()).isEqualTo("minute-SETTLE");

        keys.press("t");
        keys.type("落实 120 亩用地指标");
        keys.press("Tab");
        assertThat(page.focused()).isEqualTo("minute-department");
        keys.press("ArrowDown");
        go(page, "Control+Enter");
        assertThat(page.one("#messages").innerText()).contains("已成工单");

        for (int i = 0; i < others + 1; i++) {
            keys.press("c");
            go(page, "Control+Enter");
        }
        assertThat(page.focused()).isEqualTo("close");
        page.look("dispatch-treated");
        go(page, "Enter");

        assertThat(page.path()).endsWith("/minutes");
        assertThat(page.one(".paper").innerText()).contains("由自然资源局本周落实", "落实 120 亩用地指标", "结转下周");
        page.look("dispatch-minutes");
        JsonNode tickets = story.as("leader").get(DispatchTurns.TICKETS + "?level=" + REGION);
        assertThat(tickets.get("items").toString()).contains("落实 120 亩用地指标");
    }

    /** Presses Tab until this has the focus. */
    private static void tabTo(Browser page, String selector) {
        for (int i = 0; i < 80; i++) {
            page.page().keyboard().press("Tab");
            if (Boolean.TRUE.equals(
                    page.page()
                            .evaluate(
                                    "wanted => document.activeElement.matches(wanted)",
                                    selector))) {
                return;
            }
        }
        throw new AssertionError("no way by Tab to " + selector);
    }

    private static void go(Browser page, String key) {
        page.page().waitForNavigation(() -> page.page().keyboard().press(key));
    }
}
