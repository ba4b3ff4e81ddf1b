package org.xiangmuzhang.journey;

import org.jspecify.annotations.Nullable;
import org.xiangmuzhang.journey.Turns.Turn;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * For every endpoint one right request about things at {@link Cast#PLACE}: questions about one
 * story that was played to its end, changes each in the state in which it is heard.
 */
final class Deeds {

    private static final Pattern VARIABLE = Pattern.compile("\\{(\\w+)}");

    /** Changes whose file would belong to one official alone. */
    private static final Set<String> WITHOUT_FILE =
            Set.of(
                    "POST /api/intake/tasks/{id}/decision",
                    "POST /api/intake/tasks/{id}/pre-approval");

    private static @Nullable Deeds shared;

    private final LocalDate day;
    private final Turns turns;
    private final Told told;
    private final OtherDeeds other;
    private final Map<String, Supplier<Deed>> others;
    private final Map<String, ConsoleForm> forms = ConsoleForm.all();
    private final Map<String, Turn> played = new HashMap<>();

    /** About the shared platform; made anew on another day, on which dates mean something else. */
    static synchronized Deeds shared() {
        Platform platform = Platform.shared();
        Deeds known = shared;
        if (known == null || !known.day.equals(platform.today())) {
            known = new Deeds(platform);
            shared = known;
        }
        return known;
    }

    private Deeds(Platform platform) {
        day = platform.today();
        turns = new Turns(platform, Cast.PLACE, Marks.TEXT + "电站");
        told = new Told(platform, turns);
        other = new OtherDeeds(platform, told);
        others = other.all();
    }

    /** The story that the questions are about. */
    Told told() {
        return told;
    }

    /** Takes away what deeds cannot undo. */
    void clear() {
        other.clear();
    }

    /** The deed for an endpoint. */
    Deed of(String route) {
        Supplier<Deed> other = others.get(route);
        if (other != null) {
            return other.get();
        }
        if (route.startsWith("GET ")) {
            return Deed.get(route, told.path(route));
        }
        ConsoleForm form = forms.get(route);
        if (form != null) {
            Turn turn = played(form.change());
            String path = filled(path(route), ids(path(form.change()), turn.path()));
            return Deed.form(
                            route,
                            path,
                            form.typed(turn, told.story().as("steward"), Cast.ENTERPRISE_CODE))
                    .of(department(form.change()));
        }
        Turn turn = played(route);
        return Deed.json(route, turn.path(), body(route, turn)).of(department(route));
    }

    /** Endpoints of one such state cannot be tried at once: they change the same things. */
    static String state(String route) {
        ConsoleForm form = ConsoleForm.all().get(route);
        if (form != null) {
            return form.change();
        }
        boolean change = route.startsWith("POST ");
        if (route.contains("/catalog/guides/{code}/")) {
            return "guides";
        }
        if (change && route.contains("parked-events")) {
            return "parked";
        }
        if (change && route.contains("/privacy/")) {
            return "privacy";
        }
        if (change && route.contains("/parties/")) {
            return "parties";
        }
        if (change && route.contains("/signin/")) {
            return "signin";
        }
        if (change && route.contains("/catalog/own")) {
            return "own items";
        }
        if (change && route.contains("/proposal")) {
            return route.contains("/catalog/") ? "local ways" : "settings";
        }
        return change && route.contains("/settings/") ? "settings" : route;
    }

    /** Once is enough: what a deed does is undone. */
    private Turn played(String change) {
        return played.computeIfAbsent(change, turns::next);
    }

    private static @Nullable Object body(String route, Turn turn) {
        if (!WITHOUT_FILE.contains(route) || !(turn.body() instanceof Map<?, ?> whole)) {
            return turn.body();
        }
        Map<Object, Object> rest = new LinkedHashMap<>(whole);
        rest.remove("document");
        return rest;
    }

    private static String department(String change) {
        return change.endsWith("/pre-approval") ? "ndrc" : "nr";
    }

    /** What stands in a path where its pattern has variables. */
    static Map<String, String> ids(String pattern, String path) {
        Matcher found =
                Pattern.compile(VARIABLE.matcher(pattern).replaceAll("(?<$1>[^/?]+)") + ".*")
                        .matcher(path);
        if (!found.matches()) {
            throw new AssertionError(path + " is not " + pattern);
        }
        Map<String, String> ids = new HashMap<>();
        VARIABLE.matcher(pattern)
                .results()
                .map(variable -> variable.group(1))
                .forEach(name -> ids.put(name, found.group(name)));
        return ids;
    }

    static String filled(String pattern, Map<String, String> ids) {
        return VARIABLE.matcher(pattern)
                .replaceAll(
                        variable -> {
                            String id = ids.get(variable.group(1));
                            if (id == null) {
                                throw new AssertionError(
                                        "Nothing is known for "
                                                + variable.group()
                                                + " in "
                                                + pattern);
                            }
                            return Matcher.quoteReplacement(id);
                        });
    }

    static String path(String route) {
        return route.substring(route.indexOf(' ') + 1);
    }
}
