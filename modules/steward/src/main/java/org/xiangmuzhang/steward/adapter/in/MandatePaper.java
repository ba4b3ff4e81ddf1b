package org.xiangmuzhang.steward.adapter.in;

import org.springframework.stereotype.Component;
import org.xiangmuzhang.kernel.WorkingDays;
import org.xiangmuzhang.steward.adapter.in.ServicePaper.Kind;
import org.xiangmuzhang.steward.port.in.ProjectSheet;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;

/** 委托书: what the enterprise entrusts to its stewards. */
@Component
class MandatePaper implements PaperSource {

    private final Clock clock;

    MandatePaper(Clock clock) {
        this.clock = clock;
    }

    @Override
    public Kind kind() {
        return Kind.MANDATE;
    }

    @Override
    public ServicePaper of(Asked asked, boolean full) {
        List<ProjectSheet.Mandate> mandates = asked.project().mandates();
        return asked.sheet(
                Kind.MANDATE,
                mandates.size(),
                mandates.stream()
                        .map(ProjectSheet.Mandate::from)
                        .max(Comparator.naturalOrder())
                        .orElse(null),
                mandates.stream().anyMatch(mandate -> stands(mandate)),
                List.of(),
                List.of(
                        asked.table(
                                "mandates",
                                List.of(
                                        "steward", "acts", "stages", "items", "from", "until",
                                        "state"),
                                mandates.stream().map(one -> mandateRow(asked, one)).toList())));
    }

    private List<String> mandateRow(Asked asked, ProjectSheet.Mandate one) {
        return List.of(
                Asked.text(one.stewardName()),
                asked.joined(
                        one.acts().stream().map(act -> asked.say("word.acts." + act)).toList()),
                one.stages().isEmpty()
                        ? asked.say("steward.paper.any")
                        : asked.joined(
                                one.stages().stream()
                                        .map(stage -> asked.say("steward.stage." + stage))
                                        .toList()),
                one.items().isEmpty()
                        ? asked.say("steward.paper.any")
                        : asked.joined(one.items().stream().map(code -> asked.item(code)).toList()),
                one.from().toString(),
                one.until().toString(),
                state(asked, one));
    }

    private String state(Asked asked, ProjectSheet.Mandate one) {
        LocalDate today = WorkingDays.today(clock);
        if (one.revokedOn() != null) {
            return asked.say("steward.mandate.revoked", one.revokedOn().toString());
        }
        if (today.isBefore(one.from())) {
            return asked.say("steward.mandate.to-come");
        }
        return asked.say(
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
}
