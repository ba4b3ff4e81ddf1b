package org.xiangmuzhang.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.xiangmuzhang.eventlog.EventShapes;
import org.xiangmuzhang.eventlog.EventTypes;

import java.io.IOException;
import java.nio.file.Path;

/** Every event type has a golden file; a change of shape shows here first. */
class EventShapesTests {

    private static final Path GOLDEN = Path.of("src/test/resources/events");

    /** With -Dgolden=write the missing files are written: for new types only. */
    @Test
    void everyEventTypeHasTheShapeOfItsGoldenFile() throws IOException {
        EventTypes types = EventTypes.below("org.xiangmuzhang");
        assertThat(types.all()).isNotEmpty();
        if ("write".equals(System.getProperty("golden"))) {
            EventShapes.writeMissing(types, GOLDEN);
        }
        assertThat(EventShapes.differences(types, GOLDEN)).isEmpty();
    }
}
