package org.xiangmuzhang.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;

import org.junit.jupiter.api.Test;
import org.xiangmuzhang.catalog.domain.bundle.Measure;
import org.xiangmuzhang.catalog.domain.bundle.OneMatter;
import org.xiangmuzhang.catalog.domain.bundle.Part;
import org.xiangmuzhang.catalog.domain.bundle.PublishedFigure;
import org.xiangmuzhang.catalog.domain.bundle.Saving;
import org.xiangmuzhang.catalog.domain.bundle.Term;
import org.xiangmuzhang.catalog.domain.list.ListColumn;
import org.xiangmuzhang.catalog.domain.list.ListKind;
import org.xiangmuzhang.catalog.domain.list.ListLine;
import org.xiangmuzhang.catalog.port.in.LookingAtPackages;
import org.xiangmuzhang.catalog.port.in.LookingAtPackages.PackageLine;
import org.xiangmuzhang.catalog.port.in.PublishingLists;
import org.xiangmuzhang.kernel.Region;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The document that holds what packages save, and how long the lists are, beside what was
 * published; made anew with -Dgolden=write. Nothing in it is adjusted.
 */
class PackagesDocumentTests {

    private static final Path DOCUMENT = Path.of("../../docs/packages.md");
    private static final String HEAD =
            """
            # Packages and lists, ours beside the published

            Made by `PackagesDocumentTests` from the tables that come with the platform (`-Dgolden=write` makes it
            anew; a test fails when it differs). *One by one* is the sum over the items of a package, *package* what
            it asks for joined; where the package has a promised limit of its own, that stands behind the days
            that its order comes to. How each number is made up: ADR 0045, and the page of each package under
            *一件事套餐* (`/console/catalog/packages`). Promises, steps, visits and fields in the tables are mostly
            starting values (source `DEFAULT`), so a difference from a published figure says what a place has still
            to enter; no figure was fitted to another. A figure is *not proven* when at least one of its numbers is
            general knowledge (`GENERAL`) or a starting value (`DEFAULT`); what two editors of a place agree on
            proves itself.

            """;

    private static final TestCatalog CATALOG = TestCatalog.shipped();
    private static final LookingAtPackages PACKAGES = CATALOG.packages();
    private static final PublishingLists LISTS = CATALOG.lists();

    /** What we have beside a published figure; empty where nothing of ours is like it. */
    private record Ours(String before, String after, String saved, String rests) {}

    private static final Pattern ASSUMED = Pattern.compile("DEFAULT|GENERAL");

    @Test
    void everyPackageAndEveryCaseStandsInTheDocument() throws IOException {
        StringBuilder document = new StringBuilder(HEAD);
        cases(document);
        packages(document);
        sums(document);
        if ("write".equals(System.getProperty("golden"))) {
            Files.writeString(DOCUMENT, document);
        }
        assertThat(Files.readString(DOCUMENT)).isEqualTo(document.toString());
    }

    private static void cases(StringBuilder document) throws IOException {
        document.append("## The cases\n\n");
        row(
                document,
                "Case",
                "Place",
                "What",
                "Measure",
                "Published",
                "Ours: one by one",
                "Ours: package or list",
                "Ours: saved",
                "Ours rests on",
                "Remark");
        row(document, "---", "---", "---", "---", "---", "---:", "---:", "---:", "---", "---");
        for (NamedCsvRecord row : figures()) {
            Ours ours = ours(row);
            row(
                    document,
                    field(row, "case_id"),
                    field(row, "place"),
                    "`" + field(row, "subject") + "`",
                    words(field(row, "measure")),
                    published(row),
                    ours.before(),
                    ours.after(),
                    ours.saved(),
                    ours.rests(),
                    field(row, "remark"));
        }
    }

    private static String published(NamedCsvRecord row) {
        String before = field(row, "before");
        String ends = before.isEmpty() ? field(row, "after") : before + " → " + field(row, "after");
        return ends + " " + field(row, "unit");
    }

    private static Ours ours(NamedCsvRecord row) {
        Region region = new Region(field(row, "region_code"));
        String subject = field(row, "subject");
        if (!subject.startsWith("PKG-")) {
            List<ListLine> lines =
                    LISTS.list(ListKind.valueOf(subject), region, null, null).lines();
            long count =
                    field(row, "measure").equals("TRADES")
                            ? lines.stream().map(it -> it.get(ListColumn.TRADE)).distinct().count()
                            : lines.size();
            String rests = lines.isEmpty() ? "nothing entered" : rests(assumed(lines));
            return new Ours("", Long.toString(count), "", rests);
        }
        OneMatter matter = PACKAGES.matter(region, subject);
        return switch (field(row, "measure")) {
            case "COST" -> new Ours("", "", "", "");
            case "ITEMS" ->
                    new Ours(
                            Integer.toString(matter.parts().size()),
                            Long.toString(
                                    matter.parts().stream()
                                            .filter(it -> it.place() != Part.Place.INSTEAD)
                                            .count()),
                            "",
                            "");
            default -> {
                Saving saving = matter.saving(Measure.valueOf(field(row, "measure")));
                yield new Ours(
                        Integer.toString(saving.before()),
                        after(saving),
                        saved(saving),
                        rests(saving.assumed()));
            }
        };
    }

    private static List<String> assumed(List<ListLine> lines) {
        return lines.stream()
                .map(line -> line.get(ListColumn.SOURCE))
                .flatMap(source -> ASSUMED.matcher(source).results())
                .map(MatchResult::group)
                .distinct()
                .sorted()
                .toList();
    }

    private static String rests(List<String> assumed) {
        return assumed.isEmpty() ? "sources" : "not proven: " + String.join(", ", assumed);
    }

    private static void packages(StringBuilder document) {
        document.append("\n## All packages, in the template\n\n");
        row(
                document,
                "Package",
                "套餐",
                "Kind",
                "Items, steps",
                "Days promised",
                "Days by law",
                "Steps",
                "Materials listed",
                "Handed in",
                "Trips",
                "Fields",
                "Published");
        row(
                document, "---", "---", "---", "---", "---", "---", "---", "---", "---", "---",
                "---", "---");
        for (PackageLine line : PACKAGES.packages(Region.TEMPLATE)) {
            OneMatter matter = PACKAGES.matter(Region.TEMPLATE, line.code());
            List<String> cells = new ArrayList<>();
            cells.add("`" + matter.code() + "`");
            cells.add(matter.nameZh());
            cells.add(matter.family() == null ? "other" : matter.family().name());
            cells.add(matter.parts().size() + ", " + matter.steps());
            for (Measure measure :
                    List.of(
                            Measure.DAYS,
                            Measure.LEGAL_DAYS,
                            Measure.STEPS,
                            Measure.LISTED,
                            Measure.MATERIALS,
                            Measure.TRIPS,
                            Measure.FIELDS)) {
                cells.add(
                        matter.savings().isEmpty()
                                ? "–"
                                : matter.saving(measure).before()
                                        + " → "
                                        + after(matter.saving(measure)));
            }
            cells.add(
                    matter.figures().stream()
                            .map(PackagesDocumentTests::figure)
                            .collect(Collectors.joining("; ")));
            row(document, cells.toArray(String[]::new));
        }
    }

    /** How the numbers of the packages of the cases are made up. */
    private static void sums(StringBuilder document) throws IOException {
        document.append("\n## How the numbers of the cases are made up\n");
        List<String> told = new ArrayList<>();
        for (NamedCsvRecord row : figures()) {
            String key = field(row, "subject");
            if (!key.startsWith("PKG-") || told.contains(key)) {
                continue;
            }
            told.add(key);
            OneMatter matter = PACKAGES.matter(new Region(field(row, "region_code")), key);
            document.append("\n### `%s` %s\n\n".formatted(key, matter.nameZh()));
            for (Saving saving : matter.savings()) {
                document.append(
                        "- %s, one by one: %s = %d; package: %s = %d%s%n"
                                .formatted(
                                        words(saving.measure().name()),
                                        terms(saving.oneByOne()),
                                        saving.before(),
                                        terms(saving.ordered()),
                                        saving.computed(),
                                        saving.promised() == null
                                                ? ""
                                                : ", promised " + saving.promised()));
            }
        }
    }

    private static String terms(List<Term> terms) {
        StringBuilder sum = new StringBuilder();
        for (Term term : terms) {
            String sign = term.value() < 0 ? "− " : sum.isEmpty() ? "" : "+ ";
            String what = Objects.requireNonNullElse(term.item(), words(term.why().name()));
            sum.append(sum.isEmpty() ? "" : " ")
                    .append("%s%d (%s)".formatted(sign, Math.abs(term.value()), what));
        }
        return sum.toString();
    }

    private static String words(String code) {
        return code.toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private static String after(Saving saving) {
        return saving.promised() == null
                ? Integer.toString(saving.computed())
                : saving.promised() + " (" + saving.computed() + ")";
    }

    private static String saved(Saving saving) {
        BigDecimal percent = saving.percent();
        return percent == null ? "" : saving.saved() + ", " + percent.toPlainString() + "%";
    }

    private static String figure(PublishedFigure figure) {
        BigDecimal change = figure.change();
        String number =
                change != null
                        ? "−" + change.toPlainString() + (figure.percent() ? "%" : "")
                        : (figure.before() == null ? "" : figure.before().toPlainString() + " ")
                                + "→ "
                                + Objects.requireNonNull(figure.after()).toPlainString();
        return words(figure.measure().name())
                + (figure.about() ? " about " : " ")
                + number
                + (figure.unit().isEmpty() ? "" : " " + figure.unit());
    }

    private static void row(StringBuilder document, String... cells) {
        document.append("| ").append(String.join(" | ", cells)).append(" |\n");
    }

    private static String field(NamedCsvRecord row, String name) {
        return row.findField(name).orElse("");
    }

    private static List<NamedCsvRecord> figures() throws IOException {
        try (InputStream file =
                PackagesDocumentTests.class.getResourceAsStream("acceptance_figures.csv")) {
            String text =
                    new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8);
            return CsvReader.builder().ofNamedCsvRecord(text).stream().toList();
        }
    }
}
