package org.xiangmuzhang.journey;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.PatternLayout;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;

import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationPreparedEvent;
import org.springframework.context.ApplicationListener;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Every line that the platforms of this process log, with what was thrown; only the announcement,
 * which shows demo users on purpose, is left out.
 */
final class Printed {

    private static final List<String> LINES = new CopyOnWriteArrayList<>();

    private Printed() {}

    /** All lines from a number on. */
    static List<String> since(int line) {
        return LINES.subList(line, LINES.size());
    }

    static int size() {
        return LINES.size();
    }

    /** Hangs on where the platform's own appender hangs, once it is there. */
    static ApplicationListener<ApplicationPreparedEvent> listener() {
        return event -> {
            Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
            if (root.getAppender("printed") == null) {
                root.addAppender(appender(root.getLoggerContext()));
            }
        };
    }

    private static AppenderBase<ILoggingEvent> appender(LoggerContext context) {
        PatternLayout layout = new PatternLayout();
        layout.setContext(context);
        layout.setPattern("[%X{request} %X{traceId}] %logger %msg%n%ex");
        layout.start();
        AppenderBase<ILoggingEvent> appender =
                new AppenderBase<>() {
                    @Override
                    protected void append(ILoggingEvent event) {
                        if (!event.getLoggerName().equals("org.xiangmuzhang.Announcement")) {
                            LINES.add(layout.doLayout(event));
                        }
                    }
                };
        appender.setName("printed");
        appender.setContext(context);
        appender.start();
        return appender;
    }
}
