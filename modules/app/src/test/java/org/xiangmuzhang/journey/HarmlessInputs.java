package org.xiangmuzhang.journey;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;

/** Inputs of the family that are no mistake where they are sent; each line was looked at. */
final class HarmlessInputs {

    private static final List<Pattern> LINES = read();

    private HarmlessInputs() {}

    static boolean contain(String input) {
        return LINES.stream().anyMatch(line -> line.matcher(input).matches());
    }

    private static List<Pattern> read() {
        try (InputStream file =
                Objects.requireNonNull(
                        HarmlessInputs.class.getResourceAsStream("harmless-inputs.txt"))) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(Pattern::compile)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
