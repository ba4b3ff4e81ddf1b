package org.xiangmuzhang.catalog.domain.search;

import org.jmolecules.ddd.annotation.ValueObject;
import org.xiangmuzhang.kernel.Refusal;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What somebody typed. An item is found when it has every word: in its name or code, by the pinyin
 * of its name from the beginning of a syllable, by initials, or in other texts.
 *
 * @param whole all words without anything between them
 * @param words each once; what is Latin and what is not are words of their own
 * @param nothing whether something was typed that has no word, so that nothing is found by it
 */
@ValueObject
public record Sought(String whole, List<Word> words, boolean nothing) {

    /** So many characters are looked for at most. */
    public static final int LONGEST = 200;

    /** The name, or the code, is what was typed. */
    public static final int EXACT = 0;

    /** The name, or the code, begins with it. */
    public static final int BEGINS = 1;

    /** Every word is in the name or the code. */
    public static final int NAMED = 2;

    /** Some word is found by the sound of the name only. */
    public static final int SOUNDS = 3;

    /** Some word is found in other texts only. */
    public static final int ELSEWHERE = 4;

    public static final Sought ALL = new Sought("", List.of(), false);

    /** One word of it. */
    public record Word(String text) {

        boolean latin() {
            return Folded.latin(text.charAt(0));
        }

        /** Whether it is long enough to be looked for in other texts, too. */
        public boolean anywhere() {
            return text.length() >= (latin() ? 3 : 2);
        }

        /** Whether it is long enough to be looked for in a code. */
        public boolean inCode() {
            return latin() && text.length() >= 3;
        }

        /** Whether it may be how a name sounds. */
        public boolean sound() {
            return latin();
        }

        /** What the syllables of a name must match, from the beginning of one of them. */
        public String syllables() {
            return text.chars()
                    .mapToObj(Character::toString)
                    .collect(Collectors.joining("'?", "'", ""));
        }

        private int rank(SearchText item) {
            if (item.name().contains(text) || inCode() && item.code().contains(text)) {
                return NAMED;
            }
            if (sound()
                    && (item.initials().contains(text)
                            || Pattern.compile(syllables()).matcher(item.pinyin()).find())) {
                return SOUNDS;
            }
            return anywhere() && item.other().contains(text) ? ELSEWHERE : Integer.MAX_VALUE;
        }

        /** Short stretches that whatever has the word has, too. */
        public Set<String> grams() {
            Set<String> grams = new TreeSet<>();
            int length = Math.min(text.length(), latin() ? 3 : 2);
            Folded.stretches(text, length, latin(), grams);
            return grams;
        }
    }

    public Sought {
        words = List.copyOf(words);
    }

    /** Refuses with {@code search-too-long}. */
    public static Sought of(String typed) {
        String text = typed.strip();
        if (text.length() > LONGEST) {
            throw Refusal.invalid("search-too-long", "/q", LONGEST);
        }
        if (text.isEmpty()) {
            return ALL;
        }
        List<String> words = Folded.words(text);
        return new Sought(
                String.join("", words),
                new LinkedHashSet<>(words).stream().map(Word::new).toList(),
                words.isEmpty());
    }

    /** Whether nothing narrows. */
    public boolean all() {
        return words.isEmpty() && !nothing;
    }

    /** How well an item fits, the smaller the better; empty when it does not. */
    public OptionalInt rank(SearchText item) {
        if (nothing) {
            return OptionalInt.empty();
        }
        if (words.isEmpty() || item.name().equals(whole) || item.code().equals(whole)) {
            return OptionalInt.of(EXACT);
        }
        if (item.name().startsWith(whole) || item.code().startsWith(whole)) {
            return OptionalInt.of(BEGINS);
        }
        int worst = words.stream().mapToInt(word -> word.rank(item)).max().orElseThrow();
        return worst == Integer.MAX_VALUE ? OptionalInt.empty() : OptionalInt.of(worst);
    }
}
