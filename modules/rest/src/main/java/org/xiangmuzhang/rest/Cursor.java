package org.xiangmuzhang.rest;

import org.jspecify.annotations.Nullable;
import org.xiangmuzhang.kernel.Refusal;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.zip.CRC32;

/**
 * The key of the last item of a page, opaque to callers: base64url of its parts and a checksum. It
 * carries no right: whoever makes one up sees what the same list without it would have shown.
 */
public record Cursor(List<String> parts) {

    private static final String SEPARATOR = "\u001F";

    public Cursor {
        parts = List.copyOf(parts);
    }

    /**
     * A cursor of values whose {@code toString} can be read back: ids, instants, dates, numbers.
     */
    public static Cursor of(Object... parts) {
        return new Cursor(Stream.of(parts).map(Object::toString).toList());
    }

    /**
     * Reads what a caller sent back, null for the first page; refuses with {@code
     * cursor-unreadable} whatever was not made here.
     *
     * @param size how many parts the list's key has
     */
    public static @Nullable Cursor parse(@Nullable String text, int size) {
        if (text == null) {
            return null;
        }
        List<String> parts = decoded(text);
        if (parts.size() != size + 1) {
            throw unreadable();
        }
        Cursor cursor = new Cursor(parts.subList(0, size));
        if (!cursor.text().equals(text)) {
            throw unreadable();
        }
        return cursor;
    }

    /** The id behind which a list goes on whose key is one id, null for the first page. */
    public static @Nullable UUID idOf(@Nullable String text) {
        Cursor cursor = parse(text, 1);
        return cursor == null ? null : cursor.id(0);
    }

    /** What the caller gets. */
    public String text() {
        String joined = String.join(SEPARATOR, parts);
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(bytes(joined + SEPARATOR + checksum(joined)));
    }

    public String text(int part) {
        return parts.get(part);
    }

    /** A part that has this form as a whole, such as that of a code. */
    public String text(int part, String form) {
        if (!parts.get(part).matches(form)) {
            throw unreadable();
        }
        return parts.get(part);
    }

    public UUID id(int part) {
        return read(part, UUID::fromString);
    }

    public Instant instant(int part) {
        return read(part, Instant::parse);
    }

    public long number(int part) {
        return read(part, Long::parseLong);
    }

    public LocalDate date(int part) {
        return read(part, Cursor::storable);
    }

    /** A constant of an enum, by its name. */
    public <E extends Enum<E>> E constant(int part, Class<E> type) {
        return read(part, name -> Enum.valueOf(type, name));
    }

    /** Years of four digits; the last of them stands for no date at all in some lists. */
    private static LocalDate storable(String text) {
        LocalDate date = LocalDate.parse(text);
        if (date.getYear() < 1 || date.getYear() > 9999) {
            throw unreadable();
        }
        return date;
    }

    private <T> T read(int part, Function<String, T> reader) {
        try {
            return reader.apply(parts.get(part));
        } catch (RuntimeException e) {
            throw unreadable();
        }
    }

    private static List<String> decoded(String text) {
        try {
            byte[] bytes = Base64.getUrlDecoder().decode(text);
            return Arrays.asList(new String(bytes, StandardCharsets.UTF_8).split(SEPARATOR, -1));
        } catch (IllegalArgumentException e) {
            throw unreadable();
        }
    }

    private static String checksum(String joined) {
        CRC32 crc = new CRC32();
        crc.update(bytes(joined));
        return Long.toHexString(crc.getValue());
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static Refusal unreadable() {
        return Refusal.invalid("cursor-unreadable", "/after");
    }
}
