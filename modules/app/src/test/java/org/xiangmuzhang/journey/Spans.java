package org.xiangmuzhang.journey;

import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SpanExporter;

import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** Takes the platform's spans in this process; keeps those of the traces that a test follows. */
@TestConfiguration(proxyBeanMethods = false)
class Spans {

    private static final Map<String, List<SpanData>> FOLLOWED = new ConcurrentHashMap<>();

    static List<SpanData> follow(String trace) {
        return FOLLOWED.computeIfAbsent(trace, key -> new CopyOnWriteArrayList<>());
    }

    @Bean
    static SpanExporter kept() {
        return new SpanExporter() {
            @Override
            public CompletableResultCode export(Collection<SpanData> spans) {
                for (SpanData span : spans) {
                    List<SpanData> followed = FOLLOWED.get(span.getTraceId());
                    if (followed != null) {
                        followed.add(span);
                    }
                }
                return CompletableResultCode.ofSuccess();
            }

            @Override
            public CompletableResultCode flush() {
                return CompletableResultCode.ofSuccess();
            }

            @Override
            public CompletableResultCode shutdown() {
                return CompletableResultCode.ofSuccess();
            }
        };
    }
}
