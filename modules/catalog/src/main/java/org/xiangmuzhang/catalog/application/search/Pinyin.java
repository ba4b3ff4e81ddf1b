package org.xiangmuzhang.catalog.application.search;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * How names sound, without tones; ü is written v. A character has the reading that it has most
 * often, unless it stands in one of the words of the field that are read in another way (银行, 重建).
 */
final class Pinyin {

    private static final String FOLDER = "/org/xiangmuzhang/catalog/pinyin/";

    private static final Map<Integer, String> CHARACTERS = new HashMap<>();
    private static final Map<String, List<String>> WORDS = new HashMap<>();
    private static final int LONGEST;

    static {
        eachLine(
                "characters.txt",
                parts -> parts[1].codePoints().forEach(one -> CHARACTERS.put(one, parts[0])));
        eachLine(
                "words.txt", parts -> WORDS.put(parts[0], List.of(parts).subList(1, parts.length)));
        LONGEST = WORDS.keySet().stream().mapToInt(String::length).max().orElse(0);
    }

    private Pinyin() {}

    private static void eachLine(String file, Consumer<String[]> use) {
        try (InputStream in =
                Objects.requireNonNull(Pinyin.class.getResourceAsStream(FOLDER + file))) {
            new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(line -> line.split(" "))
                    .forEach(use);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * A syllable for each character; letters and digits stand for themselves, marks for nothing.
     */
    static List<String> syllables(String text) {
        List<String> syllables = new ArrayList<>();
        int at = 0;
        while (at < text.length()) {
            String word = word(text, at);
            if (word.isEmpty()) {
                int character = text.codePointAt(at);
                syllable(character).ifPresent(syllables::add);
                at += Character.charCount(character);
            } else {
                syllables.addAll(WORDS.getOrDefault(word, List.of()));
                at += word.length();
            }
        }
        return syllables;
    }

    /** The longest of the field's words that begins here. */
    private static String word(String text, int at) {
        for (int end = Math.min(text.length(), at + LONGEST); end > at + 1; end--) {
            String word = text.substring(at, end);
            if (WORDS.containsKey(word)) {
                return word;
            }
        }
        return "";
    }

    private static Optional<String> syllable(int character) {
        String known = CHARACTERS.get(character);
        boolean latin = character <= 0x7f && Character.isLetterOrDigit(character);
        return latin
                ? Optional.of(Character.toString(Character.toLowerCase(character)))
                : Optional.ofNullable(known);
    }
}
