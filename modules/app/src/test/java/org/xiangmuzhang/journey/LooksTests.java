package org.xiangmuzhang.journey;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;

/** That each check of a page can fail, and lets a good page through. */
@ExtendWith(Chromium.class)
class LooksTests {

    private static final String KEY = MessageKeys.ALL.getFirst();

    @Test
    void letsAGoodPageThrough(Browser browser) {
        assertThat(
                        wrong(
                                browser,
                                """
                                <p style="line-height:1.3">项目看板<br>steward.board</p>
                                <div style="overflow-x:auto"><p style="width:3000px">宽</p></div>
                                <p style="position:fixed;top:0">2026.11</p>
                                """))
                .isEmpty();
    }

    @Test
    void seesAPageThatIsWiderThanItsWindow(Browser browser) {
        assertThat(wrong(browser, "<p class='wide' style='width:3000px'>宽</p>"))
                .contains("p.wide reaches beyond the window", "the page is wider than the window");
    }

    @Test
    void seesTextOnText(Browser browser) {
        assertThat(wrong(browser, "<p>一段文字</p><p style='margin-top:-2rem'>另一段文字</p>"))
                .containsExactly("\"一段文字\" and \"另一段文字\" overlap");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<p>steward.board.title</p>",
                "<button aria-label='steward.board.title'>好</button>"
            })
    void seesAKeyInPlaceOfItsWords(String page, Browser browser) {
        assertThat(wrong(browser, page)).contains("steward.board.title is no sentence");
    }

    @Test
    void seesAKeyThatNoBundleHas(Browser browser) {
        assertThat(wrong(browser, "<p>??steward.nowhere_zh_CN??</p>"))
                .containsExactly("??steward.nowhere_zh_CN?? is no sentence");
    }

    @Test
    void seesAKeyWithoutABrowser() {
        assertThat(
                        MessageKeys.in(
                                "<p>??steward.nowhere_en??</p><p title='%s'>a.b</p>"
                                        .formatted(KEY)))
                .containsExactly("??steward.nowhere_en??", KEY);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<input name='name'>",
                "<p style='color:#aaa;background:#fff'>看不清的字</p>",
                "<button></button>"
            })
    void seesWhatKeepsPeopleOut(String page, Browser browser) {
        assertThat(wrong(browser, page))
                .anyMatch(finding -> finding.matches("(?s)(serious|critical) .*"));
    }

    @Test
    void seesWhatABrowserComplainsOf(Browser browser) {
        browser.at("");
        browser.page().setContent("<html lang='zh'><title>页</title><script>nowhere()</script>");
        assertThat(browser.findings("planted", Browser.Width.OFFICE, false))
                .anyMatch(finding -> finding.contains("nowhere is not defined"));
    }

    private static List<String> wrong(Browser browser, String body) {
        browser.at("");
        browser.page()
                .setContent(
                        "<!DOCTYPE html><html lang='zh-CN'><title>页</title><body><main>"
                                + "<h1>标题</h1>%s</main></body></html>".formatted(body));
        return browser.wrong(true);
    }
}
