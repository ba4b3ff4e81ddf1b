package org.xiangmuzhang.catalog.domain.search;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Texts as they are compared: letters and digits alone, small, and none of full width. Whatever
 * else stands between them separates words.
 */
final class Folded {

    private static final int LATIN = 0x7f;

    private Folded() {}

    /** Words in their order; what is Latin and what is not never stand in one word. */
    static List<String> words(String text) {
        List<String> words = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        String plain = Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        plain.replace('ü', 'v')
                .codePoints()
                .forEach(
                        at -> {
                            boolean kept = Character.isLetterOrDigit(at);
                            if (!kept || !word.isEmpty() && latin(at) != latin(word.charAt(0))) {
                                end(word, words);
                            }
                            if (kept) {
                                word.appendCodePoint(at);
                            }
                        });
        end(word, words);
        return words;
    }

    private static void end(StringBuilder word, List<String> words) {
        if (!word.isEmpty()) {
            words.add(word.toString());
            word.setLength(0);
        }
    }

    /** The words without anything between them. */
    static String text(String text) {
        return String.join("", words(text));
    }

    static boolean latin(int character) {
        return character <= LATIN;
    }

    /**
     * Every stretch of so many characters that are all Latin or all not: three of a Latin text, two
     * of another.
     */
    static void stretches(String text, int length, boolean latin, Set<String> into) {
        for (int at = 0; at + length <= text.length(); at++) {
            String stretch = text.substring(at, at + length);
            if (stretch.indexOf(' ') < 0 && stretch.chars().allMatch(one -> latin(one) == latin)) {
                into.add(stretch);
            }
        }
    }
}
