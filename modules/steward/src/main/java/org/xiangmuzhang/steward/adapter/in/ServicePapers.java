package org.xiangmuzhang.steward.adapter.in;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;

import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.xiangmuzhang.catalog.api.Catalog;
import org.xiangmuzhang.files.SafeCells;
import org.xiangmuzhang.kernel.Actor;
import org.xiangmuzhang.steward.adapter.in.ServicePaper.Kind;
import org.xiangmuzhang.steward.adapter.in.ServicePaper.Table;
import org.xiangmuzhang.steward.port.in.ListingFactors;
import org.xiangmuzhang.steward.port.in.PlanSheet;
import org.xiangmuzhang.steward.port.in.Staffing;
import org.xiangmuzhang.steward.port.in.Watching;

import java.io.StringWriter;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/** Puts the five papers together from what the project already says; nothing is written for it. */
@Component
public class ServicePapers {

    private final Map<Kind, PaperSource> papers = new EnumMap<>(Kind.class);
    private final Watching watching;
    private final Staffing staffing;
    private final ListingFactors factors;
    private final Catalog catalog;
    private final MessageSource messages;

    ServicePapers(
            List<PaperSource> papers,
            Watching watching,
            Staffing staffing,
            ListingFactors factors,
            Catalog catalog,
            MessageSource messages) {
        papers.forEach(paper -> this.papers.put(paper.kind(), paper));
        this.watching = watching;
        this.staffing = staffing;
        this.factors = factors;
        this.catalog = catalog;
        this.messages = messages;
    }

    private Asked asked(Actor actor, UUID project, Locale language) {
        return new Asked(
                actor,
                watching.project(actor, project, null),
                language,
                watching,
                catalog,
                messages);
    }

    /** What the file holds; the papers without their lists. */
    public ServiceFile file(Actor actor, UUID project, Locale language) {
        Asked asked = asked(actor, project, language);
        PlanSheet plan = asked.plan();
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
                        one(
                                "COMMITMENT",
                                plan == null ? 0 : PlanPaper.commitments(asked, plan).size()));
        return new ServiceFile(
                project,
                ones.stream().allMatch(ServiceFile.One::there),
                ones,
                papers.values().stream().map(paper -> paper.of(asked, false)).toList());
    }

    private static ServiceFile.One one(String what, int count) {
        return new ServiceFile.One(what, count > 0, count);
    }

    /** A paper in full; of the ledger everything that was ever recorded. */
    public ServicePaper paper(Actor actor, UUID project, Kind kind, Locale language) {
        return Objects.requireNonNull(papers.get(kind)).of(asked(actor, project, language), true);
    }

    /** Facts, then each list below its name; no cell is a formula to a spreadsheet. */
    public static String csv(ServicePaper paper) {
        StringWriter text = new StringWriter();
        text.write('\uFEFF');
        CsvWriter csv =
                CsvWriter.builder().bufferSize(0).lineDelimiter(LineDelimiter.CRLF).build(text);
        csv.writeRecord(paper.title(), Long.toString(paper.version()), Asked.text(paper.on()));
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
