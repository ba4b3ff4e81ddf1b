package org.xiangmuzhang.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.ScreenshotAnimations;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/**
 * One window of the machine's own Chromium. Every page that it looks at is checked for what no page
 * may have, at the width of an office screen and of a phone, and pictured.
 */
final class Browser {

    /** A width at which people look at pages. */
    enum Width {
        OFFICE(1366, 768),
        PHONE(390, 844);

        final int across;
        final int down;

        Width(int across, int down) {
            this.across = across;
            this.down = down;
        }
    }

    private static final Path PICTURES = Path.of("target", "screenshots");

    /** A long page takes its time where others use the machine. */
    private static final int PICTURE_MILLIS = 120_000;

    private static final String CHECKS = resource("axe/axe.min.js") + "\n" + resource("looks.js");

    private final com.microsoft.playwright.Browser chromium;
    private final List<String> said = new ArrayList<>();
    private @Nullable Page page;
    private String address = "";

    Browser(com.microsoft.playwright.Browser chromium) {
        this.chromium = chromium;
    }

    private static String resource(String name) {
        try (var stream = Browser.class.getResourceAsStream(name)) {
            return new String(
                    Objects.requireNonNull(stream).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Begins anew at this address, as somebody who has not signed in. */
    Browser at(String address) {
        for (BrowserContext context : List.copyOf(chromium.contexts())) {
            context.close();
        }
        said.clear();
        this.address = address;
        BrowserContext context =
                chromium.newContext(
                        new com.microsoft.playwright.Browser.NewContextOptions()
                                .setLocale("zh-CN"));
        context.setDefaultTimeout(20_000);
        context.addInitScript(CHECKS);
        Page opened = context.newPage();
        opened.onConsoleMessage(
                message -> {
                    boolean answer = message.location().startsWith(opened.url());
                    if (message.type().equals("error") && !answer) {
                        said.add(message.text());
                    }
                });
        opened.onPageError(said::add);
        page = opened;
        to(Width.OFFICE);
        return this;
    }

    Page page() {
        return Objects.requireNonNull(page);
    }

    void signIn(String login) {
        enter(login);
        one(".masthead .account").waitFor();
    }

    /** Sends the form that asks who it is. */
    void enter(String login) {
        open("/sign-in");
        one("input[name=username]").fill(login);
        one("input[name=password]").fill(Platform.SECRET);
        one("input[name=password]").press("Enter");
    }

    /** Opens a page, and gives its status; once more where another way to it was under way. */
    int open(String path) {
        Response answer = page().navigate(address + path);
        if (answer == null) {
            answer = page().navigate(address + path);
        }
        return answer == null ? 0 : answer.status();
    }

    /** Fetches what is no page, and gives its status. */
    int download(String path) {
        return fetch(path).status();
    }

    /** Fetches a page as its signed-in person, without showing it. */
    APIResponse fetch(String path) {
        return page().request().get(address + path);
    }

    /** Waits until what the page's scripts draw is there. */
    void settled() {
        page().waitForFunction(
                        "[...document.querySelectorAll('[data-gantt]')]"
                                + ".every(chart => chart.querySelector('canvas'))");
    }

    Locator all(String selector) {
        return page().locator(selector);
    }

    Locator one(String selector) {
        return page().locator(selector).first();
    }

    /** Follows a link, or sends a form, and waits for the next page. */
    void follow(String selector) {
        page().waitForNavigation(() -> one(selector).press("Enter"));
    }

    /** The id of what the next key goes to, once there is such a thing. */
    String focused() {
        return String.valueOf(page().waitForSelector(":focus:not(main, body)").getAttribute("id"));
    }

    String path() {
        return page().url().substring(address.length());
    }

    void to(Width width) {
        page().setViewportSize(width.across, width.down);
    }

    /** Looks at the page at both widths. */
    void look(String name) {
        for (Width width : Width.values()) {
            to(width);
            assertThat(findings(name, width, true)).as("%s %s", name, width).isEmpty();
        }
        to(Width.OFFICE);
    }

    /** Pictures the page as it is, and says what is wrong with it. */
    List<String> findings(String name, Width width, boolean barriers) {
        page().screenshot(
                        new Page.ScreenshotOptions()
                                .setPath(
                                        PICTURES.resolve(
                                                "%s-%s.png"
                                                        .formatted(
                                                                name,
                                                                width.name()
                                                                        .toLowerCase(Locale.ROOT))))
                                .setFullPage(true)
                                .setTimeout(PICTURE_MILLIS)
                                .setAnimations(ScreenshotAnimations.DISABLED));
        return findings(barriers);
    }

    /** Says what is wrong with the page, and what it has said by itself. */
    List<String> findings(boolean barriers) {
        List<String> found = new ArrayList<>(wrong(barriers));
        found.addAll(said);
        said.clear();
        return found;
    }

    /** What is wrong with the page, in sentences. */
    @SuppressWarnings("unchecked")
    List<String> wrong(boolean barriers) {
        return (List<String>)
                page().evaluate(
                                """
                                async ([keys, barriers]) => [
                                    ...looks.overflow(), ...looks.overlaps(), ...looks.rawKeys(keys),
                                    ...(barriers ? await looks.barriers() : [])]
                                """,
                                List.of(MessageKeys.ALL, barriers));
    }
}
