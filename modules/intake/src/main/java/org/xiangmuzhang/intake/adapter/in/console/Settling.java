package org.xiangmuzhang.intake.adapter.in.console;

import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.xiangmuzhang.console.RefusalWords;
import org.xiangmuzhang.intake.adapter.in.Versions;
import org.xiangmuzhang.intake.port.in.Seen;
import org.xiangmuzhang.intake.port.in.Settled;
import org.xiangmuzhang.kernel.Refusal;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;

/** Tells the next page what became of several that were acted on together. */
@Component
class Settling {

    private final RefusalWords sentences;

    Settling(RefusalWords sentences) {
        this.sentences = sentences;
    }

    /** How a page names one of them. */
    record Named(String name, String number, String path) {}

    /** A rule that refused them all is the form's: it comes back as it was typed. */
    void tell(
            List<Settled> settled,
            Function<UUID, Named> names,
            Locale language,
            RedirectAttributes to) {
        List<String> rules =
                settled.stream()
                        .map(one -> one.refusal() == null ? "" : one.refusal().rule())
                        .distinct()
                        .toList();
        if (rules.size() == 1 && !rules.getFirst().isEmpty()) {
            throw Objects.requireNonNull(settled.getFirst().refusal());
        }
        List<SettledLine> lines = new ArrayList<>();
        for (Settled one : settled) {
            Named named = names.apply(one.id());
            Refusal refusal = one.refusal();
            lines.add(
                    new SettledLine(
                            named.name(),
                            named.number(),
                            named.path(),
                            refusal == null ? null : sentences.of(refusal, language)));
        }
        to.addFlashAttribute("settled", lines);
    }

    /** The version that stood beside it on the page. */
    static Seen seen(Map<String, String> typed, UUID one) {
        String version = typed.getOrDefault("version-" + one, "");
        if (!version.matches("\\d{1,18}")) {
            throw Refusal.invalid("form-field-missing", "/version-" + one);
        }
        return Versions.seen(Long.parseLong(version));
    }
}
