package org.xiangmuzhang.journey;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.xiangmuzhang.kernel.Ids;
import org.xiangmuzhang.kernel.Region;
import org.xiangmuzhang.kernel.Role;
import org.xiangmuzhang.parties.People;
import org.xiangmuzhang.parties.Person;
import org.xiangmuzhang.parties.Post;

import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;

/** Ending sessions: of the story's steward, of the caller, and of somebody at its place. */
final class SessionDeeds {

    private static final String OWNER = "steward-" + Cast.PLACE;
    private static final String LOGIN = "cast-without-password";
    private static final String SOMEBODY = "cast-steward-" + Cast.PLACE;

    private final Platform platform;
    private @Nullable String session;

    SessionDeeds(Platform platform) {
        this.platform = platform;
    }

    /** By endpoint. */
    void addTo(Map<String, Supplier<Deed>> deeds) {
        String own = "/signin/sessions/{id}/end";
        deeds.put("POST /api" + own, () -> Deed.json("POST /api" + own, "/api" + one(), null));
        deeds.put(
                "POST /console" + own,
                () -> Deed.form("POST /console" + own, "/console" + one(), Map.of()));
        String all = "/signin/sessions/end";
        deeds.put("POST /api" + all, () -> Deed.json("POST /api" + all, "/api" + all, null));
        deeds.put(
                "POST /console" + all,
                () -> Deed.form("POST /console" + all, "/console" + all, Map.of()));
        String others = "/signin/people/{person}/sessions";
        deeds.put("GET /api" + others, () -> Deed.get("GET /api" + others, "/api" + of(others)));
        String end = others + "/end";
        Map<String, String> reason = Map.of("reason", "试");
        deeds.put("POST /api" + end, () -> Deed.json("POST /api" + end, "/api" + of(end), reason));
        deeds.put(
                "POST /console" + end,
                () -> Deed.form("POST /console" + end, "/console" + of(end), reason));
        passwords(deeds);
    }

    /** Giving secrets, taking passwords away, and setting one. */
    private void passwords(Map<String, Supplier<Deed>> deeds) {
        Map<String, String> reason = Map.of("reason", "试");
        String give = "POST /console/signin/people/{person}/secret";
        deeds.put(
                give,
                () ->
                        Deed.form(
                                give,
                                "/console/signin/people/" + withoutPassword() + "/secret",
                                reason));
        String reset = "POST /console/signin/people/{person}/password-reset";
        deeds.put(
                reset,
                () ->
                        Deed.form(
                                reset,
                                "/console" + of("/signin/people/{person}/password-reset"),
                                reason));
        String set = "POST /sign-in/first";
        deeds.put(
                set,
                () ->
                        Deed.form(
                                        set,
                                        "/sign-in/first",
                                        Map.of(
                                                "username", LOGIN,
                                                "secret", "ABCD-EFGH",
                                                "password", "Lingchuan#2026",
                                                "again", "Lingchuan#2026"))
                                .after(this::secret));
        String history = "GET /api/signin/people/{person}/history";
        deeds.put(history, () -> Deed.get(history, "/api" + of("/signin/people/{person}/history")));
    }

    /** Somebody at the place whom an administrator has added. */
    private UUID withoutPassword() {
        People people = platform.bean(People.class);
        if (people.byLogin(LOGIN).isEmpty()) {
            UUID id = Ids.next(platform.bean(Clock.class));
            people.add(new Person(id, LOGIN, "无密者", null), null);
            people.assign(
                    new Post(
                            UUID.randomUUID(),
                            id,
                            Role.INSPECTOR,
                            new Region(Cast.PLACE),
                            "HURD",
                            null,
                            null,
                            platform.today(),
                            null));
        }
        return Newcomers.id(platform, LOGIN);
    }

    /** The hash of ABCDEFGH, good for a day. */
    private void secret() {
        platform.bean(JdbcClient.class)
                .sql(
                        """
                        insert into signin.first_secret (person, hash, until)
                        values (?, encode(sha256('ABCDEFGH'), 'hex'), now() + interval '9 years')
                        on conflict (person) do update set tries = 0
                        """)
                .param(withoutPassword())
                .update();
    }

    /** Takes back the secret that nobody used. */
    void clear() {
        platform.bean(JdbcClient.class).sql("delete from signin.first_secret").update();
    }

    /** A session of its own for this. */
    private String one() {
        String known = session;
        if (known == null) {
            Visitor.signIn(platform.address(), OWNER);
            known = platform.as(OWNER).get("/api/signin/sessions").get(0).get("id").asString();
            session = known;
        }
        return "/signin/sessions/" + known + "/end";
    }

    private String of(String route) {
        UUID person = Newcomers.id(platform, SOMEBODY);
        return route.replace("{person}", person.toString());
    }
}
