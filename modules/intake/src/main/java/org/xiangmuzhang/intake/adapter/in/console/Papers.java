package org.xiangmuzhang.intake.adapter.in.console;

import org.jspecify.annotations.Nullable;
import org.xiangmuzhang.intake.port.in.ApplicationSheet;
import org.xiangmuzhang.intake.port.in.MaterialLine;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The papers of an application, each once, though several items ask for it. */
final class Papers {

    private Papers() {}

    /**
     * A paper.
     *
     * @param ids the catalog's ids, one for each item that asks for it
     * @param items the items in one line; empty when the application has only one
     * @param wanted whether the correction notice names it
     * @param file what was handed in, or null
     */
    record Line(
            List<String> ids,
            String name,
            boolean required,
            String items,
            boolean wanted,
            @Nullable UUID file,
            @Nullable String fileName) {

        /** All its ids as one value of a form. */
        public String key() {
            return String.join(" ", ids);
        }

        /** Name of the field that takes its file. */
        public String field() {
            return "file-" + ids.getFirst();
        }

        /** Whether the window asks for it and it is not here. */
        public boolean isMissing() {
            return required && file == null;
        }
    }

    static List<Line> of(ApplicationSheet sheet, Words words) {
        return of(
                sheet.materials(),
                words.either(sheet.itemNames(), sheet.itemNamesEn()),
                sheet.application().state().equals("CORRECTION_NOTICED")
                        ? sheet.correctionMaterials()
                        : List.of(),
                words);
    }

    static List<Line> of(
            List<MaterialLine> lines,
            Map<String, String> items,
            Collection<String> wanted,
            Words words) {
        Map<String, List<MaterialLine>> byName = new LinkedHashMap<>();
        for (MaterialLine line : lines) {
            byName.computeIfAbsent(line.name(), name -> new ArrayList<>()).add(line);
        }
        boolean several = lines.stream().map(MaterialLine::itemCode).distinct().count() > 1;
        return byName.values().stream()
                .map(same -> line(same, several, items, wanted, words))
                .toList();
    }

    private static Line line(
            List<MaterialLine> same,
            boolean several,
            Map<String, String> items,
            Collection<String> wanted,
            Words words) {
        MaterialLine first = same.getFirst();
        MaterialLine given =
                same.stream().filter(line -> line.file() != null).findFirst().orElse(first);
        return new Line(
                same.stream().map(MaterialLine::id).toList(),
                words.either(first.name(), first.nameEn()),
                same.stream().anyMatch(MaterialLine::required),
                several
                        ? words.join(
                                same.stream()
                                        .map(MaterialLine::itemCode)
                                        .distinct()
                                        .map(code -> items.getOrDefault(code, code))
                                        .toList())
                        : "",
                same.stream().anyMatch(line -> wanted.contains(line.id())),
                given.file(),
                given.fileName());
    }
}
