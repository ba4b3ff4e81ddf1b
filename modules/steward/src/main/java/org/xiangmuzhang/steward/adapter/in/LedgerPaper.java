package org.xiangmuzhang.steward.adapter.in;

import org.springframework.stereotype.Component;
import org.xiangmuzhang.kernel.WorkingDays;
import org.xiangmuzhang.steward.adapter.in.ServicePaper.Kind;
import org.xiangmuzhang.steward.adapter.in.ServicePaper.Table;
import org.xiangmuzhang.steward.port.in.Happening;
import org.xiangmuzhang.steward.port.in.ListingFactors;
import org.xiangmuzhang.steward.port.in.Watching;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

/** 信息台账: everything that was ever recorded of the project. */
@Component
class LedgerPaper implements PaperSource {

    private static final int STRETCH = 200;

    private final Watching watching;
    private final ListingFactors factors;
    private final Clock clock;

    LedgerPaper(Watching watching, ListingFactors factors, Clock clock) {
        this.watching = watching;
        this.factors = factors;
        this.clock = clock;
    }

    @Override
    public Kind kind() {
        return Kind.LEDGER;
    }

    @Override
    public ServicePaper of(Asked asked, boolean full) {
        List<Table> tables = new ArrayList<>();
        if (full) {
            tables.add(
                    asked.table(
                            "happenings",
                            List.of("recorded", "what", "why", "who"),
                            happenings(asked).stream().map(one -> row(one)).toList()));
            tables.add(
                    asked.table(
                            "factors",
                            List.of("factor", "amount", "unit", "needed", "state"),
                            factors
                                    .factors(asked.actor(), asked.project().id(), asked.language())
                                    .stream()
                                    .map(
                                            it ->
                                                    List.of(
                                                            asked.say(
                                                                    "word.factorKind." + it.kind()),
                                                            Asked.text(it.amount()),
                                                            it.departmentName(),
                                                            it.needed().toString(),
                                                            asked.say("word.state." + it.state())))
                                    .toList()));
            tables.add(elsewhere(asked));
        }
        return asked.sheet(
                Kind.LEDGER,
                asked.project().version(),
                WorkingDays.today(clock),
                true,
                List.of(
                        asked.fact("type", asked.project().projectTypeName()),
                        asked.fact("place", asked.project().regionName()),
                        asked.fact("industry", Asked.text(asked.project().industry())),
                        asked.fact("investment", Asked.text(asked.project().investment())),
                        asked.fact("registered", asked.project().registeredOn().toString())),
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
                Asked.text(one.why()),
                Asked.text(one.actorName()));
    }

    private Table elsewhere(Asked asked) {
        return asked.table(
                "elsewhere",
                List.of("item", "document", "decided", "verified"),
                asked.project().decidedElsewhere().stream()
                        .map(
                                it ->
                                        List.of(
                                                asked.english() ? it.itemNameEn() : it.itemName(),
                                                it.documentNumber(),
                                                it.decidedOn().toString(),
                                                Asked.text(it.verifiedOn())))
                        .toList());
    }
}
