package org.xiangmuzhang.signin.scim;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.xiangmuzhang.kernel.Ids;
import org.xiangmuzhang.parties.People;
import org.xiangmuzhang.parties.Person;
import org.xiangmuzhang.signin.EndingSessions;

import tools.jackson.databind.JsonNode;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A receiver of SCIM 2.0 for users: created, replaced, deactivated and found by their login. It
 * gives no posts, and deletes nobody: whoever is deactivated stands in no post any more and is
 * signed in nowhere.
 */
@RestController
@RequestMapping("/scim/v2/Users")
@ConditionalOnProperty("xiangmuzhang.scim.token")
class ScimUsers {

    private static final Logger LOG = LoggerFactory.getLogger(ScimUsers.class);
    private static final String USER = "urn:ietf:params:scim:schemas:core:2.0:User";
    private static final Pattern FILTER =
            Pattern.compile(
                    "\\s*userName\\s+eq\\s+\"([^\"\\\\]{1,100})\"\\s*", Pattern.CASE_INSENSITIVE);

    private final People people;
    private final EndingSessions sessions;
    private final Clock clock;
    private final TransactionTemplate transaction;
    private final String base;

    ScimUsers(
            People people,
            EndingSessions sessions,
            Clock clock,
            PlatformTransactionManager manager,
            @Value("${server.servlet.context-path:}") String base) {
        this.people = people;
        this.sessions = sessions;
        this.clock = clock;
        this.transaction = new TransactionTemplate(manager);
        this.base = base + "/scim/v2/Users/";
    }

    @PostMapping
    ResponseEntity<String> create(@RequestBody String body) {
        ScimUser user = ScimUser.of(ScimDocuments.read(body), true);
        Person person = new Person(Ids.next(clock), user.userName(), user.name(), null);
        try {
            in(
                    () -> {
                        people.add(person, null);
                        people.setActive(person.id(), user.active());
                        return person;
                    });
        } catch (DuplicateKeyException e) {
            throw new ScimRefusedException(409, "uniqueness", "userName is taken");
        }
        return ScimDocuments.created(base + person.id(), resource(person));
    }

    @GetMapping("/{id}")
    ResponseEntity<String> one(@PathVariable String id) {
        return ScimDocuments.ok(resource(found(id)));
    }

    /** The one with a login; other filters, and lists of everybody, are not given. */
    @GetMapping
    ResponseEntity<String> find(@RequestParam(required = false) @Nullable String filter) {
        Matcher asked = FILTER.matcher(filter == null ? "" : filter);
        if (!asked.matches()) {
            throw new ScimRefusedException(400, "invalidFilter", "The filter is userName eq \"…\"");
        }
        List<Map<String, Object>> found =
                people.byLogin(asked.group(1)).stream().map(this::resource).toList();
        return ScimDocuments.list(found);
    }

    @PutMapping("/{id}")
    ResponseEntity<String> replace(@PathVariable String id, @RequestBody String body) {
        Person person = found(id);
        ScimUser user = ScimUser.of(ScimDocuments.read(body), people.isActive(person.id()));
        if (!user.userName().equals(person.login())) {
            throw new ScimRefusedException(400, "mutability", "userName never changes");
        }
        in(
                () -> {
                    if (!user.name().equals(person.name())) {
                        people.rename(person.id(), user.name());
                    }
                    activate(person, user.active());
                    return person;
                });
        return one(id);
    }

    /** Operations that replace {@code active}; each other one refuses the whole request. */
    @PatchMapping("/{id}")
    ResponseEntity<String> patch(@PathVariable String id, @RequestBody String body) {
        Person person = found(id);
        JsonNode operations = ScimDocuments.operations(body);
        boolean active = people.isActive(person.id());
        for (JsonNode operation : operations) {
            active = patched(operation);
        }
        boolean last = active;
        in(
                () -> {
                    activate(person, last);
                    return person;
                });
        return one(id);
    }

    private static boolean patched(JsonNode operation) {
        if (!operation.path("op").asString("").equalsIgnoreCase("replace")) {
            throw new ScimRefusedException(400, "invalidPath", "Only active is replaced");
        }
        String path = operation.path("path").asString("");
        JsonNode value = operation.path("value");
        JsonNode active;
        if (path.equals("active")) {
            active = value;
        } else if (path.isEmpty() && value.isObject() && value.size() == 1) {
            active = value.path("active");
        } else {
            throw new ScimRefusedException(400, "invalidPath", "Only active is replaced");
        }
        if (active.isMissingNode() || active.isNull()) {
            throw new ScimRefusedException(400, "invalidValue", "active is not true or false");
        }
        return ScimUser.active(active, true);
    }

    /** What somebody did stands in records; who is gone is deactivated. */
    @DeleteMapping("/{id}")
    ResponseEntity<String> delete(@PathVariable String id) {
        found(id);
        throw new ScimRefusedException(501, null, "Nobody is deleted: replace active by false");
    }

    @ExceptionHandler
    ResponseEntity<String> refused(ScimRefusedException refusal) {
        return ScimDocuments.error(
                refusal.status(), refusal.type(), String.valueOf(refusal.getMessage()));
    }

    private void activate(Person person, boolean active) {
        if (active == people.isActive(person.id())) {
            return;
        }
        people.setActive(person.id(), active);
        if (!active) {
            sessions.endAll(person);
        }
        LOG.info(
                "The identity provider has {} {}",
                active ? "activated" : "deactivated",
                person.id());
    }

    private Person in(Supplier<Person> work) {
        return Objects.requireNonNull(transaction.execute(status -> work.get()));
    }

    private Person found(String id) {
        try {
            return people.byId(UUID.fromString(id)).orElseThrow(ScimUsers::unknown);
        } catch (IllegalArgumentException e) {
            throw unknown();
        }
    }

    private static ScimRefusedException unknown() {
        return new ScimRefusedException(404, null, "There is no such user");
    }

    private Map<String, Object> resource(Person person) {
        Map<String, Object> user = new LinkedHashMap<>();
        user.put("schemas", List.of(USER));
        user.put("id", person.id().toString());
        user.put("userName", person.login());
        user.put("displayName", person.name());
        user.put("name", Map.of("formatted", person.name()));
        user.put("active", people.isActive(person.id()));
        user.put("meta", Map.of("resourceType", "User", "location", base + person.id()));
        return user;
    }
}
