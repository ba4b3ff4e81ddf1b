package org.xiangmuzhang.journey;

import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.factory.PasswordEncoderFactories;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.xiangmuzhang.kernel.Role;
import org.xiangmuzhang.parties.Enrolling;
import org.xiangmuzhang.parties.EnrolmentList;
import org.xiangmuzhang.signin.issuer.Clients;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/**
 * One person for every role and every relation to a thing at {@link #PLACE}: demo users where there
 * are some, others enrolled beside them.
 */
final class Cast {

    static final String PLACE = "140502";

    /** Of the enterprise whose things they are. */
    static final String ENTERPRISE_CODE = "91350900MA9DEMB28L";

    static final String ABOVE = "140500";
    static final String ELSEWHERE = "z370403gx";

    /** How somebody stands to the thing that is asked for. */
    enum Relation {
        /** It is the caller's, or its enterprise's, project's or department's. */
        OWN,
        /** It lies where the caller's post is, but is somebody else's. */
        SAME,
        /** It lies below the region of the caller's post; of the whole country for the offices. */
        ABOVE,
        /** It lies elsewhere, and is somebody else's. */
        ELSEWHERE
    }

    /** Roles to which a thing can belong more closely than by its place. */
    private static final Set<Role> OWNERS =
            Set.of(Role.APPLICANT, Role.STEWARD, Role.APPROVER, Role.HEAD);

    /** Roles of the whole country in the demo. */
    private static final Set<Role> OFFICES =
            Set.of(
                    Role.CATALOG_EDITOR,
                    Role.ADMINISTRATOR,
                    Role.SECURITY_ADMINISTRATOR,
                    Role.AUDITOR);

    /** Roles of the demo in every region. */
    private static final Set<Role> PLAYED =
            Set.of(Role.CLERK, Role.LAND_OFFICER, Role.SUPERVISOR, Role.LEADER);

    static final String FORMER = "cast-former-140502";

    private static final String HEADER =
            "login,name,role,region,department,hall,enterprise_code,enterprise,from,to";

    private Cast() {}

    /**
     * Who plays it, where the thing is a department's the department's official; null for nobody.
     */
    static @Nullable String login(Role role, Relation relation, String department) {
        if (relation == Relation.OWN && !OWNERS.contains(role)) {
            return null;
        }
        String name = role.name().toLowerCase(Locale.ROOT).replace('_', '-');
        String place =
                switch (relation) {
                    case OWN, SAME -> PLACE;
                    case ABOVE -> OFFICES.contains(role) ? "000000" : ABOVE;
                    case ELSEWHERE -> ELSEWHERE;
                };
        boolean mine = relation != Relation.SAME;
        return switch (role) {
            case APPLICANT, STEWARD -> (mine ? "" : "cast-") + name + "-" + place;
            case APPROVER -> name + "-" + (mine ? department : "ee") + "-" + place;
            case HEAD -> "cast-" + name + "-" + (mine ? department : "ee") + "-" + place;
            case CATALOG_EDITOR, ADMINISTRATOR, SECURITY_ADMINISTRATOR, AUDITOR ->
                    relation == Relation.ABOVE ? name : "cast-" + name + "-" + place;
            default -> (PLAYED.contains(role) ? "" : "cast-") + name + "-" + place;
        };
    }

    private static final class OnShared {
        static final Troupe TROUPE = assembled(Platform.shared());
    }

    /** The whole cast at the shared platform, signed in once for all. */
    static Troupe troupe() {
        return OnShared.TROUPE;
    }

    private static Troupe assembled(Platform platform) {
        enrol(platform);
        Troupe troupe = new Troupe(platform);
        TwoAtOnce.forEach(
                Stream.concat(
                                Stream.of(FORMER),
                                AuthorisationTable.ROLES.stream()
                                        .flatMap(
                                                role ->
                                                        Stream.of("nr", "ndrc")
                                                                .flatMap(
                                                                        department ->
                                                                                AuthorisationTable
                                                                                        .logins(
                                                                                                role,
                                                                                                department)
                                                                                        .stream())))
                        .filter(Objects::nonNull)
                        .distinct()
                        .toList(),
                troupe::ready);
        return troupe;
    }

    /** Brings those who are not in the demo into the tables. */
    private static void enrol(Platform platform) {
        List<String> rows = new ArrayList<>(List.of(HEADER));
        rows.add(row("cast-applicant-140502", Role.APPLICANT, ",,91140502MA9DEME2XD,邻家实业有限公司"));
        rows.add(row("cast-steward-140502", Role.STEWARD, ",,,"));
        rows.add(row(FORMER, Role.STEWARD, ",,,").replace("2020-01-01,", "2020-01-01,2026-10-01"));
        for (String place : List.of(PLACE, ABOVE, ELSEWHERE)) {
            for (String department : List.of("nr", "ndrc", "ee")) {
                rows.add(
                        row(
                                "cast-head-" + department + "-" + place,
                                Role.HEAD,
                                department.toUpperCase(Locale.ROOT) + ",,,"));
            }
            Map.of(Role.INSPECTOR, "HURD", Role.REGULATOR, "EE", Role.INTERMEDIARY, "")
                    .forEach(
                            (role, department) ->
                                    rows.add(
                                            row(
                                                    String.valueOf(
                                                            "cast-%s-%s"
                                                                    .formatted(
                                                                            role.name()
                                                                                    .toLowerCase(
                                                                                            Locale
                                                                                                    .ROOT),
                                                                            place)),
                                                    role,
                                                    department + ",,,")));
        }
        for (Role role : OFFICES) {
            for (String place : List.of(PLACE, ELSEWHERE)) {
                String name = role.name().toLowerCase(Locale.ROOT).replace('_', '-');
                rows.add(row("cast-" + name + "-" + place, role, ",,,"));
            }
        }
        PasswordEncoder passwords = PasswordEncoderFactories.createDelegatingPasswordEncoder();
        String hash = String.valueOf(passwords.encode(Platform.SECRET));
        Clients clients = platform.bean(Clients.class);
        platform.bean(Enrolling.class)
                .enrol(
                        EnrolmentList.read(
                                String.join("\n", rows).getBytes(StandardCharsets.UTF_8)),
                        hash)
                .forEach(person -> clients.add(person.login(), hash, person.id()));
    }

    private static String row(String login, Role role, String rest) {
        String place = login.substring(login.lastIndexOf('-') + 1).toUpperCase(Locale.ROOT);
        return "%s,演员%d,%s,%s,%s,2020-01-01,"
                .formatted(login, Math.abs(login.hashCode()) % 100_000, role, place, rest);
    }
}
