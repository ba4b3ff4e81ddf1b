package org.xiangmuzhang.journey;

import static org.assertj.core.api.Assertions.assertThat;

import io.swagger.v3.core.jackson.TypeNameResolver;
import io.swagger.v3.oas.models.media.StringSchema;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springdoc.core.utils.SpringDocUtils;
import org.springdoc.webmvc.api.OpenApiWebMvcResource;
import org.springframework.mock.web.MockHttpServletRequest;
import org.xiangmuzhang.kernel.Actor;
import org.xiangmuzhang.kernel.ProjectCode;
import org.xiangmuzhang.kernel.Region;
import org.xiangmuzhang.kernel.SocialCreditCode;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The API document is generated from the controllers, committed and served; drift fails. */
class OpenApiTests {

    private static final Path COMMITTED = Path.of("src/main/resources/static/api/openapi.json");
    private static final Pattern TYPE =
            Pattern.compile(
                    "[oO]rg\\.xiangmuzhang\\.([a-z]+)(?:\\.[a-z]+)*\\.([A-Z]\\w*(?:\\$\\w+)*)");
    private static final JsonMapper JSON =
            JsonMapper.builder()
                    .enable(SerializationFeature.INDENT_OUTPUT)
                    .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
                    .build();

    @BeforeAll
    static void actorsComeFromTheToken() {
        SpringDocUtils.getConfig().addRequestWrapperToIgnore(Actor.class);
    }

    @BeforeAll
    static void codesAreTexts() {
        for (Class<?> code : List.of(Region.class, SocialCreditCode.class, ProjectCode.class)) {
            SpringDocUtils.getConfig().replaceWithSchema(code, new StringSchema());
        }
    }

    /** Two contexts may call two things by one name. */
    @BeforeAll
    static void typesAreNamedWithTheirContext() {
        TypeNameResolver.std.setUseFqn(true);
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

    @Test
    void sameNamesOfTwoContextsStayApart() throws Exception {
        JsonNode schemas = JSON.readTree(generated()).at("/components/schemas");
        assertThat(schemas.size()).isEqualTo(raw().at("/components/schemas").size() + 1);
        assertThat(schemas.propertyNames())
                .contains("intake.Requests.Opinion", "supervision.RatingsController.Opinion")
                .noneMatch(name -> name.contains("xiangmuzhang"));
    }

    /** {@code org.xiangmuzhang.intake.adapter.in.rest.Requests$Opinion} as intake's. */
    private static String named(String document) {
        return TYPE.matcher(document.replaceAll("Page[oO]rg\\.", "Page-org."))
                .replaceAll(
                        type ->
                                Matcher.quoteReplacement(
                                        type.group(1) + "." + type.group(2).replace('$', '.')));
    }

    private static String generated() throws Exception {
        ObjectNode root = raw();
        root.remove("servers");
        root.putObject("info").put("title", "Xiangmuzhang").put("version", "0.1");
        ObjectNode paths = (ObjectNode) root.get("paths");
        paths.propertyNames().stream()
                .filter(path -> !path.startsWith("/api/"))
                .toList()
                .forEach(paths::remove);
        ApiEdges.add(root);
        Object sorted = JSON.readValue(named(root.toString()), Object.class);
        return JSON.writeValueAsString(sorted).replace("\r\n", "\n") + "\n";
    }

    private static ObjectNode raw() throws Exception {
        byte[] document =
                Platform.shared()
                        .bean(OpenApiWebMvcResource.class)
                        .openapiJson(new MockHttpServletRequest(), "/v3/api-docs", Locale.ENGLISH);
        return (ObjectNode) JSON.readTree(document);
    }
}
