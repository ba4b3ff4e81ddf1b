package org.xiangmuzhang.signin.scim;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Bodies of requests and answers, as RFC 7644 writes them. */
final class ScimDocuments {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final MediaType TYPE = MediaType.parseMediaType("application/scim+json");
    private static final String MESSAGES = "urn:ietf:params:scim:api:messages:2.0:";

    private ScimDocuments() {}

    static JsonNode read(String body) {
        try {
            JsonNode read = JSON.readTree(body);
            if (read.isObject()) {
                return read;
            }
        } catch (JacksonException e) {
            // said below
        }
        throw new ScimRefusedException(400, "invalidSyntax", "The body is not a JSON object");
    }

    /** The operations of a PATCH, of which there is one at least. */
    static JsonNode operations(String body) {
        JsonNode operations = read(body).path("Operations");
        if (!operations.isArray() || operations.isEmpty()) {
            throw new ScimRefusedException(400, "invalidSyntax", "Operations are missing");
        }
        return operations;
    }

    static ResponseEntity<String> ok(Map<String, Object> body) {
        return ResponseEntity.ok().contentType(TYPE).body(JSON.writeValueAsString(body));
    }

    static ResponseEntity<String> created(String location, Map<String, Object> body) {
        return ResponseEntity.status(HttpStatus.CREATED)
                .contentType(TYPE)
                .location(URI.create(location))
                .body(JSON.writeValueAsString(body));
    }

    /** All that was found, on one page. */
    static ResponseEntity<String> list(List<Map<String, Object>> found) {
        Map<String, Object> list = new LinkedHashMap<>();
        list.put("schemas", List.of(MESSAGES + "ListResponse"));
        list.put("totalResults", found.size());
        list.put("startIndex", 1);
        list.put("itemsPerPage", found.size());
        list.put("Resources", found);
        return ok(list);
    }

    static ResponseEntity<String> error(int status, @Nullable String type, String detail) {
        Map<String, Object> error = new LinkedHashMap<>();
        error.put("schemas", List.of(MESSAGES + "Error"));
        error.put("status", Integer.toString(status));
        if (type != null) {
            error.put("scimType", type);
        }
        error.put("detail", detail);
        return ResponseEntity.status(status).contentType(TYPE).body(JSON.writeValueAsString(error));
    }
}
