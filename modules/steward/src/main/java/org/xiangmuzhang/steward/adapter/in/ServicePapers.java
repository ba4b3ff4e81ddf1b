package org.xiangmuzhang.steward.adapter.in;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;

import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.xiangmuzhang.catalog.api.Catalog;
import org.xiangmuzhang.catalog.api.Item;
import org.xiangmuzhang.catalog.api.Material;
import org.xiangmuzhang.files.SafeCells;
import org.xiangmuzhang.kernel.Actor;
import org.xiangmuzhang.kernel.Refusal;
import org.xiangmuzhang.kernel.Role;
import org.xiangmuzhang.kernel.WorkingDays;
import org.xiangmuzhang.steward.adapter.in.ServicePaper.Fact;
import org.xiangmuzhang.steward.adapter.in.ServicePaper.Kind;
import org.xiangmuzhang.steward.adapter.in.ServicePaper.Table;
import org.xiangmuzhang.steward.port.in.Closing;
import org.xiangmuzhang.steward.port.in.Happening;
import org.xiangmuzhang.steward.port.in.KeepingDiary;
import org.xiangmuzhang.steward.port.in.ListingFactors;
import org.xiangmuzhang.steward.port.in.PlanSheet;
import org.xiangmuzhang.steward.port.in.ProjectSheet;
import org.xiangmuzhang.steward.port.in.Staffing;
import org.xiangmuzhang.steward.port.in.Watching;

import java.io.StringWriter;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/** Puts the five papers together from what the project already says; nothing is written for it. */
@Component
public class ServicePapers {

    private static final int STRETCH = 200;
    private static final Set<String> OPEN = Set.of("PLANNED", "RUNNING", "PAUSED", "SIMULATED");
    private static final Set<String> GONE = Set.of("DROPPED", "REPLACED");

    private final Watching watching;
    private final Staffing staffing;
    private final ListingFactors factors;
    private final Closing closing;
    private final KeepingDiary diary;
    private final Catalog catalog;
    private final MessageSource messages;
    private final Clock clock;

    ServicePapers(
            Watching watching,
            Staffing staffing,
            ListingFactors factors,
            Closing closing,
            KeepingDiary diary,
            Catalog catalog,
            MessageSource messages,
            Clock clock) {
        this.watching = watching;
        this.staffing = staffing;
        this.factors = factors;
        this.closing = closing;
        this.diary = diary;
        this.catalog = catalog;
        this.messages = messages;
        this.clock = clock;
    }

    /** Who asks for whom, in which words. */
    private record Asked(Actor actor, ProjectSheet project, Locale language) {

        boolean english() {
            return language.getLanguage().equals("en");
        }
    }

    /** What the file holds; the papers without their lists. */
    public ServiceFile file(Actor actor, UUID project, Locale language) {
        Asked asked = new Asked(actor, watching.project(actor, project, null), language);
        PlanSheet plan = plan(asked);
        int team =
                (int)
                        staffing.team(actor, project).members().stream()
                                .filter(member -> member.left() == null)
                                .count();
        int needs =
                (int)
                        factors.factors(actor, project, language).stream()
                                .filter(factor -> !factor.state().equals("DROPPED"))
                                .count();
        List<ServiceFile.One> ones =
                List.of(
                        one("STEWARD", asked.project().steward() == null ? 0 : 1),
                        one("TEAM", team),
                        one("PLAN", plan == null ? 0 : 1),
                        one("FACTORS", needs),
                        one("COMMITMENT", plan == null ? 0 : commitments(asked, plan).size()));
        return new ServiceFile(
                project,
                ones.stream().allMatch(ServiceFile.One::there),
                ones,
                Stream.of(Kind.values()).map(kind -> paper(asked, kind, false)).toList());
    }

    private static ServiceFile.One one(String what, int count) {
        return new ServiceFile.One(what, count > 0, count);
    }

    /** A paper in full; of the ledger everything that was ever recorded. */
    public ServicePaper paper(Actor actor, UUID project, Kind kind, Locale language) {
        return paper(
                new Asked(actor, watching.project(actor, project, null), language), kind, true);
    }

    private ServicePaper paper(Asked asked, Kind kind, boolean full) {
        return switch (kind) {
            case MANDATE -> mandate(asked);
            case PLAN -> plan(asked, full);
            case LEDGER -> ledger(asked, full);
            case COMPLETION -> completion(asked, full);
            case ADVICE -> advice(asked, full);
        };
    }

    private ServicePaper mandate(Asked asked) {
        List<ProjectSheet.Mandate> mandates = asked.project().mandates();
        return sheet(
                asked,
                Kind.MANDATE,
                mandates.size(),
                mandates.stream()
                        .map(ProjectSheet.Mandate::from)
                        .max(Comparator.naturalOrder())
                        .orElse(null),
                mandates.stream().anyMatch(mandate -> stands(mandate)),
                List.of(),
                List.of(
                        table(
                                asked,
                                "mandates",
                                List.of(
                                        "steward", "acts", "stages", "items", "from", "until",
                                        "state"),
                                mandates.stream().map(one -> mandateRow(asked, one)).toList())));
    }

    private List<String> mandateRow(Asked asked, ProjectSheet.Mandate one) {
        return List.of(
                text(one.stewardName()),
                joined(
                        asked,
                        one.acts().stream().map(act -> say(asked, "word.acts." + act)).toList()),
                one.stages().isEmpty()
                        ? say(asked, "steward.paper.any")
                        : joined(
                                asked,
                                one.stages().stream()
                                        .map(stage -> say(asked, "steward.stage." + stage))
                                        .toList()),
                one.items().isEmpty()
                        ? say(asked, "steward.paper.any")
                        : joined(
                                asked,
                                one.items().stream().map(code -> item(asked, code)).toList()),
                one.from().toString(),
                one.until().toString(),
                state(asked, one));
    }

    private String state(Asked asked, ProjectSheet.Mandate one) {
        LocalDate today = WorkingDays.today(clock);
        if (one.revokedOn() != null) {
            return say(asked, "steward.mandate.revoked", one.revokedOn().toString());
        }
        if (today.isBefore(one.from())) {
            return say(asked, "steward.mandate.to-come");
        }
        return say(
                asked,
                today.isAfter(one.until())
                        ? "steward.mandate.expired"
                        : "steward.mandate.standing");
    }

    private boolean stands(ProjectSheet.Mandate one) {
        LocalDate today = WorkingDays.today(clock);
        return one.revokedOn() == null
                && !today.isBefore(one.from())
                && !today.isAfter(one.until());
    }

    /** 一项目一方案一清单: the plan, its items, and what each of them asks for. */
    private ServicePaper plan(Asked asked, boolean full) {
        PlanSheet plan = plan(asked);
        if (plan == null) {
            return sheet(asked, Kind.PLAN, 0, null, false, List.of(), List.of());
        }
        List<PlanSheet.Step> steps = steps(plan);
        List<Fact> facts =
                List.of(
                        fact(asked, "revision", Integer.toString(plan.revision())),
                        fact(asked, "finish", plan.finish().toString()),
                        fact(asked, "target", text(plan.target())),
                        fact(
                                asked,
                                "baseline",
                                plan.baseline() == null
                                        ? "–"
                                        : plan.baseline().revision()
                                                + " · "
                                                + plan.baseline().finish()),
                        fact(asked, "type-version", plan.typeVersion()));
        return sheet(
                asked,
                Kind.PLAN,
                plan.revision(),
                plan.from(),
                true,
                facts,
                full
                        ? List.of(
                                table(
                                        asked,
                                        "items",
                                        List.of(
                                                "item", "code", "unit", "days", "start", "finish",
                                                "latest", "slack", "state"),
                                        steps.stream().map(step -> planRow(asked, step)).toList()),
                                table(
                                        asked,
                                        "materials",
                                        List.of("item", "material", "source", "need", "basis"),
                                        steps.stream()
                                                .flatMap(step -> materials(asked, step))
                                                .toList()),
                                table(
                                        asked,
                                        "commitments",
                                        List.of("item", "unit", "material"),
                                        commitments(asked, plan)))
                        : List.of());
    }

    private List<String> planRow(Asked asked, PlanSheet.Step step) {
        return List.of(
                name(asked, step),
                step.itemCode(),
                unit(asked, step),
                Integer.toString(step.days()),
                step.earliestStart().toString(),
                step.earliestFinish().toString(),
                step.latestFinish().toString(),
                Integer.toString(step.slack()),
                say(asked, "console.state." + step.state()));
    }

    private Stream<List<String>> materials(Asked asked, PlanSheet.Step step) {
        return catalogItem(asked, step).stream()
                .flatMap(item -> item.materials().stream())
                .map(
                        material ->
                                List.of(
                                        name(asked, step),
                                        name(asked, material),
                                        say(asked, "steward.paper.source." + material.source()),
                                        say(
                                                asked,
                                                material.deferrable()
                                                        ? "steward.paper.need.later"
                                                        : material.required()
                                                                ? "steward.paper.need.must"
                                                                : "steward.paper.need.may"),
                                        text(material.basis())));
    }

    /** 承诺模板: what of the project may be decided by commitment, and which papers that replaces. */
    private List<List<String>> commitments(Asked asked, PlanSheet plan) {
        List<List<String>> rows = new ArrayList<>();
        for (PlanSheet.Step step : steps(plan)) {
            for (Item item : catalogItem(asked, step)) {
                if (item.allowed().commitment()) {
                    rows.add(
                            List.of(
                                    name(asked, step),
                                    unit(asked, step),
                                    joined(
                                            asked,
                                            item.allowed().materials().stream()
                                                    .filter(
                                                            it ->
                                                                    Boolean.TRUE.equals(
                                                                            it.committable()))
                                                    .map(it -> name(asked, it))
                                                    .toList())));
                }
            }
        }
        return rows;
    }

    private ServicePaper ledger(Asked asked, boolean full) {
        List<Table> tables = new ArrayList<>();
        if (full) {
            tables.add(
                    table(
                            asked,
                            "happenings",
                            List.of("recorded", "what", "why", "who"),
                            happenings(asked).stream().map(one -> row(one)).toList()));
            tables.add(
                    table(
                            asked,
                            "factors",
                            List.of("factor", "amount", "unit", "needed", "state"),
                            factors
                                    .factors(asked.actor(), asked.project().id(), asked.language())
                                    .stream()
                                    .map(
                                            it ->
                                                    List.of(
                                                            say(
                                                                    asked,
                                                                    "word.factorKind." + it.kind()),
                                                            text(it.amount()),
                                                            it.departmentName(),
                                                            it.needed().toString(),
                                                            say(asked, "word.state." + it.state())))
                                    .toList()));
            tables.add(elsewhere(asked));
        }
        return sheet(
                asked,
                Kind.LEDGER,
                asked.project().version(),
                WorkingDays.today(clock),
                true,
                List.of(
                        fact(asked, "type", asked.project().projectTypeName()),
                        fact(asked, "place", asked.project().regionName()),
                        fact(asked, "industry", text(asked.project().industry())),
                        fact(asked, "investment", text(asked.project().investment())),
                        fact(asked, "registered", asked.project().registeredOn().toString())),
                tables);
    }

    private List<Happening> happenings(Asked asked) {
        List<Happening> all = new ArrayList<>();
        List<Happening> some;
        do {
            some =
                    watching.timeline(
                            asked.actor(),
                            asked.project().id(),
                            null,
                            all.isEmpty() ? 0 : all.getLast().position(),
                            STRETCH,
                            asked.language());
            all.addAll(some);
        } while (some.size() == STRETCH);
        return all;
    }

    private static List<String> row(Happening one) {
        return List.of(
                one.recordedAt().atZone(WorkingDays.ZONE).toLocalDateTime().withNano(0).toString(),
                one.text(),
                text(one.why()),
                text(one.actorName()));
    }

    private Table elsewhere(Asked asked) {
        return table(
                asked,
                "elsewhere",
                List.of("item", "document", "decided", "verified"),
                asked.project().decidedElsewhere().stream()
                        .map(
                                it ->
                                        List.of(
                                                asked.english() ? it.itemNameEn() : it.itemName(),
                                                it.documentNumber(),
                                                it.decidedOn().toString(),
                                                text(it.verifiedOn())))
                        .toList());
    }

    private ServicePaper completion(Asked asked, boolean full) {
        PlanSheet plan = plan(asked);
        Closing.@Nullable Prospect end = full || seesEnd(asked) ? end(asked) : null;
        boolean closed = end != null && end.closedOn() != null;
        List<Table> tables = new ArrayList<>();
        if (full && plan != null) {
            tables.add(
                    table(
                            asked,
                            "done",
                            List.of("item", "unit", "began", "ended", "document", "state"),
                            steps(plan).stream().map(step -> doneRow(asked, step)).toList()));
        }
        if (full && end != null && !closed) {
            tables.add(
                    table(
                            asked,
                            "open",
                            List.of("kind", "item", "due"),
                            end.open().stream()
                                    .map(
                                            it ->
                                                    List.of(
                                                            say(
                                                                    asked,
                                                                    "word.obligation." + it.kind()),
                                                            it.code().isEmpty()
                                                                    ? "–"
                                                                    : item(asked, it.code()),
                                                            text(it.due())))
                                    .toList()));
        }
        return sheet(
                asked,
                Kind.COMPLETION,
                plan == null ? 0 : plan.revision(),
                end == null ? null : end.closedOn(),
                closed,
                end == null
                        ? List.of()
                        : List.of(
                                fact(asked, "closed", text(end.closedOn())),
                                fact(
                                        asked,
                                        "outcome",
                                        end.outcome() == null
                                                ? say(asked, "steward.paper.running")
                                                : say(
                                                        asked,
                                                        "steward.paper.outcome." + end.outcome()))),
                tables);
    }

    /** The end of a project is not for the stewards of others. */
    private static boolean seesEnd(Asked asked) {
        return asked.actor().role() != Role.STEWARD
                || asked.actor().holder().equals(asked.project().steward());
    }

    private Closing.Prospect end(Asked asked) {
        return closing.prospect(asked.actor(), asked.project().id());
    }

    private List<String> doneRow(Asked asked, PlanSheet.Step step) {
        return List.of(
                name(asked, step),
                unit(asked, step),
                text(step.actualStart()),
                text(step.actualFinish()),
                asked.project().decidedElsewhere().stream()
                        .filter(it -> it.itemCode().equals(step.itemCode()))
                        .map(ProjectSheet.External::documentNumber)
                        .findFirst()
                        .orElse(""),
                say(asked, "console.state." + step.state()));
    }

    /** 工作建议: what is to be done next and by whom, and what was advised. */
    private ServicePaper advice(Asked asked, boolean full) {
        PlanSheet plan = plan(asked);
        List<PlanSheet.Step> next =
                plan == null
                        ? List.of()
                        : steps(plan).stream()
                                .filter(step -> OPEN.contains(step.state()))
                                .sorted(
                                        Comparator.comparing(PlanSheet.Step::earliestFinish)
                                                .thenComparing(PlanSheet.Step::itemCode))
                                .toList();
        List<Table> tables = new ArrayList<>();
        if (full) {
            tables.add(
                    table(
                            asked,
                            "next",
                            List.of("item", "turn", "start", "finish", "slack"),
                            next.stream().map(step -> nextRow(asked, step)).toList()));
            tables.add(
                    table(
                            asked,
                            "advised",
                            List.of("day", "kind", "item", "text", "who"),
                            diary
                                    .diary(asked.actor(), asked.project().id(), null, null, STRETCH)
                                    .stream()
                                    .filter(it -> !it.kind().equals("RECEPTION"))
                                    .map(it -> adviceRow(asked, it))
                                    .toList()));
        }
        return sheet(
                asked,
                Kind.ADVICE,
                plan == null ? 0 : plan.revision(),
                plan == null ? null : WorkingDays.today(clock),
                plan != null,
                List.of(fact(asked, "open-items", Integer.toString(next.size()))),
                tables);
    }

    private List<String> nextRow(Asked asked, PlanSheet.Step step) {
        PlanSheet.Turn turn = step.turn();
        return List.of(
                name(asked, step),
                turn == null
                        ? ""
                        : turn.who() == PlanSheet.Who.DEPARTMENT
                                ? unit(asked, step)
                                : say(asked, "steward.turn." + turn.who()),
                step.earliestStart().toString(),
                step.earliestFinish().toString(),
                Integer.toString(step.slack()));
    }

    private List<String> adviceRow(Asked asked, KeepingDiary.Entry entry) {
        return List.of(
                entry.on().toString(),
                say(asked, "word.kind." + entry.kind()),
                entry.item() == null ? "" : item(asked, entry.item()),
                text(entry.text()),
                text(entry.personName()));
    }

    private @Nullable PlanSheet plan(Asked asked) {
        try {
            return watching.plan(asked.actor(), asked.project().id(), null);
        } catch (Refusal none) {
            if (none.rule().equals("plan-unknown")) {
                return null;
            }
            throw none;
        }
    }

    private static List<PlanSheet.Step> steps(PlanSheet plan) {
        return plan.steps().stream().filter(step -> !GONE.contains(step.state())).toList();
    }

    private List<Item> catalogItem(Asked asked, PlanSheet.Step step) {
        return catalog.item(asked.project().region(), step.itemCode()).stream().toList();
    }

    private String item(Asked asked, String code) {
        return catalog.item(asked.project().region(), code)
                .map(item -> asked.english() ? item.nameEn() : item.nameZh())
                .orElse(code);
    }

    private static String name(Asked asked, PlanSheet.Step step) {
        return asked.english() ? step.itemNameEn() : step.itemName();
    }

    private static String name(Asked asked, Material material) {
        return asked.english() ? material.nameEn() : material.nameZh();
    }

    private static String unit(Asked asked, PlanSheet.Step step) {
        return asked.english() ? step.departmentEn() : step.department();
    }

    private static String text(@Nullable Object value) {
        return value == null ? "" : value.toString();
    }

    private static String joined(Asked asked, List<String> words) {
        return String.join(asked.english() ? ", " : "、", words);
    }

    private String say(Asked asked, String key, Object... arguments) {
        return Objects.requireNonNullElse(
                messages.getMessage(key, arguments, key, asked.language()), key);
    }

    private Fact fact(Asked asked, String name, String value) {
        return new Fact(say(asked, "steward.paper.fact." + name), value.isEmpty() ? "–" : value);
    }

    private Table table(Asked asked, String name, List<String> columns, List<List<String>> rows) {
        return new Table(
                say(asked, "steward.paper.table." + name),
                columns.stream().map(it -> say(asked, "steward.paper.column." + it)).toList(),
                rows);
    }

    private ServicePaper sheet(
            Asked asked,
            Kind kind,
            long version,
            @Nullable LocalDate on,
            boolean ready,
            List<Fact> facts,
            List<Table> tables) {
        ProjectSheet project = asked.project();
        List<Fact> all = new ArrayList<>();
        all.add(fact(asked, "project", project.name()));
        all.add(fact(asked, "code", project.code()));
        all.add(fact(asked, "enterprise", project.enterpriseName()));
        all.add(fact(asked, "steward", text(project.stewardName())));
        all.addAll(facts);
        return new ServicePaper(
                project.id(),
                project.code(),
                project.name(),
                kind,
                say(asked, "steward.paper." + kind),
                version,
                on,
                ready,
                all,
                tables);
    }

    /** Facts, then each list below its name; no cell is a formula to a spreadsheet. */
    public static String csv(ServicePaper paper) {
        StringWriter text = new StringWriter();
        text.write('\uFEFF');
        CsvWriter csv =
                CsvWriter.builder().bufferSize(0).lineDelimiter(LineDelimiter.CRLF).build(text);
        csv.writeRecord(paper.title(), Long.toString(paper.version()), text(paper.on()));
        paper.facts().forEach(it -> csv.writeRecord(it.name(), SafeCells.safe(it.value())));
        for (Table table : paper.tables()) {
            csv.writeRecord("");
            csv.writeRecord(table.name());
            csv.writeRecord(table.columns());
            table.rows()
                    .forEach(row -> csv.writeRecord(row.stream().map(SafeCells::safe).toList()));
        }
        return text.toString();
    }
}
