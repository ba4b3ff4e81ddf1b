package org.xiangmuzhang.journey;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springdoc.core.utils.SpringDocUtils;
import org.springdoc.webmvc.api.OpenApiWebMvcResource;
import org.springframework.mock.web.MockHttpServletRequest;
import org.xiangmuzhang.kernel.Actor;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** The API document is generated from the controllers, committed and served; drift fails. */
class OpenApiTests {

    private static final Path COMMITTED = Path.of("src/main/resources/static/api/openapi.json");
    private static final JsonMapper JSON =
            JsonMapper.builder()
                    .enable(SerializationFeature.INDENT_OUTPUT)
                    .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
                    .build();

    @BeforeAll
    static void actorsComeFromTheToken() {
        SpringDocUtils.getConfig().addRequestWrapperToIgnore(Actor.class);
    }

    /** When it differs, the file is written anew, to be looked at and committed. */
    @Test
    void committedDocumentIsWhatTheControllersSay() throws Exception {
        String generated = generated();
        String committed = Files.exists(COMMITTED) ? Files.readString(COMMITTED) : "";
        if (!generated.equals(committed)) {
            Files.createDirectories(COMMITTED.getParent());
            Files.writeString(COMMITTED, generated);
        }
        assertThat(committed)
                .as("the API has changed; %s was written anew: look at it and commit it", COMMITTED)
                .isEqualTo(generated);
    }

    @Test
    void documentNamesEveryContext() throws Exception {
        JsonNode paths = JSON.readTree(generated()).get("paths");
        assertThat(paths.propertyNames())
                .contains(
                        "/api/projects",
                        "/api/intake/applications",
                        "/api/land/parcels",
                        "/api/catalog/items",
                        "/api/supervision/ratings");
    }

    private static String generated() throws Exception {
        byte[] document =
                Platform.shared()
                        .bean(OpenApiWebMvcResource.class)
                        .openapiJson(new MockHttpServletRequest(), "/v3/api-docs", Locale.ENGLISH);
        ObjectNode root = (ObjectNode) JSON.readTree(document);
        root.remove("servers");
        root.putObject("info").put("title", "Xiangmuzhang").put("version", "0.1");
        ObjectNode paths = (ObjectNode) root.get("paths");
        paths.propertyNames().stream()
                .filter(path -> !path.startsWith("/api/"))
                .toList()
                .forEach(paths::remove);
        Object sorted = JSON.treeToValue(root, Object.class);
        return JSON.writeValueAsString(sorted).replace("\r\n", "\n") + "\n";
    }
}
