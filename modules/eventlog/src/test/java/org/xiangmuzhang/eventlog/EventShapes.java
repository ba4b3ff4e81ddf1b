package org.xiangmuzhang.eventlog;

import org.jspecify.annotations.Nullable;
import org.xiangmuzhang.kernel.EventType;
import org.xiangmuzhang.kernel.Region;

import java.io.IOException;
import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * The JSON shape of event types as text, derived from their records and compared with golden files:
 * who changes an event sees it, and who breaks one has to raise its version.
 */
public final class EventShapes {

    private static final Map<Type, String> PLAIN =
            Map.ofEntries(
                    Map.entry(UUID.class, "uuid"),
                    Map.entry(String.class, "string"),
                    Map.entry(int.class, "int"),
                    Map.entry(Integer.class, "int"),
                    Map.entry(long.class, "long"),
                    Map.entry(Long.class, "long"),
                    Map.entry(boolean.class, "boolean"),
                    Map.entry(Boolean.class, "boolean"),
                    Map.entry(BigDecimal.class, "decimal"),
                    Map.entry(LocalDate.class, "date"),
                    Map.entry(Instant.class, "instant"),
                    Map.entry(Region.class, "region"));

    private EventShapes() {}

    /**
     * The shape as JSON; a question mark follows what may be null. Refuses all but plain values.
     */
    public static String of(Class<?> event) {
        return ofRecord(event, "") + "\n";
    }

    /** The golden file's name: {@code <name>.v<version>.json}. */
    public static String fileName(EventType type) {
        return "%s.v%d.json".formatted(type.name(), type.version());
    }

    /**
     * What differs between the event types and the golden files of a folder, in words; empty when
     * nothing does. Files of older versions may stand beside the newest.
     */
    public static List<String> differences(EventTypes types, Path folder) throws IOException {
        List<String> differences = new ArrayList<>();
        for (Class<?> event : types.all()) {
            Path golden = folder.resolve(fileName(types.of(event)));
            String shape = of(event);
            if (!Files.exists(golden)) {
                differences.add("%s is missing; it would be%n%s".formatted(golden, shape));
            } else if (!Files.readString(golden).equals(shape)) {
                differences.add(
                        "%s differs: add only, or raise the version; now it is%n%s"
                                .formatted(golden, shape));
            }
        }
        return differences;
    }

    /** Writes the golden files that are missing; never changes one. */
    public static void writeMissing(EventTypes types, Path folder) throws IOException {
        Files.createDirectories(folder);
        for (Class<?> event : types.all()) {
            Path golden = folder.resolve(fileName(types.of(event)));
            if (!Files.exists(golden)) {
                Files.writeString(golden, of(event));
            }
        }
    }

    private static String ofRecord(Class<?> type, String indent) {
        return Arrays.stream(type.getRecordComponents())
                .map(field -> indent + "  " + ofField(field, indent + "  "))
                .collect(Collectors.joining(",\n", "{\n", "\n" + indent + "}"));
    }

    private static String ofField(RecordComponent field, String indent) {
        return "\"%s\": %s".formatted(field.getName(), of(field.getAnnotatedType(), indent));
    }

    private static String of(AnnotatedType annotated, String indent) {
        Type type = annotated.getType();
        String optional = annotated.isAnnotationPresent(Nullable.class) ? "?" : "";
        String plain = PLAIN.get(type);
        if (plain != null) {
            return "\"" + plain + optional + "\"";
        }
        if (annotated instanceof AnnotatedParameterizedType of
                && type instanceof ParameterizedType parameterized
                && parameterized.getRawType() instanceof Class<?> raw) {
            AnnotatedType[] arguments = of.getAnnotatedActualTypeArguments();
            if (Collection.class.isAssignableFrom(raw)) {
                return "[" + of(arguments[0], indent) + "]" + optional;
            }
            if (raw == Map.class && arguments[0].getType() == String.class) {
                return "{\"*\": " + of(arguments[1], indent) + "}" + optional;
            }
        }
        if (type instanceof Class<?> nested && nested.isRecord()) {
            return ofRecord(nested, indent) + optional;
        }
        throw new IllegalStateException(type.getTypeName() + " is not a plain value of an event");
    }
}
