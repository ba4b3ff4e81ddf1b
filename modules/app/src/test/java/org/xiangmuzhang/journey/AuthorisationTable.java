package org.xiangmuzhang.journey;

import org.jspecify.annotations.Nullable;
import org.xiangmuzhang.journey.Cast.Relation;
import org.xiangmuzhang.kernel.Role;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Who may do what, as it is checked in: a line for every endpoint, a column for every role, in it a
 * letter for every relation.
 */
record AuthorisationTable(SortedMap<String, List<String>> rows) {

    static final Path FILE =
            Path.of("src/test/resources/org/xiangmuzhang/journey/authorisation.csv");

    static final char ALLOWED = 'y';
    static final char FORBIDDEN = 'n';
    static final char INVISIBLE = '0';
    static final char SIGN_IN = 's';
    static final char NOBODY = '.';

    /** In the last column. */
    static final String SHOWN = "shown";

    /** Every role of a person; the platform itself sends no requests. */
    static final List<Role> ROLES =
            Arrays.stream(Role.values()).filter(role -> role != Role.SYSTEM).toList();

    private static final String HEAD =
            """
            # Who may do what. AuthorisationJourneyTests sends every cell to the running platform: a
            # right request about things of one enterprise at one place (140502), which is undone
            # afterwards. Written anew with -Dgolden=write; what counts is that somebody read it.
            #
            # A column is a role, its four letters are the relations in which somebody stands:
            #   1 own        it is the caller's own: its enterprise's, its project's, its department's
            #   2 same       it lies where the caller's post is, and is another's
            #   3 above      the caller's post is above (140500; 000000 for the three offices)
            #   4 elsewhere  the caller's post is in another place (Z370403GX), and so is its enterprise
            # former is somebody whose post has ended, stranger has not signed in; of /scim also somebody
            # with a wrong token, and the identity provider with the operator's.
            #
            #   y allowed    heard (2xx, or the redirect after a form); lists show what one may see
            #   n forbidden  403 with its rule
            #   0 invisible  404, or 422 for an id in the body: as if there were no such thing
            #   s sign in    401, or the way to the sign-in page
            #   . nobody stands in this relation
            #
            # marks: shown where some insider read a name or text of the story in the answer; nobody
            # else did.
            """;

    static AuthorisationTable read() {
        try {
            SortedMap<String, List<String>> rows = new TreeMap<>(Routes.BY_PATH);
            Files.readAllLines(FILE).stream()
                    .filter(line -> !line.startsWith("#") && !line.startsWith("endpoint"))
                    .map(line -> Arrays.stream(line.split(",", -1)).map(String::strip).toList())
                    .forEach(cells -> rows.put(cells.getFirst(), cells.subList(1, cells.size())));
            return new AuthorisationTable(rows);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void write() {
        int widest = rows.keySet().stream().mapToInt(String::length).max().orElse(0);
        List<String> columns = columns();
        StringBuilder text = new StringBuilder(HEAD);
        text.append(line("endpoint", widest, columns, columns));
        rows.forEach((route, cells) -> text.append(line(route, widest, cells, columns)));
        try {
            Files.writeString(FILE, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> columns() {
        List<String> columns = new ArrayList<>(ROLES.stream().map(Role::name).toList());
        columns.add("former");
        columns.add("stranger");
        columns.add("marks");
        return columns;
    }

    private static String line(String route, int widest, List<String> cells, List<String> columns) {
        StringBuilder line = new StringBuilder(route).repeat(' ', widest - route.length());
        for (int i = 0; i < cells.size(); i++) {
            int width = Math.max(4, columns.get(i).length());
            line.append(", ").append(cells.get(i));
            line.repeat(' ', width - cells.get(i).length());
        }
        return line.toString().stripTrailing() + "\n";
    }

    /** Endpoints that are served and have no row, and rows whose endpoint is not served. */
    List<String> strays(Collection<String> routes) {
        List<String> strays = new ArrayList<>();
        SortedSet<String> all = new TreeSet<>(Routes.BY_PATH);
        all.addAll(routes);
        all.addAll(rows.keySet());
        for (String route : all) {
            if (!rows.containsKey(route)) {
                strays.add(
                        route + " is served, and nobody has said who may: add its row to " + FILE);
            } else if (!routes.contains(route)) {
                strays.add(route + " is served no more: take its row out of " + FILE);
            }
        }
        return strays;
    }

    /** The letters of a role for an endpoint; empty where there is no row. */
    String cell(String route, Role role) {
        List<String> cells = rows.get(route);
        return cells == null ? "" : cells.get(ROLES.indexOf(role));
    }

    /** Endpoints at which some insider read a mark. */
    List<String> showing() {
        return rows.entrySet().stream()
                .filter(row -> row.getValue().getLast().equals(SHOWN))
                .map(Map.Entry::getKey)
                .toList();
    }

    /** Where what was found is not what the table says. */
    List<String> differences(Map<String, List<String>> found) {
        List<String> differences = new ArrayList<>();
        List<String> columns = columns();
        found.forEach(
                (route, cells) -> {
                    List<String> said = rows.getOrDefault(route, List.of());
                    for (int i = 0; i < columns.size() - 1; i++) { // the marks speak for themselves
                        String expected = i < said.size() ? said.get(i) : "nothing";
                        if (!cells.get(i).equals(expected)) {
                            differences.add(
                                    "%s for %s: the table says %s, it is %s"
                                            .formatted(
                                                    route, columns.get(i), expected, cells.get(i)));
                        }
                    }
                });
        return differences;
    }

    /** Whoever may stand behind the letters of a role's cell. */
    static List<@Nullable String> logins(Role role, String department) {
        List<@Nullable String> logins = new ArrayList<>();
        for (Relation relation : Relation.values()) {
            logins.add(Cast.login(role, relation, department));
        }
        return logins;
    }
}
