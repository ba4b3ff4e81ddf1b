package org.xiangmuzhang.intake.domain.check;

import org.jmolecules.ddd.annotation.ValueObject;
import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * One sentence of the rule language: it names what it looks at and what that is measured by, and
 * nothing can be computed in it.
 *
 * @param subject code of a field or id of a material; a dash for all materials of the item
 * @param against what it is measured by, as its kind says; a dash for nothing
 */
@ValueObject
public record Rule(
        String code,
        String item,
        Kind kind,
        String subject,
        String against,
        String reasonZh,
        String reasonEn) {

    /** What stands for nothing. */
    public static final String NOTHING = "-";

    private static final Pattern BOUNDS =
            Pattern.compile(
                    "(-?[0-9]{1,15}(?:[.][0-9]{1,6})?)?[.]{2}(-?[0-9]{1,15}(?:[.][0-9]{1,6})?)?");
    private static final Pattern COUNT = Pattern.compile("[1-9][0-9]?");
    private static final String TODAY = "today";

    /** File types by the names that a rule may use. */
    private static final Map<String, String> TYPES =
            Map.of(
                    "pdf", "application/pdf",
                    "ofd", "application/ofd",
                    "png", "image/png",
                    "jpg", "image/jpeg",
                    "docx",
                            "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
                    "xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
                    "txt", "text/plain",
                    "csv", "text/csv",
                    "dwg", "image/vnd.dwg");

    /**
     * What is asked. What is empty is right for every kind but the first and the material kinds.
     */
    public enum Kind {
        /** The field is filled in. */
        PRESENT(false),
        /** The field has a form of {@link Format}. */
        FORMAT(false),
        /** The number is within bounds, both included: {@code 1..100}, {@code ..5}, {@code 0..}. */
        RANGE(false),
        /** Both fields say the same. */
        EQUAL(false),
        /** The date is not after that of another field, or {@code today}. */
        NOT_AFTER(false),
        /** The material is there. */
        HANDED_IN(true),
        /** The material is of one of these types: {@code pdf,ofd}. */
        FILE_TYPE(true),
        /** So many different files at least were handed in for the item. */
        FILE_COUNT(true);

        private final boolean ofMaterials;

        Kind(boolean ofMaterials) {
            this.ofMaterials = ofMaterials;
        }

        public boolean isOfMaterials() {
            return ofMaterials;
        }
    }

    /**
     * Whether it can be judged.
     *
     * @param fields of the item, by code
     */
    boolean isWellFormed(Map<String, FormField> fields) {
        return switch (kind) {
            case PRESENT -> fields.containsKey(subject) && against.equals(NOTHING);
            case FORMAT -> fields.containsKey(subject) && Format.named(against).isPresent();
            case RANGE -> fields.containsKey(subject) && BOUNDS.matcher(against).matches();
            case EQUAL -> fields.containsKey(subject) && fields.containsKey(against);
            case NOT_AFTER ->
                    fields.containsKey(subject)
                            && (against.equals(TODAY) || fields.containsKey(against));
            case HANDED_IN -> !subject.equals(NOTHING) && against.equals(NOTHING);
            case FILE_TYPE -> !subject.equals(NOTHING) && TYPES.keySet().containsAll(types());
            case FILE_COUNT -> subject.equals(NOTHING) && COUNT.matcher(against).matches();
        };
    }

    private List<String> types() {
        return Arrays.stream(against.split(",")).map(String::strip).toList();
    }

    boolean holds(Facts facts) {
        @Nullable String said = facts.answers().of(subject);
        @Nullable HandedIn file = facts.materials().get(subject);
        return switch (kind) {
            case PRESENT -> said != null;
            case FORMAT -> said == null || Format.named(against).orElseThrow().fits(said);
            case RANGE -> said == null || Format.number(said).filter(this::isWithin).isPresent();
            case EQUAL -> {
                @Nullable String other = facts.answers().of(against);
                yield said == null ? other == null : said.equals(other);
            }
            case NOT_AFTER -> said == null || isNotAfter(said, facts);
            case HANDED_IN -> file != null;
            case FILE_TYPE ->
                    file == null
                            || types().stream()
                                    .anyMatch(type -> file.mediaType().equals(TYPES.get(type)));
            case FILE_COUNT -> facts.files() >= Integer.parseInt(against);
        };
    }

    private boolean isWithin(BigDecimal number) {
        return least().map(bound -> number.compareTo(bound) >= 0).orElse(true)
                && most().map(bound -> number.compareTo(bound) <= 0).orElse(true);
    }

    /** Lower bound of a range, if it has one. */
    public Optional<BigDecimal> least() {
        return bound(1);
    }

    /** Upper bound of a range, if it has one. */
    public Optional<BigDecimal> most() {
        return bound(2);
    }

    private Optional<BigDecimal> bound(int group) {
        var bounds = BOUNDS.matcher(against);
        return kind == Kind.RANGE && bounds.matches()
                ? Optional.ofNullable(bounds.group(group)).map(BigDecimal::new)
                : Optional.empty();
    }

    private boolean isNotAfter(String said, Facts facts) {
        Optional<LocalDate> date = Format.date(said);
        if (against.equals(TODAY)) {
            return date.filter(day -> !day.isAfter(facts.today())).isPresent();
        }
        @Nullable String other = facts.answers().of(against);
        return date.isPresent()
                && (other == null
                        || Format.date(other)
                                .filter(last -> !date.get().isAfter(last))
                                .isPresent());
    }
}
