package org.xiangmuzhang.signin.scim;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.http.ResponseEntity;
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
import org.xiangmuzhang.database.Sight;
import org.xiangmuzhang.kernel.Refusal;
import org.xiangmuzhang.kernel.Region;
import org.xiangmuzhang.parties.PushedDepartments;
import org.xiangmuzhang.parties.PushedDepartments.Pushed;

import tools.jackson.databind.JsonNode;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A receiver of SCIM 2.0 for groups, which are departments of places: the {@code externalId} is
 * place and kinds, such as {@code 140524/NDRC+IIT}, the {@code displayName} what it is called. What
 * is pushed waits for a security administrator. Members are passed over: posts are given here.
 */
@RestController
@RequestMapping("/scim/v2/Groups")
@ConditionalOnProperty("xiangmuzhang.scim.token")
class ScimGroups {

    private static final String GROUP = "urn:ietf:params:scim:schemas:core:2.0:Group";
    private static final Pattern EXTERNAL =
            Pattern.compile("([0-9A-Z]{6,12})/([A-Z0-9]{1,20}(?:\\+[A-Z0-9]{1,20}){0,9})");
    private static final Pattern FILTER =
            Pattern.compile(
                    "\\s*externalId\\s+eq\\s+\"([^\"\\\\]{1,200})\"\\s*", Pattern.CASE_INSENSITIVE);

    private final PushedDepartments departments;
    private final String base;

    ScimGroups(
            PushedDepartments departments, @Value("${server.servlet.context-path:}") String base) {
        this.departments = departments;
        this.base = base + "/scim/v2/Groups/";
    }

    /** Place and kinds, as an external id names them. */
    private record Named(Region region, List<String> kinds) {

        static Named of(String externalId) {
            Matcher parts = EXTERNAL.matcher(externalId);
            if (!parts.matches()) {
                throw invalid("externalId is place and kinds: 140524/NDRC+IIT");
            }
            try {
                return new Named(new Region(parts.group(1)), List.of(parts.group(2).split("\\+")));
            } catch (Refusal refusal) {
                throw invalid("externalId names no place");
            }
        }
    }

    @PostMapping
    ResponseEntity<String> create(@RequestBody String body) {
        JsonNode group = ScimDocuments.read(body);
        Named named = Named.of(text(group, "externalId"));
        String name = text(group, "displayName");
        Pushed opened =
                Sight.ALL.during(() -> departments.open(named.region(), named.kinds(), name));
        return ScimDocuments.created(base + opened.id(), resource(opened));
    }

    @GetMapping("/{id}")
    ResponseEntity<String> one(@PathVariable String id) {
        return ScimDocuments.ok(resource(found(id)));
    }

    /** The one with an external id; other filters, and lists of all, are not given. */
    @GetMapping
    ResponseEntity<String> find(@RequestParam(required = false) @Nullable String filter) {
        Matcher asked = FILTER.matcher(filter == null ? "" : filter);
        if (!asked.matches()) {
            throw new ScimRefusedException(
                    400, "invalidFilter", "The filter is externalId eq \"…\"");
        }
        Named named = Named.of(asked.group(1));
        List<Map<String, Object>> found =
                Sight.ALL
                        .during(() -> departments.byKind(named.region(), named.kinds().getFirst()))
                        .stream()
                        .map(this::resource)
                        .toList();
        return ScimDocuments.list(found);
    }

    @PutMapping("/{id}")
    ResponseEntity<String> replace(@PathVariable String id, @RequestBody String body) {
        Pushed now = found(id);
        JsonNode group = ScimDocuments.read(body);
        if (!group.path("externalId").isMissingNode()
                && !external(now).equals(text(group, "externalId"))) {
            throw new ScimRefusedException(400, "mutability", "externalId never changes");
        }
        return renamed(now, text(group, "displayName"));
    }

    /** Replaces the name; operations on members are passed over, others refuse the request. */
    @PatchMapping("/{id}")
    ResponseEntity<String> patch(@PathVariable String id, @RequestBody String body) {
        Pushed now = found(id);
        JsonNode operations = ScimDocuments.operations(body);
        String name = now.name();
        for (JsonNode operation : operations) {
            String path = operation.path("path").asString("");
            if (path.equals("displayName")
                    && operation.path("op").asString("").equalsIgnoreCase("replace")) {
                name = text(operation, "value");
            } else if (!path.equals("members") && !path.startsWith("members[")) {
                throw new ScimRefusedException(400, "invalidPath", "Only displayName is replaced");
            }
        }
        return renamed(now, name);
    }

    private ResponseEntity<String> renamed(Pushed now, String name) {
        Pushed then =
                Sight.ALL.during(
                        () -> {
                            departments.rename(now.id(), name);
                            return departments.byId(now.id()).orElse(now);
                        });
        return ScimDocuments.ok(resource(then));
    }

    /** Items and posts hang on a department; it is closed or merged here. */
    @DeleteMapping("/{id}")
    ResponseEntity<String> delete(@PathVariable String id) {
        found(id);
        throw new ScimRefusedException(501, null, "A department is closed by an administrator");
    }

    @ExceptionHandler
    ResponseEntity<String> refused(ScimRefusedException refusal) {
        return ScimDocuments.error(
                refusal.status(), refusal.type(), String.valueOf(refusal.getMessage()));
    }

    @ExceptionHandler
    ResponseEntity<String> refused(Refusal refusal) {
        return refusal.kind() == Refusal.Kind.CONFLICT
                ? ScimDocuments.error(409, "uniqueness", refusal.rule())
                : ScimDocuments.error(400, "invalidValue", refusal.rule());
    }

    private Pushed found(String id) {
        try {
            UUID group = UUID.fromString(id);
            return Sight.ALL.during(() -> departments.byId(group)).orElseThrow(ScimGroups::unknown);
        } catch (IllegalArgumentException e) {
            throw unknown();
        }
    }

    private static ScimRefusedException unknown() {
        return new ScimRefusedException(404, null, "There is no such group");
    }

    private static ScimRefusedException invalid(String detail) {
        return new ScimRefusedException(400, "invalidValue", detail);
    }

    private static String text(JsonNode body, String field) {
        JsonNode value = body.path(field);
        if (!value.isString() || value.stringValue().isBlank()) {
            throw invalid(field + " is not a text");
        }
        return value.stringValue().strip();
    }

    private Map<String, Object> resource(Pushed department) {
        Map<String, Object> group = new LinkedHashMap<>();
        group.put("schemas", List.of(GROUP));
        group.put("id", department.id().toString());
        group.put("externalId", external(department));
        group.put("displayName", department.name());
        group.put("meta", Map.of("resourceType", "Group", "location", base + department.id()));
        return group;
    }

    private static String external(Pushed department) {
        return department.region().code() + "/" + String.join("+", department.kinds());
    }
}
