package org.xiangmuzhang.eventlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;

class EventTypesTests {

    private final EventTypes types = EventTypes.below("org.xiangmuzhang.eventlog");

    record Line(String item, @Nullable Integer days) {}

    record Sample(
            UUID subject,
            @Nullable UUID project,
            List<Line> lines,
            Map<String, List<UUID>> byDepartment,
            boolean firm) {}

    record Careless(Thread thread) {}

    @Test
    void everyTypeIsFoundByItsName() {
        assertThat(types.all()).containsExactly(Counted.class, Echoed.class);
        assertThat(types.classOf("test.echoed")).isEqualTo(Echoed.class);
        assertThat(types.classOf("test.nobody")).isNull();
        assertThat(types.of(Echoed.class).version()).isEqualTo(2);
    }

    @Test
    void anEventWithoutANameIsRefused() {
        assertThatThrownBy(() -> EventTypes.below("offenders.unnamed"))
                .hasMessageContaining("must be a record, a LoggedEvent, and have an @EventType");
        assertThatThrownBy(() -> types.of(Sample.class)).hasMessageContaining("not a known event");
    }

    @Test
    void twoEventsOfOneNameAreRefused() {
        assertThatThrownBy(() -> EventTypes.below("offenders.twins"))
                .hasMessageContaining("are both named offenders.twin");
    }

    @Test
    void aShapeShowsFieldsTypesAndWhatMayBeNull() {
        assertThat(EventShapes.of(Sample.class))
                .isEqualTo(
                        """
                        {
                          "subject": "uuid",
                          "project": "uuid?",
                          "lines": [{
                            "item": "string",
                            "days": "int?"
                          }],
                          "byDepartment": {"*": ["uuid"]},
                          "firm": "boolean"
                        }
                        """);
    }

    @Test
    void aShapeOfOtherThanPlainValuesIsRefused() {
        assertThatThrownBy(() -> EventShapes.of(Careless.class))
                .hasMessageContaining("java.lang.Thread is not a plain value");
    }

    @Test
    void aChangedEventDiffersFromItsGoldenFile(@TempDir Path folder) throws Exception {
        assertThat(EventShapes.differences(types, folder)).hasSize(2);
        EventShapes.writeMissing(types, folder);
        assertThat(EventShapes.differences(types, folder)).isEmpty();
        java.nio.file.Files.writeString(folder.resolve("test.counted.v1.json"), "{}");
        assertThat(EventShapes.differences(types, folder))
                .singleElement()
                .satisfies(words -> assertThat(words).contains("add only, or raise the version"));
    }
}
