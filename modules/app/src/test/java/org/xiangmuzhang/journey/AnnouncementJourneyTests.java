package org.xiangmuzhang.journey;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.xiangmuzhang.kernel.Role;

import java.net.http.HttpResponse;
import java.util.EnumSet;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a newcomer reads when the platform has started is true. */
class AnnouncementJourneyTests {

    private static final Pattern USER = Pattern.compile(" {4}(\\S+) +([A-Z_]+)");

    private final Alone alone = Alone.played();

    @Test
    void saysWhereConsoleDocumentAndHealthAre() {
        String address = alone.told("address").getFirst();
        assertThat(alone.lines())
                .contains(
                        "  console       " + address + "/console",
                        "  API document  " + address + "/api/openapi.json",
                        "  health        " + address + "/actuator/health");
        Visitor stranger = Visitor.of(Platform.shared().address());
        assertThat(stranger.get("/api/openapi.json").statusCode()).isEqualTo(200);
        assertThat(stranger.get("/actuator/health").body()).contains("UP");
    }

    @Test
    void namesOneWhoMaySignInForEveryRole() {
        Map<Role, String> logins = new TreeMap<>();
        for (String line : alone.lines()) {
            Matcher user = USER.matcher(line);
            if (user.matches()) {
                logins.put(Role.valueOf(user.group(2)), user.group(1));
            }
        }
        assertThat(alone.lines())
                .contains("  demo users, all with password " + Platform.SECRET + ":");
        assertThat(logins.keySet()).isEqualTo(EnumSet.complementOf(EnumSet.of(Role.SYSTEM)));
        String address = Platform.shared().address();
        for (String login : logins.values()) {
            HttpResponse<String> home = Visitor.signIn(address, login).get("/console");
            assertThat(home.statusCode()).as(login).isEqualTo(200);
            assertThat(home.uri()).as(login).hasPath("/console");
        }
    }
}
