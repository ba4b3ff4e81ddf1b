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
import java.util.function.Function;
import java.util.stream.Stream;

/** The papers of an application, each once, though several items ask for it. */
final class Papers {

    private Papers() {}

    /**
     * A paper.
     *
     * @param ids the catalog's ids, one for each item that asks for it
     * @param items the items in one line; empty when the application has only one
     * @param deferrable whether all of it may come later
     * @param wantedIds those of its ids that the correction notice names
     * @param point what the notice says of it, or null
     * @param answer what was answered to that in words, or null
     * @param file what was handed in, or null
     */
    record Line(
            List<String> ids,
            String name,
            boolean required,
            boolean deferrable,
            String items,
            List<String> wantedIds,
            @Nullable String point,
            @Nullable String answer,
            @Nullable UUID file,
            @Nullable String fileName) {

        /** Whether the correction notice names it. */
        public boolean isWanted() {
            return !wantedIds.isEmpty();
        }

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

        /** Whether it is not here and may come later. */
        public boolean mayComeLater() {
            return isMissing() && deferrable;
        }
    }

    static List<Line> of(ApplicationSheet sheet, Words words) {
        return of(
                sheet.materials(),
                words.either(sheet.itemNames(), sheet.itemNamesEn()),
                sheet.application().state().equals("CORRECTION_NOTICED")
                        ? sheet.correctionMaterials()
                        : List.of(),
                sheet.points(),
                words);
    }

    static List<Line> of(
            List<MaterialLine> lines,
            Map<String, String> items,
            Collection<String> wanted,
            List<ApplicationSheet.Point> points,
            Words words) {
        Map<String, List<MaterialLine>> byName = new LinkedHashMap<>();
        for (MaterialLine line : lines) {
            byName.computeIfAbsent(line.name(), name -> new ArrayList<>()).add(line);
        }
        boolean several = lines.stream().map(MaterialLine::itemCode).distinct().count() > 1;
        return byName.values().stream()
                .map(same -> line(same, several, items, wanted, points, words))
                .toList();
    }

    private static @Nullable String said(
            List<MaterialLine> same,
            List<ApplicationSheet.Point> points,
            Function<ApplicationSheet.Point, @Nullable String> words) {
        List<String> ids = same.stream().map(MaterialLine::id).toList();
        return points.stream()
                .filter(point -> ids.contains(point.material()))
                .flatMap(point -> Stream.ofNullable(words.apply(point)))
                .findFirst()
                .orElse(null);
    }

    private static Line line(
            List<MaterialLine> same,
            boolean several,
            Map<String, String> items,
            Collection<String> wanted,
            List<ApplicationSheet.Point> points,
            Words words) {
        MaterialLine first = same.getFirst();
        MaterialLine given =
                same.stream().filter(line -> line.file() != null).findFirst().orElse(first);
        return new Line(
                same.stream().map(MaterialLine::id).toList(),
                words.either(first.name(), first.nameEn()),
                same.stream().anyMatch(MaterialLine::required),
                same.stream().allMatch(MaterialLine::deferrable),
                several
                        ? words.join(
                                same.stream()
                                        .map(MaterialLine::itemCode)
                                        .distinct()
                                        .map(code -> items.getOrDefault(code, code))
                                        .toList())
                        : "",
                same.stream().map(MaterialLine::id).filter(wanted::contains).toList(),
                said(same, points, ApplicationSheet.Point::text),
                said(same, points, ApplicationSheet.Point::answer),
                given.file(),
                given.fileName());
    }
}
