package org.xiangmuzhang.steward.application;

import org.springframework.stereotype.Component;
import org.xiangmuzhang.catalog.api.Catalog;
import org.xiangmuzhang.catalog.api.Item;
import org.xiangmuzhang.catalog.api.ReferenceRow;
import org.xiangmuzhang.catalog.api.ReferenceTables;
import org.xiangmuzhang.kernel.Refusal;
import org.xiangmuzhang.kernel.Region;
import org.xiangmuzhang.kernel.WorkingDays;
import org.xiangmuzhang.steward.domain.book.Chapter;
import org.xiangmuzhang.steward.port.in.KeepingBooks.Bundle;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What the catalog says of bundled assessments: their items, and the data that these share. */
@Component
class Bundles {

    private static final String FAMILY = "BUNDLED_ASSESSMENT";

    /** What is assessed for a region, or for several projects at once, is no book of one. */
    private static final Set<String> NO_BOOKS = Set.of("REGIONAL_EVALUATION", "MULTI_PROJECT");

    /** Who somebody is, and papers, stand in the application alone. */
    private static final Set<String> LEFT_OUT = Set.of("TEXT", "FILE");

    private final Catalog catalog;
    private final ReferenceTables tables;
    private final Clock clock;

    Bundles(Catalog catalog, ReferenceTables tables, Clock clock) {
        this.catalog = catalog;
        this.tables = tables;
        this.clock = clock;
    }

    /** What a datum means. */
    record Meaning(String code, String nameZh, String nameEn, String form) {}

    List<Bundle> at(Region region, Locale language) {
        boolean english = language.getLanguage().equals("en");
        return rows(region)
                .map(
                        row -> {
                            Map<String, String> items = new LinkedHashMap<>();
                            row.list("item_codes")
                                    .forEach(
                                            code ->
                                                    catalog.item(region, code)
                                                            .ifPresent(
                                                                    item ->
                                                                            items.put(
                                                                                    code,
                                                                                    english
                                                                                            ? item
                                                                                                    .nameEn()
                                                                                            : item
                                                                                                    .nameZh())));
                            return new Bundle(
                                    row.get("package_code"),
                                    row.get(english ? "name_en" : "name_zh"),
                                    items,
                                    alternatives(row));
                        })
                .filter(bundle -> bundle.items().size() > 1)
                .toList();
    }

    String name(Region region, String bundle, Locale language) {
        String column = language.getLanguage().equals("en") ? "name_en" : "name_zh";
        return tables.rows("packages", region).rows().stream()
                .filter(row -> row.get("package_code").equals(bundle))
                .findFirst()
                .map(row -> row.get(column))
                .orElse(bundle);
    }

    private Stream<ReferenceRow> rows(Region region) {
        return tables.rows("packages", region).rows().stream()
                .filter(row -> row.get("family").equals(FAMILY))
                .filter(row -> !NO_BOOKS.contains(row.get("kind")));
    }

    private static List<List<String>> alternatives(ReferenceRow row) {
        return row.list("choices").stream().map(one -> List.of(one.split("/"))).toList();
    }

    /** A chapter for each of the items; at least two, and of alternatives one. */
    List<Chapter> chapters(Region region, String bundle, List<String> items) {
        ReferenceRow row =
                rows(region)
                        .filter(one -> one.get("package_code").equals(bundle))
                        .findFirst()
                        .orElseThrow(
                                () -> Refusal.invalid("book-bundle-unknown", "/bundle", bundle));
        List<String> listed = row.list("item_codes");
        Set<String> wanted = new HashSet<>(items);
        if (wanted.size() < 2 || wanted.size() < items.size()) {
            throw Refusal.invalid("book-items", "/items");
        }
        for (List<String> one : alternatives(row)) {
            if (one.stream().filter(wanted::contains).count() > 1) {
                throw Refusal.invalid("book-alternatives", "/items", String.join("/", one));
            }
        }
        Map<String, Meaning> meanings = meanings(region);
        List<ReferenceRow> fields = tables.rows("item_fields", region).rows();
        List<Chapter> chapters = new ArrayList<>();
        for (int i = 0; i < items.size(); i++) {
            String code = items.get(i);
            String pointer = "/items/" + i;
            Item item =
                    (listed.contains(code) ? catalog.item(region, code) : Optional.<Item>empty())
                            .orElseThrow(
                                    () ->
                                            Refusal.invalid(
                                                    "book-item-unknown", pointer, code, bundle));
            Set<String> reads = new HashSet<>();
            Set<String> needs = new HashSet<>();
            fields.stream()
                    .filter(field -> field.get("item_code").equals(code))
                    .filter(field -> meanings.containsKey(field.get("meaning_code")))
                    .forEach(
                            field -> {
                                reads.add(field.get("meaning_code"));
                                if (field.get("required").equals("yes")) {
                                    needs.add(field.get("meaning_code"));
                                }
                            });
            chapters.add(
                    Chapter.of(
                            code,
                            catalog.organ(region, item, WorkingDays.today(clock)).department(),
                            reads,
                            needs));
        }
        return chapters;
    }

    /** Meanings of data that a book may share, by code. */
    Map<String, Meaning> meanings(Region region) {
        Map<String, Meaning> meanings = new LinkedHashMap<>();
        tables.rows("field_meanings", region).rows().stream()
                .filter(row -> !LEFT_OUT.contains(row.get("form")))
                .forEach(
                        row ->
                                meanings.put(
                                        row.get("meaning_code"),
                                        new Meaning(
                                                row.get("meaning_code"),
                                                row.get("name_zh"),
                                                row.get("name_en"),
                                                row.get("form"))));
        return meanings;
    }

    /** Refuses what is no number, or no day, where one is meant. */
    void mustFit(Region region, String meaning, String text) {
        Meaning known = meanings(region).get(meaning);
        if (known == null) {
            throw Refusal.invalid("book-datum-unknown", "/meaning", meaning);
        }
        boolean fits =
                switch (known.form()) {
                    case "NUMBER" -> isNumber(text);
                    case "DATE" -> isDay(text);
                    default -> true;
                };
        if (!fits) {
            throw Refusal.invalid("book-datum-form", "/text", known.nameZh());
        }
    }

    private static boolean isNumber(String text) {
        return text.length() <= 20
                && text.matches("\\d+(\\.\\d+)?")
                && new BigDecimal(text).signum() >= 0;
    }

    private static boolean isDay(String text) {
        try {
            return LocalDate.parse(text).getYear() > 1900;
        } catch (DateTimeException noDay) {
            return false;
        }
    }
}
