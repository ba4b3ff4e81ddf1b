package org.xiangmuzhang.steward.application;

import org.springframework.context.MessageSourceResolvable;
import org.springframework.context.support.DefaultMessageSourceResolvable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.xiangmuzhang.catalog.api.Catalog;
import org.xiangmuzhang.catalog.api.Item;
import org.xiangmuzhang.catalog.api.SpreadsheetRows;
import org.xiangmuzhang.files.Files;
import org.xiangmuzhang.files.StoredFile;
import org.xiangmuzhang.kernel.Actor;
import org.xiangmuzhang.kernel.Refusal;
import org.xiangmuzhang.kernel.WorkingDays;
import org.xiangmuzhang.parties.Remarks;
import org.xiangmuzhang.steward.api.ProjectView;
import org.xiangmuzhang.steward.domain.project.Dossier;
import org.xiangmuzhang.steward.domain.project.RecordDecidedElsewhere;
import org.xiangmuzhang.steward.domain.project.TakeOverProject;
import org.xiangmuzhang.steward.domain.takeover.TakeOverSheet;
import org.xiangmuzhang.steward.domain.takeover.TakeOverSheet.Kind;
import org.xiangmuzhang.steward.domain.takeover.TakeOverSheet.Line;
import org.xiangmuzhang.steward.events.DecidedElsewhere;
import org.xiangmuzhang.steward.events.EntryTakenOver;
import org.xiangmuzhang.steward.port.in.TakingOver;
import org.xiangmuzhang.steward.port.out.ProjectLog;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

@Component("steward.take-overs")
class TakeOvers implements TakingOver {

    private final Records records;
    private final Access access;
    private final ProjectLog log;
    private final Papers papers;
    private final Files files;
    private final Catalog catalog;
    private final SpreadsheetRows spreadsheets;
    private final Remarks remarks;
    private final Clock clock;

    TakeOvers(
            Records records,
            Access access,
            ProjectLog log,
            Papers papers,
            Files files,
            Catalog catalog,
            SpreadsheetRows spreadsheets,
            Remarks remarks,
            Clock clock) {
        this.records = records;
        this.access = access;
        this.log = log;
        this.papers = papers;
        this.files = files;
        this.catalog = catalog;
        this.spreadsheets = spreadsheets;
        this.remarks = remarks;
        this.clock = clock;
    }

    @Override
    @Transactional(readOnly = true)
    public Report look(Actor actor, UUID project, UUID file) {
        ProjectView found = records.recordable(actor, project);
        Dossier dossier = log.now(project).orElseThrow(() -> Refusal.notFound("project-unknown"));
        return report(project, file, false, lines(actor, found, dossier, file));
    }

    @Override
    @Transactional
    public Report takeOver(Actor actor, UUID project, long version, UUID file) {
        ProjectView found = records.recordable(actor, project);
        papers.mustBeUsable(file, actor, found, "/file");
        Dossier dossier = access.held(project, version);
        List<Line> lines = lines(actor, found, dossier, file);
        lines.stream()
                .filter(line -> !line.faults().isEmpty())
                .findFirst()
                .ifPresent(
                        line -> {
                            throw Refusal.invalid(
                                    "takeover-faults",
                                    "/file",
                                    line.number(),
                                    sentence(line.faults().getFirst()));
                        });
        LocalDate today = WorkingDays.today(clock);
        log.send(
                new TakeOverProject(
                        project,
                        file,
                        lines.stream()
                                .filter(line -> line.kind() == Kind.DECISION && !line.known())
                                .map(line -> decision(project, file, line, today))
                                .toList(),
                        lines.stream()
                                .filter(line -> !line.known())
                                .filter(line -> !line.text().isEmpty() || line.begun() != null)
                                .map(line -> entry(actor, found, line))
                                .toList(),
                        today));
        return report(project, file, true, lines);
    }

    /** Said in the language of whoever reads the refusal. */
    private static MessageSourceResolvable sentence(TakeOverSheet.Fault fault) {
        return new DefaultMessageSourceResolvable(
                new String[] {"problem." + fault.rule()},
                fault.arguments().stream().map(String::valueOf).toArray(),
                fault.rule());
    }

    private static RecordDecidedElsewhere decision(
            UUID project, UUID file, Line line, LocalDate today) {
        return new RecordDecidedElsewhere(
                project,
                Objects.requireNonNull(line.item()),
                Objects.requireNonNull(line.document()),
                Objects.requireNonNull(line.date()),
                file,
                line.verified(),
                today);
    }

    private EntryTakenOver entry(Actor actor, ProjectView project, Line line) {
        return new EntryTakenOver(
                project.id(),
                project.region(),
                Objects.requireNonNull(line.kind()).name(),
                line.item(),
                line.document(),
                line.begun(),
                Objects.requireNonNull(line.date()),
                line.text().isEmpty()
                        ? null
                        : remarks.write(project.region(), actor.person(), line.text(), "/file"));
    }

    private List<Line> lines(Actor actor, ProjectView project, Dossier dossier, UUID file) {
        StoredFile stored =
                files.byId(file)
                        .filter(it -> it.mayBeUsedBy(actor, project.enterprise()))
                        .orElseThrow(() -> Refusal.invalid("file-unknown", "/file"));
        TakeOverSheet sheet =
                TakeOverSheet.of(
                        spreadsheets.read(() -> files.open(file), stored.mediaType(), ROWS).stream()
                                .map(row -> new TakeOverSheet.Row(row.line(), row.cells()))
                                .toList(),
                        code -> catalog.item(project.region(), code).isPresent(),
                        WorkingDays.today(clock));
        List<EntryTakenOver> entries = dossier.charge().entriesTakenOver();
        Map<UUID, String> words =
                remarks.texts(
                        entries.stream()
                                .map(EntryTakenOver::remark)
                                .filter(Objects::nonNull)
                                .toList());
        Records.Here here = records.here(project.id());
        return sheet.lines().stream()
                .map(
                        line ->
                                wasTaken(line, entries, words)
                                        ? line.asKnown()
                                        : held(line, project, dossier, here))
                .toList();
    }

    /** Words that were removed since are no difference. */
    private static boolean wasTaken(
            Line line, List<EntryTakenOver> entries, Map<UUID, String> words) {
        return line.kind() != Kind.DECISION
                && line.faults().isEmpty()
                && entries.stream()
                        .filter(it -> it.kind().equals(String.valueOf(line.kind())))
                        .filter(it -> Objects.equals(it.itemCode(), line.item()))
                        .filter(it -> Objects.equals(it.documentNumber(), line.document()))
                        .filter(it -> it.on().equals(line.date()))
                        .map(EntryTakenOver::remark)
                        .anyMatch(
                                remark ->
                                        remark == null
                                                || words.getOrDefault(remark, line.text())
                                                        .equals(line.text()));
    }

    /** With what contradicts the platform's own knowledge. */
    private Line held(Line line, ProjectView project, Dossier dossier, Records.Here here) {
        String code = line.item();
        if (line.kind() != Kind.DECISION || code == null) {
            return line;
        }
        Item item = catalog.item(project.region(), code).orElse(null);
        if (item == null) {
            return line;
        }
        DecidedElsewhere known = dossier.elsewhere().get(code);
        if (known != null
                && dossier.charge().itemsTakenOver().contains(code)
                && known.documentNumber().equals(line.document())
                && known.decidedOn().equals(line.date())) {
            return line.asKnown();
        }
        if (known != null) {
            return line.with(
                    new TakeOverSheet.Fault(
                            "item",
                            "elsewhere-recorded-already",
                            List.of(code, known.documentNumber())));
        }
        try {
            records.mustBeElsewhere(item, dossier, here);
            return line;
        } catch (Refusal refusal) {
            return line.with(new TakeOverSheet.Fault("item", refusal.rule(), refusal.arguments()));
        }
    }

    private static Report report(UUID project, UUID file, boolean applied, List<Line> lines) {
        List<Row> rows = new ArrayList<>();
        for (Line line : lines) {
            rows.add(
                    new Row(
                            line.number(),
                            line.kind() == null ? null : line.kind().name(),
                            line.item(),
                            line.document(),
                            line.date(),
                            line.known(),
                            line.faults().stream()
                                    .map(
                                            it ->
                                                    new TakingOver.Fault(
                                                            it.column(), it.rule(), it.arguments()))
                                    .toList()));
        }
        return new Report(
                project,
                file,
                applied,
                count(lines, Kind.DECISION),
                count(lines, Kind.HISTORY),
                count(lines, Kind.DOCUMENT),
                (int) lines.stream().filter(Line::known).count(),
                (int) lines.stream().filter(line -> !line.faults().isEmpty()).count(),
                rows);
    }

    private static int count(List<Line> lines, Kind kind) {
        return (int) lines.stream().filter(line -> line.kind() == kind && !line.known()).count();
    }
}
