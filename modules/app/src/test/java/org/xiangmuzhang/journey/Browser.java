package org.xiangmuzhang.journey;

import static org.assertj.core.api.Assertions.assertThat;

import org.openqa.selenium.By;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.Keys;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;
import org.openqa.selenium.support.ui.WebDriverWait;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.logging.Level;
import java.util.regex.Pattern;

/**
 * The distribution's own Chromium, without a window. Every page that it looks at is checked for
 * what no page may have, at the width of an office screen and of a phone, and pictured.
 */
final class Browser implements AutoCloseable {

    static final File CHROMIUM = new File("/usr/bin/chromium");
    static final File DRIVER = new File("/usr/bin/chromedriver");

    private static final Dimension OFFICE = new Dimension(1366, 768);
    private static final Dimension PHONE = new Dimension(390, 844);
    private static final Pattern RAW_KEY =
            Pattern.compile("\\?\\?|\\b(console|intake|steward|land|supervision|catalog)\\.[a-z]");
    private static final Path PICTURES = Path.of("target", "screenshots");

    private final String address;
    private final ChromeDriver chrome;

    Browser(String address) {
        this.address = address;
        LoggingPreferences logs = new LoggingPreferences();
        logs.enable(LogType.BROWSER, Level.ALL);
        ChromeOptions options = new ChromeOptions();
        options.setBinary(CHROMIUM);
        options.setCapability("goog:loggingPrefs", logs);
        options.addArguments(
                List.of(
                        "--headless=new",
                        "--no-sandbox",
                        "--disable-gpu",
                        "--disable-dev-shm-usage",
                        "--disable-background-networking",
                        "--disable-component-update",
                        "--disable-sync",
                        "--no-first-run",
                        "--lang=zh-CN"));
        ChromeDriverService service =
                new ChromeDriverService.Builder()
                        .usingDriverExecutable(DRIVER)
                        .usingAnyFreePort()
                        .build();
        chrome = new ChromeDriver(service, options);
        chrome.manage().window().setSize(OFFICE);
        try {
            Files.createDirectories(PICTURES);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Opens the page that asks who it is. */
    void signOut() {
        chrome.manage().deleteAllCookies();
        open("/console");
        await(() -> !all("input[name=username]").isEmpty());
    }

    void signIn(String login) {
        signOut();
        type("input[name=username]", login);
        type("input[name=password]", "xiangmuzhang" + Keys.ENTER);
        await(() -> !all(".masthead .account").isEmpty());
    }

    void open(String path) {
        chrome.get(address + path);
    }

    List<WebElement> all(String selector) {
        return chrome.findElements(By.cssSelector(selector));
    }

    WebElement one(String selector) {
        return chrome.findElement(By.cssSelector(selector));
    }

    /** Follows a link, or sends a form, and waits for the next page. */
    void follow(String selector) {
        WebElement page = one("html");
        one(selector).sendKeys(Keys.ENTER);
        await(() -> isGone(page));
    }

    private static boolean isGone(WebElement page) {
        try {
            page.isDisplayed();
            return false;
        } catch (org.openqa.selenium.WebDriverException e) {
            return true;
        }
    }

    void type(String selector, String text) {
        one(selector).sendKeys(text);
    }

    String focused() {
        return Objects.requireNonNullElse(chrome.switchTo().activeElement().getAttribute("id"), "");
    }

    String path() {
        return Objects.requireNonNull(chrome.getCurrentUrl()).substring(address.length());
    }

    void await(BooleanSupplier condition) {
        new WebDriverWait(chrome, Duration.ofSeconds(20), Duration.ofMillis(50))
                .ignoring(org.openqa.selenium.WebDriverException.class)
                .until(page -> condition.getAsBoolean());
    }

    /** Looks at the page at both widths. */
    void look(String name) {
        looksRight(name);
        chrome.manage().window().setSize(PHONE);
        looksRight(name + "-phone");
        chrome.manage().window().setSize(OFFICE);
    }

    private void looksRight(String name) {
        Set<String> overflow =
                Set.of(
                        String.valueOf(
                                chrome.executeScript(
                                        "return document.documentElement.scrollWidth"
                                                + " > window.innerWidth")));
        picture(name);
        assertThat(overflow).as("%s overflows sideways", name).containsExactly("false");
        assertThat(one("body").getText()).as("raw keys on %s", name).doesNotContainPattern(RAW_KEY);
        assertThat(chrome.manage().logs().get(LogType.BROWSER).getAll())
                .as("console of %s", name)
                .filteredOn(entry -> entry.getLevel().intValue() >= Level.SEVERE.intValue())
                .extracting(LogEntry::getMessage)
                .isEmpty();
    }

    private void picture(String name) {
        try {
            Files.write(PICTURES.resolve(name + ".png"), chrome.getScreenshotAs(OutputType.BYTES));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        chrome.quit();
    }
}
