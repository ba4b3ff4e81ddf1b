package org.xiangmuzhang.signin.scim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;
import static org.mockito.Mockito.withSettings;

import com.code_intelligence.jazzer.junit.FuzzTest;

import org.springframework.http.ResponseEntity;
import org.springframework.transaction.PlatformTransactionManager;
import org.xiangmuzhang.kernel.Region;
import org.xiangmuzhang.parties.People;
import org.xiangmuzhang.parties.Person;
import org.xiangmuzhang.parties.PushedDepartments;
import org.xiangmuzhang.signin.EndingSessions;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/** Whatever an identity provider pushes is taken, or refused by a document of RFC 7644. */
class ScimFuzzTests {

    private static final UUID ID = UUID.fromString("01900000-0000-7000-8000-000000000001");
    private static final ScimUsers USERS = users();
    private static final ScimGroups GROUPS = new ScimGroups(new OneDepartment(), "");

    private static ScimUsers users() {
        People people = mock(People.class, withSettings().stubOnly());
        Person person = new Person(ID, "wang", "王", null);
        when(people.byId(any())).thenReturn(Optional.of(person));
        when(people.byLogin(any())).thenReturn(Optional.of(person));
        when(people.isActive(any())).thenReturn(true);
        return new ScimUsers(
                people,
                mock(EndingSessions.class, withSettings().stubOnly()),
                Clock.systemUTC(),
                mock(PlatformTransactionManager.class, withSettings().stubOnly()),
                "");
    }

    @FuzzTest
    void user(byte[] sent) {
        String body = text(sent);
        String id = ID.toString();
        for (Supplier<ResponseEntity<String>> act :
                List.<Supplier<ResponseEntity<String>>>of(
                        () -> USERS.create(body),
                        () -> USERS.replace(id, body),
                        () -> USERS.patch(id, body),
                        () -> USERS.one(body),
                        () -> USERS.find(body))) {
            ResponseEntity<String> answer;
            try {
                answer = act.get();
            } catch (ScimRefusedException refusal) {
                refused(USERS.refused(refusal));
                continue;
            }
            assertThat(document(answer).at("/meta/resourceType").asString("User"))
                    .isEqualTo("User");
        }
    }

    @FuzzTest
    void group(byte[] sent) {
        String body = text(sent);
        String id = ID.toString();
        for (Supplier<ResponseEntity<String>> act :
                List.<Supplier<ResponseEntity<String>>>of(
                        () -> GROUPS.create(body),
                        () -> GROUPS.replace(id, body),
                        () -> GROUPS.patch(id, body),
                        () -> GROUPS.one(body),
                        () -> GROUPS.find(body))) {
            ResponseEntity<String> answer;
            try {
                answer = act.get();
            } catch (ScimRefusedException refusal) {
                refused(GROUPS.refused(refusal));
                continue;
            }
            assertThat(document(answer).at("/meta/resourceType").asString("Group"))
                    .isEqualTo("Group");
        }
    }

    private static void refused(ResponseEntity<String> answer) {
        JsonNode error = document(answer);
        assertThat(answer.getStatusCode().value()).isBetween(400, 501);
        assertThat(error.at("/schemas/0").stringValue())
                .isEqualTo("urn:ietf:params:scim:api:messages:2.0:Error");
        assertThat(error.path("status").stringValue())
                .isEqualTo(Integer.toString(answer.getStatusCode().value()));
    }

    private static JsonNode document(ResponseEntity<String> answer) {
        return JsonMapper.shared().readTree(answer.getBody());
    }

    private static String text(byte[] sent) {
        return new String(sent, StandardCharsets.UTF_8);
    }

    /** Is called as it was called last, and fulfils what it was opened for. */
    private static final class OneDepartment implements PushedDepartments {

        private Pushed last = new Pushed(ID, new Region("140524"), List.of("NDRC", "IIT"), "局");

        @Override
        public Pushed open(Region region, List<String> kinds, String name) {
            last = new Pushed(ID, region, kinds, name);
            return last;
        }

        @Override
        public void rename(UUID id, String name) {
            last = new Pushed(ID, last.region(), last.kinds(), name);
        }

        @Override
        public Optional<Pushed> byId(UUID id) {
            return Optional.of(last);
        }

        @Override
        public Optional<Pushed> byKind(Region region, String kind) {
            return Optional.of(last).filter(pushed -> pushed.kinds().contains(kind));
        }
    }
}
