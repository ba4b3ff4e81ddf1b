package org.xiangmuzhang.supervision.adapter.out.jdbc;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.xiangmuzhang.database.Sight;
import org.xiangmuzhang.supervision.domain.Light;

import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;

/** How many clocks show which light: counted at most once a minute, when somebody asks. */
@Component
class LightMeters implements MeterBinder {

    private static final long KEPT = Duration.ofMinutes(1).toNanos();

    private final JdbcClient jdbc;
    private Map<Light, Long> counts = Map.of();
    private long countedAt;

    LightMeters(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void bindTo(MeterRegistry meters) {
        for (Light light : Light.values()) {
            Gauge.builder("xiangmuzhang.lights", () -> Sight.ALL.during(() -> count(light)))
                    .description("Running clocks that show this light")
                    .tag("colour", light.name())
                    .register(meters);
        }
    }

    private synchronized long count(Light light) {
        if (counts.isEmpty() || System.nanoTime() - countedAt > KEPT) {
            Map<Light, Long> counted = new EnumMap<>(Light.class);
            for (Light one : Light.values()) {
                counted.put(one, 0L);
            }
            jdbc.sql(
                            """
                            select light, count(*) as clocks from supervision.light
                            where standing group by light
                            """)
                    .query(
                            row -> {
                                counted.put(
                                        Light.valueOf(row.getString("light")),
                                        row.getLong("clocks"));
                            });
            counts = counted;
            countedAt = System.nanoTime();
        }
        return counts.getOrDefault(light, 0L);
    }
}
