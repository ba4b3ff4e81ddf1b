package org.xiangmuzhang.journey;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Land answers a guide for a parcel of standard land on offer, whoever asks. */
class SitesOfGuidesJourneyTests {

    private static final Platform PLATFORM = Platform.shared();
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String NUMBER = "140500001001GB00905";

    @Test
    void whatTheParcelAnswersIsNotAsked() throws Exception {
        list();

        JsonNode at = answered("NO", "NO");
        assertThat(at.at("/question/code").asString())
                .as("whether it is standard land is not asked")
                .isEqualTo("EVALUATED");
        assertThat(reply(at, "STANDARD-LAND").get("answers").get(0).asString()).isEqualTo("YES");
        assertThat(reply(at, "STANDARD-LAND").get("bySite").asBoolean()).isTrue();
        assertThat(reply(at, "HAS-LAND").get("bySite").asBoolean()).isFalse();

        JsonNode later = answered("NO", "NO", "", "TABLE", "NONE", "100");
        assertThat(later.at("/question/code").asString())
                .as("nor how large it is")
                .isEqualTo("BOOK");
        assertThat(reply(later, "SOIL").get("number").decimalValue())
                .isEqualByComparingTo("3.3333");
        assertThat(reply(later, "SOIL").get("bySite").asBoolean()).isTrue();

        JsonNode end = answered("NO", "NO", "", "TABLE", "NONE", "100", "NO", "", "NO", "");
        assertThat(end.get("question").isNull()).isTrue();
        assertThat(end.at("/notice/items").valueStream().map(item -> item.get("code").asString()))
                .as("given by the parcel's answers")
                .contains("LAND-SUPERVISION-AGREEMENT", "SOILWATER-TABLE");
    }

    /** Of a parcel that is not on offer nobody outside hears anything. */
    @Test
    void whatIsNotKnownOfASiteIsAsked() throws Exception {
        JsonNode at = ask("140500001001GB00906", null, "NO");
        at = ask("140500001001GB00906", at.get("answers").asString(), "NO");
        assertThat(at.at("/question/code").asString()).isEqualTo("STANDARD-LAND");
    }

    private static void list() {
        Caller officer = PLATFORM.as("land-officer-140500");
        UUID parcel =
                Story.uuid(
                        officer.post(
                                "/api/land/parcels",
                                Map.of("number", NUMBER, "areaSquareMetres", 33333)),
                        "id");
        String path = "/api/land/parcels/" + parcel;
        officer.post(
                path + "/indicators",
                Map.of(
                        "indicators",
                        List.of(
                                indicator("LI-INVEST", 600, "万元/亩"),
                                indicator("LI-FAR", 1.5, "无量纲"))));
        officer.post(path + "/listing", Map.of());
        PLATFORM.settle();
    }

    private static Map<String, Object> indicator(String code, double minimum, String unit) {
        return Map.of("code", code, "rule", "MIN", "minimum", minimum, "unit", unit);
    }

    /** Where these answers lead, one after another; the empty one chooses nothing of several. */
    private static JsonNode answered(String... answers) throws Exception {
        JsonNode at = ask(NUMBER, null, null);
        for (String answer : answers) {
            at = ask(NUMBER, at.get("answers").asString(), answer);
        }
        return at;
    }

    /** As a stranger. */
    private static JsonNode ask(String site, @Nullable String answers, @Nullable String answer)
            throws IOException, InterruptedException {
        String query =
                "?region=140500&site="
                        + site
                        + (answers == null ? "" : "&answers=" + encoded(answers))
                        + (answer == null ? "" : "&answer=" + encoded(answer));
        HttpResponse<String> answered =
                HttpClient.newHttpClient()
                        .send(
                                HttpRequest.newBuilder(
                                                URI.create(
                                                        PLATFORM.address()
                                                                + "/api/catalog/guides/BUILD-FACTORY/notice"
                                                                + query))
                                        .build(),
                                HttpResponse.BodyHandlers.ofString());
        assertThat(answered.statusCode()).as(answered.body()).isEqualTo(200);
        return JSON.readTree(answered.body());
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static JsonNode reply(JsonNode at, String question) {
        return at.get("replies")
                .valueStream()
                .filter(one -> one.get("question").asString().equals(question))
                .findFirst()
                .orElseThrow();
    }
}
