package org.xiangmuzhang.steward;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.annotation.DirtiesContext;
import org.xiangmuzhang.catalog.api.Catalog;
import org.xiangmuzhang.catalog.api.ProjectType;
import org.xiangmuzhang.catalog.api.ReferenceRow;
import org.xiangmuzhang.catalog.api.ReferenceTables;
import org.xiangmuzhang.kernel.Region;
import org.xiangmuzhang.steward.PublishedTime.Reading;
import org.xiangmuzhang.steward.StretchOfPlan.Ours;
import org.xiangmuzhang.steward.domain.advice.Advice;
import org.xiangmuzhang.steward.domain.advice.Bound;
import org.xiangmuzhang.steward.domain.advice.Situation;
import org.xiangmuzhang.steward.domain.plan.Courses;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The document that holds what plans come to, beside what was published; made anew with
 * -Dgolden=write. Nothing in it is adjusted.
 */
@SpringBootTest(
        classes = StewardApplication.class,
        webEnvironment = SpringBootTest.WebEnvironment.NONE)
@DirtiesContext
class CasesDocumentTests {

    private static final Path DOCUMENT = Path.of("../../docs/cases.md");
    private static final String HEAD =
            """
            # Published cases, our plans beside them

            Made by `CasesDocumentTests` from the tables that come with the platform (`-Dgolden=write` makes it anew; a
            test fails when it differs): every row of `scenarios.csv` that is measured in time. No figure was fitted to
            another, and none is rounded up. How plans and advice come about: ADR 0011 and 0054.

            - **Units.** `unit_conversions.csv` has no row for time, so the rule stands here. Working days are taken as
              they are. Calendar days are taken as five working days in seven, cut off after one decimal. A month is
              thirty calendar days. *Days* of which the source does not say more are read both ways, which gives a
              range.
            - **Without mechanisms.** The plan with no course at all: habits of order, one item after the other where
              the catalog says so, every decision apart. Twice: by the promised days of the items, and by their legal
              limits where the law sets one. Only mandatory items are in it. Time for building, and what is no item, is
              not.
            - **Before explained?** Yes when the published figure lies between the two, by both readings of it; else the
              gap in working days, from the smaller to the larger.
            - **Advised.** The earliest finish that any set of courses open to the project reaches (exact search), with
              the fewest obligations for it. Where a row measures what follows an event, the working days that pass in
              the drawn plan from the end of the event to the end of what is measured, whatever else that waits for,
              under the set that makes them fewest.
            - **Bound.** What law and material leave with the promised days as they are: every order that anything may
              relax has fallen, simulation and later supply bind the result only. Of what follows an event, the longest
              way from the event alone; whatever else the end waits for comes on top.
            - **Verdict.** A gap is printed by both readings of the published figure. *Not comparable* is a row of which
              a plan holds only a part: what else was published is no item of the catalog, or what shortened it is no
              course.
            - **Not proven / 未证明.** Named are items with a promised limit that is a starting value (`DEFAULT`) and
              that the advised figure hangs on, of what follows an event all that come before its end; in brackets, how
              many others of the row have one. Such a row proves nothing about a place before it has set its own values.

            """;

    /** Xiamen has a merger of its own beside that of the template. */
    private static final List<Region> PLACES = List.of(new Region("140500"), new Region("350200"));

    @Autowired Catalog catalog;
    @Autowired ReferenceTables tables;

    @Test
    void everyCaseThatIsMeasuredInTimeStandsInTheDocument() throws IOException {
        assertThat(rows("unit_conversions.csv"))
                .noneMatch(row -> row.getField("from_unit").matches(".*(day|month|year).*"));
        Map<String, NamedCsvRecord> scopes =
                rows("scenario_scopes.csv").stream()
                        .collect(
                                Collectors.toMap(
                                        row -> row.getField("scenario_id"), Function.identity()));
        StringBuilder document = new StringBuilder(HEAD);
        row(
                document,
                "Case",
                "What is measured",
                "Published",
                "In working days",
                "Without mechanisms: promised / legal",
                "Before explained?",
                "Advised",
                "Bound",
                "Verdict",
                "Rests on",
                "Remark");
        row(
                document, "---", "---", "---", "---", "---:", "---", "---", "---:", "---", "---",
                "---");
        int cases = 0;
        for (NamedCsvRecord scenario : rows("scenarios.csv")) {
            if (PublishedTime.isTime(scenario.getField("unit"))) {
                NamedCsvRecord scope =
                        Objects.requireNonNull(scopes.get(scenario.getField("scenario_id")));
                row(document, cells(scenario, scope));
                cases++;
            }
        }
        assertThat(cases).isEqualTo(scopes.size()).isEqualTo(21);
        if ("write".equals(System.getProperty("golden"))) {
            Files.writeString(DOCUMENT, document);
        }
        assertThat(Files.readString(DOCUMENT)).isEqualTo(document.toString());
    }

    @Test
    void everyTypeIsSearchedToItsEndFarBelowTheBound() {
        for (Region place : PLACES) {
            for (ProjectType type : catalog.projectTypes(place)) {
                Situation situation = situation(place, type);
                Advice advice = Advice.on(situation, Advice.MOST);

                assertThat(advice.complete()).as(type.code()).isTrue();
                assertThat(advice.drawn()).as(type.code()).isLessThan(Advice.MOST / 10);
                assertThat(advice.options().getFirst().plan().finish())
                        .as(type.code())
                        .isBeforeOrEqualTo(Objects.requireNonNull(advice.plain()).finish())
                        .isAfterOrEqualTo(Bound.of(situation).finish());
                assertThat(advice.options().getLast().obligations()).as(type.code()).isZero();
            }
        }
    }

    private Situation situation(Region place, ProjectType type) {
        Set<String> conditional =
                type.items().stream()
                        .filter(need -> !need.mandatory())
                        .map(need -> need.item().code())
                        .collect(Collectors.toSet());
        return new Situation(
                type,
                catalog.mergedItems(place),
                code -> catalog.item(place, code),
                Map.of(),
                new Courses(
                        StretchOfPlan.MONDAY,
                        null,
                        conditional,
                        Set.of(),
                        Set.of(),
                        Set.of(),
                        false),
                StretchOfPlan.MONDAY,
                catalog.calendar());
    }

    private String[] cells(NamedCsvRecord scenario, NamedCsvRecord scope) {
        String unit = scenario.getField("unit");
        Reading before = PublishedTime.read(scenario.getField("before"), unit);
        Reading after = PublishedTime.read(scenario.getField("after"), unit);
        List<String> cells = new ArrayList<>();
        cells.add(scenario.getField("scenario_id") + " " + scenario.getField("name_zh"));
        cells.add(scenario.getField("what_is_measured"));
        cells.add(published(scenario));
        cells.add((before == null ? "" : before + " → ") + (after == null ? "" : after.toString()));
        if (scope.getField("scope").equals("NONE")) {
            cells.addAll(List.of("–", "–", "–", "–", "not measured by a plan", ""));
        } else {
            Region region = new Region(scenario.getField("region_code"));
            Ours ours =
                    new StretchOfPlan(catalog, region, scenario.getField("project_type_code"))
                            .of(scope);
            boolean saving = unit.contains("saved");
            cells.add(ours.plain() + " / " + ours.legal());
            cells.add(before == null ? "–" : explained(before, ours));
            cells.add(advised(ours));
            cells.add(Integer.toString(ours.bound()));
            cells.add(
                    scope.getField("compares").equals("PART")
                            ? "not comparable: part of it"
                            : saving
                                    ? saved(Objects.requireNonNull(after), ours)
                                    : verdict(Objects.requireNonNull(after), ours));
            cells.add(rests(region, ours));
        }
        cells.add(scope.getField("remark"));
        return cells.toArray(String[]::new);
    }

    private static String published(NamedCsvRecord scenario) {
        String before = scenario.getField("before");
        return (before.isEmpty() ? "" : before + " → ")
                + scenario.getField("after")
                + " "
                + scenario.getField("unit");
    }

    /** Both ends of the range, whichever of them favours us. */
    private static String explained(Reading before, Ours ours) {
        if (before.low().compareTo(BigDecimal.valueOf(ours.legal())) > 0) {
            return "no: " + before.minus(ours.legal()) + " more than by the legal limits";
        }
        if (before.high().compareTo(BigDecimal.valueOf(ours.plain())) < 0) {
            return "no: " + before.from(ours.plain()) + " less than promised";
        }
        BigDecimal more = before.high().subtract(BigDecimal.valueOf(ours.legal()));
        BigDecimal less = BigDecimal.valueOf(ours.plain()).subtract(before.low());
        return more.signum() <= 0 && less.signum() <= 0
                ? "yes"
                : "in part"
                        + (less.signum() > 0 ? ": up to " + less + " less than promised" : "")
                        + (more.signum() > 0
                                ? ": up to " + more + " more than by the legal limits"
                                : "");
    }

    private static String advised(Ours ours) {
        return ours.courses().isEmpty()
                ? ours.advised() + ", no course helps"
                : ours.advised()
                        + " by "
                        + String.join(", ", ours.courses())
                        + "; obligations "
                        + ours.obligations();
    }

    /** By both readings; nothing is rounded in our favour. */
    private static String verdict(Reading after, Ours ours) {
        BigDecimal advised = BigDecimal.valueOf(ours.advised());
        if (advised.compareTo(after.low()) <= 0) {
            return "reached";
        }
        String longer =
                advised.compareTo(after.high()) <= 0
                        ? "reached by the longer reading, "
                                + advised.subtract(after.low())
                                + " longer by the shorter"
                        : after.from(ours.advised()) + " longer";
        BigDecimal bound = BigDecimal.valueOf(ours.bound());
        if (bound.compareTo(after.high()) > 0) {
            return longer + "; longer by law and material, too";
        }
        return bound.compareTo(after.low()) > 0
                ? longer + "; by the shorter reading longer by law and material, too"
                : longer;
    }

    private static String saved(Reading after, Ours ours) {
        int saved = ours.plain() - ours.advised();
        if (after.low().compareTo(BigDecimal.valueOf(saved)) > 0) {
            return "saves " + saved + ", " + after.minus(saved) + " less";
        }
        BigDecimal less = after.high().subtract(BigDecimal.valueOf(saved));
        return "saves " + saved + (less.signum() > 0 ? ", up to " + less + " less" : "");
    }

    private String rests(Region region, Ours ours) {
        Set<String> assumed =
                tables.rows("items", region).rows().stream()
                        .filter(row -> row.get("committed_source").equals("DEFAULT"))
                        .map(row -> row.get("item_code"))
                        .collect(Collectors.toSet());
        String critical =
                ours.critical().stream()
                        .filter(assumed::contains)
                        .map(code -> "`" + code + "`")
                        .collect(Collectors.joining(", "));
        long others =
                ours.items().stream()
                        .filter(assumed::contains)
                        .filter(code -> !ours.critical().contains(code))
                        .count();
        if (critical.isEmpty() && others == 0) {
            return "sources: " + sources(region, ours);
        }
        return "not proven / 未证明: "
                + (critical.isEmpty() ? "none on its way" : critical)
                + (others == 0 ? "" : " (+" + others + ")");
    }

    private String sources(Region region, Ours ours) {
        return tables.rows("items", region).rows().stream()
                .filter(row -> ours.items().contains(row.get("item_code")))
                .map((ReferenceRow row) -> row.get("committed_source"))
                .distinct()
                .sorted()
                .collect(Collectors.joining(", "));
    }

    private static void row(StringBuilder document, String... cells) {
        document.append("| ").append(String.join(" | ", cells)).append(" |\n");
    }

    private static List<NamedCsvRecord> rows(String name) throws IOException {
        try (InputStream file = CasesDocumentTests.class.getResourceAsStream(name)) {
            String text =
                    new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8);
            return CsvReader.builder().ofNamedCsvRecord(text).stream().toList();
        }
    }
}
