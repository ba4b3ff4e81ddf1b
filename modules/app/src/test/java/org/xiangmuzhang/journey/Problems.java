package org.xiangmuzhang.journey;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** What is wrong with a refusal. */
final class Problems {

    /** An argument that was not filled in, or a key instead of its sentence. */
    private static final Pattern UNSPOKEN = Pattern.compile("\\{\\d|problem[.-]");

    private Problems() {}

    /**
     * Nothing for a problem document as it should be.
     *
     * @param english the answer to the same in English, where it was asked for
     * @param pointer the field at fault, if one is
     */
    static List<String> faults(
            Caller.Answer chinese, Caller.@Nullable Answer english, @Nullable String pointer) {
        List<String> faults = new ArrayList<>();
        String rule = chinese.rule();
        check(faults, chinese.status() < 500, "status " + chinese.status());
        check(faults, chinese, rule);
        if (english != null) {
            check(
                    faults,
                    chinese.status() == english.status() && rule.equals(english.rule()),
                    "another answer in English: " + chinese.body() + english.body());
            check(faults, english, rule);
        }
        if (rule.equals("request-unreadable")) {
            return faults; // not even HTTP: the container answers, in both languages at once
        }
        check(
                faults,
                detail(chinese).codePoints().anyMatch(Character::isIdeographic),
                "not Chinese: " + detail(chinese));
        check(
                faults,
                english == null || !detail(chinese).equals(detail(english)),
                "one language: " + detail(chinese));
        boolean ofTheField = chinese.status() == 422 || chinese.status() == 400;
        check(
                faults,
                pointer == null || !ofTheField || names(chinese, pointer),
                rule + " at " + chinese.body().path("pointers"));
        return faults;
    }

    private static void check(List<String> faults, Caller.Answer answer, String rule) {
        String type = answer.headers().getOrDefault("Content-Type", "");
        check(faults, type.startsWith("application/problem+json"), "content type " + type);
        String named = answer.body().path("type").asString("");
        check(faults, named.equals("urn:xiangmuzhang:problem:" + rule), "type " + named);
        String detail = detail(answer);
        check(faults, !detail.isBlank() && !UNSPOKEN.matcher(detail).find(), "detail " + detail);
    }

    private static String detail(Caller.Answer answer) {
        return answer.body().path("detail").asString("");
    }

    /** Whether a pointer leads to the field, into it, or to what it is in. */
    private static boolean names(Caller.Answer answer, String pointer) {
        return answer.body()
                .path("pointers")
                .valueStream()
                .map(JsonNode::asString)
                .anyMatch(
                        named ->
                                named.equals(pointer)
                                        || named.startsWith(pointer + "/")
                                        || pointer.startsWith(named + "/"));
    }

    private static void check(List<String> faults, boolean right, String fault) {
        if (!right) {
            faults.add(fault);
        }
    }
}
