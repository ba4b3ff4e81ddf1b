package org.xiangmuzhang.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * The console in a real browser. Without one on the machine this is skipped and says so; where
 * XIANGMUZHANG_BROWSER is {@code required} its absence is a failure.
 */
class ConsoleBrowserTests {

    private static final Platform PLATFORM = Platform.shared();

    private static @org.jspecify.annotations.Nullable Browser browser;
    private static @org.jspecify.annotations.Nullable Story story;
    private static @org.jspecify.annotations.Nullable UUID application;

    @BeforeAll
    static void openBrowser() {
        boolean there = Browser.CHROMIUM.canExecute() && Browser.DRIVER.canExecute();
        if (!there && !"required".equals(System.getenv("XIANGMUZHANG_BROWSER"))) {
            System.out.println(
                    "Skipped: the console in a browser; it needs /usr/bin/chromium and"
                            + " /usr/bin/chromedriver (packages chromium, chromium-driver).");
        }
        assumeThat(there || "required".equals(System.getenv("XIANGMUZHANG_BROWSER")))
                .as("a browser on this machine")
                .isTrue();
        Story told = Story.begin(PLATFORM, "140500", "PT-PV-GROUND", "阳城屋面光伏电站", "44");
        told.signMandate(PLATFORM.today().plusMonths(6));
        told.drawPlan(Map.of("start", PLATFORM.today(), "target", PLATFORM.today().plusMonths(6)));
        told.elsewhere("PROJECT-CODE", "赋码-7");
        told.milestone("JOINT-PREEXAM");
        application = told.accept(told.submit(false, Map.of("SITE-PREEXAM", "FORMAL")));
        story = told;
        browser = new Browser(PLATFORM.address());
    }

    @AfterAll
    static void closeBrowser() {
        if (browser != null) {
            browser.close();
        }
    }

    @Test
    void showsTheBoardAndAProjectThroughTimeByKeyboard() {
        Browser page = browser();
        page.signOut();
        page.look("sign-in");
        page.signIn("steward-140500");
        page.look("home-steward");
        page.open("/console/projects");
        page.look("board");
        page.open("/console/projects/" + story().project);
        page.await(() -> !page.all(".gantt__chart canvas").isEmpty());
        page.look("project");

        WebElement slider = page.one("input[type=range]");
        String now = page.one("#moment .timeline").getText();
        slider.sendKeys(Keys.HOME);
        page.await(() -> page.path().contains("asOf="));
        page.await(() -> !page.one("#moment .timeline").getText().equals(now));
        page.await(() -> !page.all("#moment .alert--note").isEmpty());
        page.look("project-past");
    }

    @Test
    void showsADepartmentItsDeskAndLetsItDecide() {
        Browser page = browser();
        page.signIn("approver-nr-140500");
        page.look("home-approver");
        page.open("/console/intake/tasks");
        page.look("inbox");
        String task =
                "/console/intake/tasks/"
                        + story().task(application(), "SITE-PREEXAM").get("id").asString();
        page.open(task);
        page.look("decision");
        assertThat(page.one("main").getText()).contains("平台外办理");

        WebElement rejected = page.one("input[name=outcome][value=REJECTED]");
        rejected.sendKeys(Keys.SPACE);
        page.type("#decision-documentNumber", "晋自然资〔2026〕7号");
        page.follow("form[action$='/decision'] .form__actions button");
        assertThat(page.focused()).isEqualTo("decision-reason");
        assertThat(page.one("#decision-reason-error").getText()).contains("理由");
        assertThat(page.one("#decision-documentNumber").getDomProperty("value"))
                .isEqualTo("晋自然资〔2026〕7号");
        page.look("decision-refused");

        page.open(task + "?lang=en");
        page.look("decision-english");
        page.open(task + "?lang=zh-CN");
    }

    @Test
    void letsAnEnterpriseApplyAndGivesItAReceipt() throws IOException {
        Path paper = Files.createTempFile(Path.of("target").toAbsolutePath(), "paper", ".pdf");
        Files.write(
                paper,
                "%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n"
                        .getBytes(StandardCharsets.US_ASCII));
        Browser page = browser();
        page.signIn("applicant-140500");
        page.look("home-applicant");
        page.open("/console/intake/applications/new");
        page.look("apply-project");
        page.open("/console/intake/applications/new?project=" + story().project);
        page.look("apply-items");
        assertThat(page.all(".badge--elsewhere")).isNotEmpty();
        page.open("/console/intake/applications/new?project=none&q=SOILWATER-TABLE&choose=");
        page.one("input[name=item][value=SOILWATER-TABLE]").sendKeys(Keys.SPACE);
        page.follow(".form__actions--stick button");
        List<WebElement> files = page.all(".papers input[type=file]");
        files.getFirst().sendKeys(paper.toString());
        page.look("apply-papers");
        page.follow(".form__actions--stick button");
        assertThat(page.path()).endsWith("/receipt");
        assertThat(page.one(".paper__number").getText()).startsWith("140500-");
        page.look("receipt");
    }

    private static Browser browser() {
        return java.util.Objects.requireNonNull(browser);
    }

    private static Story story() {
        return java.util.Objects.requireNonNull(story);
    }

    private static UUID application() {
        return java.util.Objects.requireNonNull(application);
    }
}
