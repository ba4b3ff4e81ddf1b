package org.xiangmuzhang.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/** What people do on the console's pages, in a real browser; see {@link ConsolePagesTests}. */
@ExtendWith(Chromium.class)
class ConsoleBrowserTests {

    private static final Platform PLATFORM = Platform.shared();

    private static @org.jspecify.annotations.Nullable Story story;
    private static @org.jspecify.annotations.Nullable UUID application;

    @BeforeAll
    static void tell() {
        Story told = Story.begin(PLATFORM, "140500", "PT-PV-GROUND", "阳城屋面光伏电站", "44");
        told.signMandate(PLATFORM.today().plusMonths(6));
        told.drawPlan(Map.of("start", PLATFORM.today(), "target", PLATFORM.today().plusMonths(6)));
        told.elsewhere("PROJECT-CODE", "赋码-2026-7");
        told.milestone("JOINT-PREEXAM");
        application = told.accept(told.submit(false, Map.of("SITE-PREEXAM", "FORMAL")));
        story = told;
    }

    @Test
    void showsTheBoardAndAProjectThroughTimeByKeyboard(Browser browser) {
        Browser page = signIn(browser, "steward-140500");
        page.open("/console/projects");
        page.open("/console/projects/" + story().project);
        page.one(".gantt__chart canvas").waitFor();

        Locator slider = page.one("input[type=range]");
        String now = page.one("#moment .timeline").innerText();
        slider.press("Home");
        page.page().waitForURL("**asOf=**");
        page.one("#moment .alert--note").waitFor();
        assertThat(page.one("#moment .timeline").innerText()).isNotEqualTo(now);
        page.look("project-past");
    }

    @Test
    void showsADepartmentItsDeskAndLetsItDecide(Browser browser) {
        Browser page = signIn(browser, "approver-nr-140500");
        page.open("/console/intake/tasks");
        page.open(
                "/console/intake/tasks/"
                        + story().task(application(), "SITE-PREEXAM").get("id").asString());
        assertThat(page.one("main").innerText()).contains("平台外办理");

        page.one("input[name=outcome][value=REJECTED]").press("Space");
        page.one("#decision-documentNumber").fill("晋自然资〔2026〕7号");
        page.follow("form[action$='/decision'] .form__actions button");
        assertThat(page.focused()).isEqualTo("decision-reason");
        assertThat(page.one("#decision-reason-error").innerText()).contains("理由");
        assertThat(page.one("#decision-documentNumber").inputValue()).isEqualTo("晋自然资〔2026〕7号");
        page.look("decision-refused");
    }

    @Test
    void letsADepartmentDecideSeveralAtOnce(Browser browser) {
        UUID report = story().accept(story().submit(false, Map.of("SOILWATER-REPORT", "FORMAL")));
        String task = story().task(report, "SOILWATER-REPORT").get("id").asString();
        Browser page = signIn(browser, "approver-water-140500");
        page.open("/console/intake/tasks");
        Locator number = page.one("input[name='number-" + task + "']");
        assertThat(number.isVisible()).as("a number for what is not chosen").isFalse();

        page.one("input[name=task][value='" + task + "']").press("Space");
        number.fill("晋水审〔2026〕9号");
        page.look("inbox-chosen");
        page.one("input[name=outcome][value=APPROVED]").press("Space");
        page.follow("form.together button");

        assertThat(page.one(".settled").innerText()).contains("已办理");
        page.look("inbox-settled");
        assertThat(story().task(report, "SOILWATER-REPORT").get("documentNumber").asString())
                .isEqualTo("晋水审〔2026〕9号");
    }

    @Test
    void letsAnEnterpriseApplyAndGivesItAReceipt(Browser browser) throws IOException {
        Path paper = Files.createTempFile(Path.of("target").toAbsolutePath(), "paper", ".pdf");
        Files.write(paper, Story.PAPER);
        Browser page = signIn(browser, "applicant-140500");
        page.open("/console/intake/applications/new");
        page.open("/console/intake/applications/new?project=" + story().project);
        assertThat(page.all(".badge--elsewhere").count()).isPositive();
        page.open("/console/intake/applications/new?project=none&q=SOILWATER-TABLE&choose=");
        page.one("input[name=item][value=SOILWATER-TABLE]").press("Space");
        page.follow(".form__actions--stick button");
        page.one(".papers input[type=file]").setInputFiles(paper);
        page.look("apply-papers-chosen");
        page.follow(".form__actions--stick button");
        assertThat(page.path()).endsWith("/receipt");
        assertThat(page.one(".paper__number").innerText()).startsWith("140500-");
        page.look("receipt-given");
    }

    private static Browser signIn(Browser browser, String login) {
        browser.at(PLATFORM.address()).signIn(login);
        return browser;
    }

    private static Story story() {
        return Objects.requireNonNull(story);
    }

    private static UUID application() {
        return Objects.requireNonNull(application);
    }
}
