package org.xiangmuzhang.journey;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.xiangmuzhang.journey.Cast.Relation;
import org.xiangmuzhang.journey.Troupe.Reply;
import org.xiangmuzhang.kernel.Role;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Every endpoint under every role, for one's own things, for those of others at the same place,
 * from above and from elsewhere, and for strangers: what {@code authorisation.csv} says, and
 * nothing else. With -Pfull everybody asks; in every other build, for every second role of an
 * endpoint, one of those who are said to hear the same.
 */
class AuthorisationJourneyTests {

    private static final Platform PLATFORM = Platform.shared();
    private static final Troupe TROUPE = Cast.troupe();
    private static final Deeds DEEDS = Deeds.shared();
    private static final boolean WRITE = "write".equals(System.getProperty("golden"));
    private static final boolean ALL = WRITE || Boolean.getBoolean("xiangmuzhang.full");

    /** As it was when the tests began. */
    private static final AuthorisationTable TABLE = AuthorisationTable.read();

    /** Nobody is deleted, not by the provider either. */
    private static final Set<String> TO_NOBODY =
            Set.of("GET /error", "DELETE /scim/v2/Users/{id}", "DELETE /scim/v2/Groups/{id}");

    private static final String SIGN_OUT = "POST /console/sign-out";

    /** Some answers that are full of names and texts. */
    private static final Set<String> SHOWING =
            Set.of(
                    "GET /api/projects/{id}",
                    "GET /api/projects/{id}/timeline",
                    "GET /api/files/{id}",
                    "GET /api/intake/applications/{id}/materials",
                    "GET /api/intake/applications/{id}/files/{file}",
                    "GET /api/intake/tasks/{id}",
                    "GET /api/supervision/ratings/{application}",
                    "GET /api/land/parcels/{id}",
                    "POST /api/projects/{id}/steward",
                    "GET /console/projects/{id}",
                    "GET /console/intake/applications/{id}",
                    "GET /console/intake/applications/{id}/receipt",
                    "GET /console/land/parcels/{id}",
                    "GET /console/supervision/ratings/{application}",
                    "GET /scim/v2/Users",
                    "GET /scim/v2/Users/{id}");

    private final TableSums sums = new TableSums(PLATFORM.bean(JdbcClient.class));

    @Test
    void everyCellOfTheTableHolds() {
        SortedSet<String> routes = Routes.of(PLATFORM);
        Map<String, Deed> right =
                routes.stream().collect(Collectors.toMap(route -> route, DEEDS::of));
        right.values().forEach(deed -> deed.before().run());
        PLATFORM.quieten();
        OtherDeeds.forgetActs(PLATFORM);
        Map<String, String> before = sums.standing();

        List<String> faults = Collections.synchronizedList(new ArrayList<>());
        SortedMap<String, List<String>> found = new ConcurrentSkipListMap<>(Routes.BY_PATH);
        TwoAtOnce.forEach(
                routes.stream()
                        .filter(route -> !route.equals(SIGN_OUT))
                        .collect(Collectors.groupingBy(Deeds::state))
                        .values(),
                together ->
                        together.forEach(
                                route ->
                                        found.put(
                                                route,
                                                cells(
                                                        Objects.requireNonNull(right.get(route)),
                                                        faults))));
        found.put(SIGN_OUT, cells(DEEDS.of(SIGN_OUT), faults));

        if (WRITE) {
            new AuthorisationTable(found).write();
        }
        assertThat(faults).isEmpty();
        assertThat(AuthorisationTable.read().differences(found)).isEmpty();
        assertThat(new AuthorisationTable(found).showing())
                .as(
                        "the marks are seen by those who may, so that nobody else's not seeing"
                                + " means something")
                .containsAll(SHOWING);
        OtherDeeds.forgetActs(PLATFORM);
        assertThat(sums.standing()).as("what was tried is undone").isEqualTo(before);
    }

    @AfterEach
    void takeAway() {
        DEEDS.clear();
    }

    @Test
    void everyEndpointHasARowAndEveryRowAnEndpoint() {
        assertThat(AuthorisationTable.read().strays(Routes.of(PLATFORM))).isEmpty();
    }

    /** So that no row says no for the sole reason that its request is wrong. */
    @Test
    void everyEndpointIsOpenToSomebody() {
        AuthorisationTable.read()
                .rows()
                .forEach(
                        (route, cells) ->
                                assertThat(String.join("", cells))
                                        .as(route)
                                        .contains(
                                                TO_NOBODY.contains(route)
                                                        ? "n"
                                                        : String.valueOf(
                                                                AuthorisationTable.ALLOWED)));
    }

    /** An endpoint without a row, that tells everybody what only the steward should know. */
    @Test
    void plantedEndpointIsFound() throws Exception {
        RequestMappingHandlerMapping mapping =
                PLATFORM.bean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class);
        RequestMappingInfo planted =
                RequestMappingInfo.paths("/api/planted/{id}")
                        .methods(RequestMethod.GET)
                        .options(mapping.getBuilderConfiguration())
                        .build();
        mapping.registerMapping(planted, new Planted(), Planted.class.getMethod("tell"));
        try {
            assertThat(AuthorisationTable.read().strays(Routes.of(PLATFORM)))
                    .singleElement()
                    .asString()
                    .startsWith("GET /api/planted/{id} is served, and nobody has said who may");
            Deed deed = Deed.get("GET /api/planted/{id}", "/api/planted/7");
            List<String> faults = new ArrayList<>();
            List<String> found = cells(deed, faults);
            List<String> meant = new ArrayList<>(Collections.nCopies(found.size(), "nnnn"));
            meant.set(1, "ynnn");
            AuthorisationTable table =
                    new AuthorisationTable(new TreeMap<>(Map.of(deed.route(), meant)));
            assertThat(table.differences(Map.of(deed.route(), found)))
                    .contains("GET /api/planted/{id} for STEWARD: the table says ynnn, it is yyyy");
            assertThat(faults)
                    .contains("GET /api/planted/{id} by steward-z370403gx shows " + Marks.TEXT);
            assertThat(table.strays(Set.of()))
                    .singleElement()
                    .asString()
                    .contains("is served no more");
        } finally {
            mapping.unregisterMapping(planted);
        }
    }

    /** What was planted. */
    public static final class Planted {

        @ResponseBody
        public String tell() {
            return Marks.TEXT;
        }
    }

    private static List<String> cells(Deed deed, List<String> faults) {
        boolean[] shown = new boolean[1];
        List<String> cells = new ArrayList<>();
        for (Role role : AuthorisationTable.ROLES) {
            StringBuilder cell = new StringBuilder();
            String said = TABLE.cell(deed.route(), role);
            for (Relation relation : Relation.values()) {
                String login = Cast.login(role, relation, deed.department());
                if (isSpared(deed, role, said, relation.ordinal())) {
                    cell.append(said.charAt(relation.ordinal()));
                    continue;
                }
                if (login == null) {
                    cell.append(AuthorisationTable.NOBODY);
                    continue;
                }
                Reply reply = TROUPE.rehearse(deed, login);
                char letter = letter(deed, login, reply, faults);
                if (deed.isForProvider()) {
                    Reply signedIn = TROUPE.rehearseSignedIn(deed, login);
                    leaks(deed, login, signedIn, false, faults);
                    if (letter(deed, login, signedIn, faults) != letter) {
                        faults.add("%s by %s's session".formatted(deed.route(), login));
                    }
                }
                boolean outsider = Marks.isOutsider(role, relation);
                if (outsider || letter != AuthorisationTable.ALLOWED) {
                    leaks(deed, login, reply, !outsider, faults);
                } else if (!DEEDS.told().marks().in(reply, true).isEmpty()) {
                    shown[0] = true;
                }
                cell.append(letter);
            }
            cells.add(cell.toString());
        }
        for (String login : new @Nullable String[] {Cast.FORMER, null}) {
            Reply reply = TROUPE.rehearse(deed, login);
            cells.add(String.valueOf(letter(deed, login, reply, faults)));
            leaks(deed, login, reply, false, faults);
        }
        if (deed.isForProvider()) {
            Reply wrong = TROUPE.rehearseShowing(deed, Platform.SCIM + "?");
            leaks(deed, "a wrong token", wrong, false, faults);
            Reply right = TROUPE.rehearseShowing(deed, Platform.SCIM);
            shown[0] = !DEEDS.told().marks().in(right, false).isEmpty();
            cells.add(
                    cells.removeLast()
                            + letter(deed, "a wrong token", wrong, faults)
                            + letter(deed, "the provider", right, faults));
        }
        cells.add(shown[0] ? AuthorisationTable.SHOWN : "-");
        return cells;
    }

    /** Whether whoever stands at this place of a cell need not ask, because another one does. */
    private static boolean isSpared(Deed deed, Role role, String cell, int place) {
        if (ALL || cell.isEmpty() || SHOWING.contains(deed.route())) {
            return false;
        }
        int chance = (deed.route() + role).hashCode();
        int[] alike =
                IntStream.range(0, cell.length())
                        .filter(at -> cell.charAt(at) == cell.charAt(place))
                        .toArray();
        return chance % 2 != 0 || place != alike[Math.floorMod(chance / 2, alike.length)];
    }

    private static char letter(
            Deed deed, @Nullable String login, Reply reply, List<String> faults) {
        char letter = Outcome.of(deed, reply);
        if (letter == Outcome.UNCLEAR) {
            faults.add(
                    "%s by %s: %d %s"
                            .formatted(deed.route(), login, reply.status(), Outcome.words(reply)));
        }
        return letter;
    }

    private static void leaks(
            Deed deed,
            @Nullable String login,
            Reply reply,
            boolean ofThingsAlone,
            List<String> faults) {
        for (String mark : DEEDS.told().marks().in(reply, ofThingsAlone)) {
            faults.add("%s by %s shows %s".formatted(deed.route(), login, mark));
        }
    }
}
