package org.xiangmuzhang.catalog.domain.search;

import org.jmolecules.ddd.annotation.ValueObject;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What an item is found by, folded.
 *
 * @param code without what separates its parts
 * @param name the Chinese one, without blanks and marks
 * @param pinyin syllables of the name, {@code 'gui'hua}: a mark before each
 * @param initials the first letters of the syllables, {@code gh}
 * @param other English name, department and result, words with a blank between them
 */
@ValueObject
public record SearchText(String code, String name, String pinyin, String initials, String other) {

    /**
     * @param syllables of the name
     * @param others in any language
     */
    public static SearchText of(
            String code, String name, List<String> syllables, List<String> others) {
        return new SearchText(
                Folded.text(code),
                Folded.text(name),
                syllables.stream().map(one -> "'" + one).collect(Collectors.joining()),
                syllables.stream().map(one -> one.substring(0, 1)).collect(Collectors.joining()),
                others.stream()
                        .flatMap(other -> Folded.words(other).stream())
                        .collect(Collectors.joining(" ")));
    }

    /** How many characters the name has. */
    public int length() {
        return name.codePointCount(0, name.length());
    }

    /**
     * Short stretches of name and code: one or two characters that are not Latin, one to three that
     * are. They have all stretches of any word that is in these.
     */
    public Set<String> nameGrams() {
        Set<String> grams = new TreeSet<>();
        for (int length = 1; length <= 2; length++) {
            Folded.stretches(name, length, false, grams);
        }
        for (int length = 1; length <= 3; length++) {
            Folded.stretches(name, length, true, grams);
            Folded.stretches(code, length, true, grams);
        }
        return grams;
    }

    /** The same of initials and of pinyin from the beginning of a syllable. */
    public Set<String> soundGrams() {
        Set<String> grams = new TreeSet<>();
        for (int length = 1; length <= 3; length++) {
            Folded.stretches(initials, length, true, grams);
        }
        Folded.stretches(pinyin.replace("'", ""), 3, true, grams);
        for (int mark = pinyin.indexOf('\''); mark >= 0; mark = pinyin.indexOf('\'', mark + 1)) {
            String rest = pinyin.substring(mark).replace("'", "");
            grams.add(rest.substring(0, Math.min(2, rest.length())));
        }
        return grams;
    }

    /** The same of the other texts: two characters that are not Latin, three that are. */
    public Set<String> otherGrams() {
        Set<String> grams = new TreeSet<>();
        Folded.stretches(other, 2, false, grams);
        Folded.stretches(other, 3, true, grams);
        return grams;
    }
}
