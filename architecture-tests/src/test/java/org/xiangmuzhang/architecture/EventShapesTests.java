package org.xiangmuzhang.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.xiangmuzhang.eventlog.EventShapes;
import org.xiangmuzhang.eventlog.EventTypes;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Every event type has a golden file; a change of shape shows here first. */
class EventShapesTests {

    private static final Path GOLDEN = Path.of("src/test/resources/events");

    /** With -Dgolden=write the missing files are written: for new types only. */
    @ParameterizedTest
    @MethodSource("modulesWithEvents")
    void everyEventTypeHasTheShapeOfItsGoldenFile(String context) throws IOException {
        EventTypes types = EventTypes.below(House.BASE + "." + context);
        if ("write".equals(System.getProperty("golden"))) {
            EventShapes.writeMissing(types, GOLDEN);
        }
        assertThat(EventShapes.differences(types, GOLDEN)).isEmpty();
    }

    @Test
    void aTypeWithoutItsFileOrOfAnotherShapeIsSeen(@TempDir Path golden) throws IOException {
        EventTypes types = EventTypes.below(House.BASE + ".land");
        assertThat(EventShapes.differences(types, golden)).hasSameSizeAs(types.all());

        EventShapes.writeMissing(types, golden);
        assertThat(EventShapes.differences(types, golden)).isEmpty();
        Path first = golden.resolve("land.delivered.v1.json");
        Files.writeString(first, Files.readString(first).replace("uuid", "string"));
        assertThat(EventShapes.differences(types, golden)).hasSize(1);
    }

    @Test
    void everyContextHasEventsAndEveryGoldenFileIsOfAModuleThatHas() throws IOException {
        assertThat(modulesWithEvents()).containsAll(House.contexts());
        try (Stream<Path> files = Files.list(GOLDEN)) {
            assertThat(files.map(file -> file.getFileName().toString().split("\\.")[0]).distinct())
                    .isSubsetOf(modulesWithEvents());
        }
    }

    /** The log tells nothing of its own; what is found there are its tests' events. */
    static List<String> modulesWithEvents() {
        return House.moduleNames().stream()
                .filter(module -> !module.equals("eventlog"))
                .filter(module -> !EventTypes.below(House.BASE + "." + module).all().isEmpty())
                .sorted()
                .toList();
    }
}
