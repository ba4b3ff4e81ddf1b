package org.xiangmuzhang.journey;

import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;

import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;

/**
 * The machine's own Chromium, one for all tests of a thread, as a parameter of type {@link
 * Browser}. Without one the tests that need it are skipped, and one line says so; where
 * XIANGMUZHANG_BROWSER is {@code required} its absence is a failure.
 */
final class Chromium implements ExecutionCondition, ParameterResolver {

    private static final List<Path> PLACES =
            Stream.of("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome")
                    .map(Path::of)
                    .toList();
    private static final AtomicBoolean SAID = new AtomicBoolean();

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        if (PLACES.stream().anyMatch(Files::isExecutable)) {
            return ConditionEvaluationResult.enabled("a browser is there");
        }
        String missing = "the console in a browser: none of " + PLACES + " is there";
        if ("required".equals(System.getenv("XIANGMUZHANG_BROWSER"))) {
            throw new IllegalStateException("Required: " + missing);
        }
        if (!SAID.getAndSet(true)) {
            System.out.println("Skipped: " + missing + " (package chromium).");
        }
        return ConditionEvaluationResult.disabled(missing);
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Browser.class;
    }

    @Override
    public Browser resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return Objects.requireNonNull(
                        context.getRoot()
                                .getStore(ExtensionContext.Namespace.GLOBAL)
                                .computeIfAbsent(
                                        Thread.currentThread(),
                                        key -> Running.start(),
                                        Running.class))
                .browser();
    }

    /** Closed by JUnit after the last test. */
    private record Running(Playwright playwright, Browser browser) implements AutoCloseable {

        static Running start() {
            Playwright playwright =
                    Playwright.create(
                            new Playwright.CreateOptions()
                                    .setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
            Path executable = PLACES.stream().filter(Files::isExecutable).findFirst().orElseThrow();
            return new Running(
                    playwright,
                    new Browser(
                            playwright
                                    .chromium()
                                    .launch(
                                            new BrowserType.LaunchOptions()
                                                    .setExecutablePath(executable)
                                                    .setArgs(List.of("--lang=zh-CN")))));
        }

        @Override
        public void close() {
            playwright.close();
        }
    }
}
