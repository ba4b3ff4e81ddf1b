package org.xiangmuzhang.steward.adapter.in.console;

import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriUtils;
import org.xiangmuzhang.kernel.Refusal;
import org.xiangmuzhang.steward.port.in.Advising;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * A supposition on the page. In an address its parts stand one behind the other: {@code
 * SLIPS~~EIA-TABLE~5~}, {@code TAKES~SIMULATED~ENG-PLAN-PERMIT~~}.
 *
 * @param words the supposition as a sentence
 * @param without the page without it
 */
public record SupposedLine(String words, String without) {

    private static final int PARTS = 5;
    private static final Set<String> KINDS =
            Set.of("SLIPS", "ENDS", "LAND_RIGHT", "STARTS", "TAKES", "LEAVES");

    /** The text of what was chosen in one of the forms. */
    static String text(String what, @Nullable String days, @Nullable String on) {
        String[] chosen = what.split("~", -1);
        boolean course = chosen.length == 3;
        return String.join(
                "~",
                chosen[0],
                course ? chosen[1] : "",
                chosen.length > 1 ? chosen[chosen.length - 1] : "",
                days == null ? "" : days.strip(),
                on == null ? "" : on.strip());
    }

    static Advising.Supposed read(String text) {
        String[] parts = text.split("~", -1);
        if (parts.length != PARTS) {
            throw Refusal.invalid("what-if-kind", "/suppositions");
        }
        return new Advising.Supposed(
                parts[0], given(parts[1]), given(parts[2]), number(parts[3]), date(parts[4]));
    }

    private static @Nullable String given(String part) {
        return part.isEmpty() ? null : part;
    }

    private static @Nullable Integer number(String part) {
        try {
            return part.isEmpty() ? null : Integer.valueOf(part);
        } catch (NumberFormatException none) {
            throw Refusal.invalid("what-if-incomplete", "/suppositions");
        }
    }

    private static @Nullable LocalDate date(String part) {
        try {
            return part.isEmpty() ? null : LocalDate.parse(part);
        } catch (DateTimeParseException none) {
            throw Refusal.invalid("what-if-incomplete", "/suppositions");
        }
    }

    static List<SupposedLine> all(UUID project, List<String> texts, ItemWords words) {
        List<SupposedLine> lines = new ArrayList<>();
        for (int i = 0; i < texts.size(); i++) {
            List<String> others = new ArrayList<>(texts);
            others.remove(i);
            String query =
                    others.stream()
                            .map(text -> "s=" + UriUtils.encode(text, StandardCharsets.UTF_8))
                            .collect(Collectors.joining("&"));
            lines.add(
                    new SupposedLine(
                            sentence(texts.get(i), words),
                            "/console/projects/%s/what-if%s"
                                    .formatted(project, query.isEmpty() ? "" : "?" + query)));
        }
        return lines;
    }

    private static String sentence(String text, ItemWords words) {
        String[] parts = text.split("~", -1);
        return parts.length != PARTS || !KINDS.contains(parts[0])
                ? words.say("problem.what-if-kind")
                : words.say(
                        "steward.what-if.line." + parts[0],
                        parts[1].isEmpty() ? "" : words.say("steward.course." + parts[1]),
                        parts[2].isEmpty() ? "" : words.item(parts[2]),
                        parts[3],
                        parts[4]);
    }
}
