package org.xiangmuzhang.journey;

import org.xiangmuzhang.journey.Troupe.Reply;

import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What an answer says about who asked, as a letter of the table. */
final class Outcome {

    /** Neither heard nor refused for who asked: the deed is not right. */
    static final char UNCLEAR = '?';

    private static final Pattern RULE =
            Pattern.compile("\"rule\":\"([a-z-]+)\"|class=\"notice-page__code\">([a-z-]+)<");

    /** What the console says for these four, also of what does not exist. */
    private static final Pattern NOT_YOURS =
            Pattern.compile("项目 \\S+ 不属于该企业|没有这件申请，或者您无权查看|没有登记这家企业|您的辖区内没有这个编号");

    /** What it says for {@code parcel-number-region}. */
    private static final Pattern OTHER_PLACE = Pattern.compile("前六位应是本行政区划代码");

    /** Refusals of a request that reached nobody's thing, or of a caller who is nobody. */
    private static final Set<String> NOT_ITS_OWN =
            Set.of("", "route-unknown", "page-unknown", "person-unknown");

    /** Whoever hears that tables wait already, or that no file was chosen, might have proposed. */
    private static final Set<String> WAITS_ALREADY =
            Set.of("setting-proposed-already", "dispatch-open-already", "dispatch-week-held");

    /** What the console says of a dispatch that was held or runs. */
    private static final Pattern HELD_ALREADY = Pattern.compile("这一周的调度已经开过|上一次调度还没有散会");

    private static final Pattern NOTHING_CHOSEN = Pattern.compile("请选择要导入的表");

    private Outcome() {}

    static char of(Deed deed, Reply reply) {
        String rule = rule(reply);
        boolean said = !NOT_ITS_OWN.contains(rule) || !reply.header("HX-Retarget").isEmpty();
        boolean ofNobody = deed.path().matches("/(error|actuator.*)");
        return switch (reply.status()) {
            case 200, 201, 204 -> AuthorisationTable.ALLOWED;
            case 302, 303 ->
                    reply.header("Location").contains("/sign-in")
                                    && !deed.route().equals("POST /console/sign-out")
                            ? AuthorisationTable.SIGN_IN
                            : AuthorisationTable.ALLOWED;
            case 401 -> AuthorisationTable.SIGN_IN;
            case 403 -> said || ofNobody ? AuthorisationTable.FORBIDDEN : UNCLEAR;
            case 404 -> said ? AuthorisationTable.INVISIBLE : UNCLEAR;
            case 409 ->
                    WAITS_ALREADY.contains(rule) || HELD_ALREADY.matcher(reply.body()).find()
                            ? AuthorisationTable.ALLOWED
                            : UNCLEAR;
            case 422 -> unprocessable(reply, rule);
            case 501 -> deed.isForProvider() ? AuthorisationTable.FORBIDDEN : UNCLEAR;
            default -> UNCLEAR;
        };
    }

    /** A thing in the body may be invisible, and a place not the caller's. */
    private static char unprocessable(Reply reply, String rule) {
        if (rule.endsWith("-unknown")
                || rule.equals("project-not-yours")
                || NOT_YOURS.matcher(reply.body()).find()) {
            return AuthorisationTable.INVISIBLE;
        }
        if (NOTHING_CHOSEN.matcher(reply.body()).find()) {
            return AuthorisationTable.ALLOWED;
        }
        return rule.equals("parcel-number-region") || OTHER_PLACE.matcher(reply.body()).find()
                ? AuthorisationTable.FORBIDDEN
                : UNCLEAR;
    }

    /** The rule that a refusal names. */
    static String rule(Reply reply) {
        Matcher rule = RULE.matcher(reply.body());
        if (!rule.find()) {
            return "";
        }
        return rule.group(1) == null ? rule.group(2) : rule.group(1);
    }

    static String words(Reply reply) {
        String body = reply.body().replaceAll("\\s+", " ");
        return body.substring(0, Math.min(body.length(), 200));
    }
}
