package org.xiangmuzhang.journey;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;

import org.slf4j.LoggerFactory;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.boot.logging.logback.StructuredLogEncoder;
import org.springframework.core.env.Environment;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.io.ClassPathResource;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Every line that is logged meanwhile, as the profile {@code production} writes it; the dispatcher
 * tells more than usual, so that every request has lines.
 */
final class ProductionLines implements AutoCloseable {

    private static final String TELLING = "org.springframework.web.servlet.DispatcherServlet";

    private final List<String> lines = new CopyOnWriteArrayList<>();
    private final Logger root = (Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME);
    private final Logger telling = (Logger) LoggerFactory.getLogger(TELLING);
    private final AppenderBase<ILoggingEvent> appender;

    ProductionLines() {
        StructuredLogEncoder encoder = encoder();
        appender =
                new AppenderBase<>() {
                    @Override
                    protected void append(ILoggingEvent event) {
                        lines.add(new String(encoder.encode(event), StandardCharsets.UTF_8));
                    }
                };
        appender.setContext(root.getLoggerContext());
        appender.start();
        root.addAppender(appender);
        telling.setLevel(Level.DEBUG);
    }

    private StructuredLogEncoder encoder() {
        StandardEnvironment environment = new StandardEnvironment();
        try {
            new YamlPropertySourceLoader()
                    .load("production", new ClassPathResource("application-production.yaml"))
                    .forEach(environment.getPropertySources()::addLast);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        StructuredLogEncoder encoder = new StructuredLogEncoder();
        LoggerContext context = root.getLoggerContext();
        encoder.setContext(context);
        Object before = context.getObject(Environment.class.getName());
        context.putObject(Environment.class.getName(), environment);
        encoder.setFormat(
                Objects.requireNonNull(
                        environment.getProperty("logging.structured.format.console")));
        encoder.start();
        context.putObject(Environment.class.getName(), before);
        return encoder;
    }

    List<String> ofRequest(String id) {
        return lines.stream().filter(line -> line.contains(id)).toList();
    }

    @Override
    public void close() {
        telling.setLevel(null);
        root.detachAppender(appender);
        appender.stop();
    }
}
