package org.xiangmuzhang.land;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.xiangmuzhang.database.Rivals;
import org.xiangmuzhang.kernel.SocialCreditCode;
import org.xiangmuzhang.parties.Enterprise;
import org.xiangmuzhang.parties.Enterprises;
import org.xiangmuzhang.practices.Practice;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

import javax.sql.DataSource;

@SpringBootTest(classes = LandSite.class)
@AutoConfigureMockMvc
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LandWebTests {

    private static final JsonMapper JSON = new JsonMapper();
    private static final String CREDIT_CODE = "91350900MA9DEMB28L";
    private static final String TWO_MAIN =
            """
            {"indicators": [
              {"code": "LI-INVEST", "rule": "MIN", "minimum": 600, "unit": "万元/亩"},
              {"code": "LI-FAR", "rule": "MIN", "minimum": 3.0, "unit": "ratio"},
              {"code": "LI-START", "rule": "MAX", "maximum": 10, "unit": "工作日"}
            ]}\
            """;

    private static final String TWO_AND_SIX =
            """
            {"indicators": [
              {"code": "LI-INVEST", "rule": "MIN", "minimum": 600, "unit": "万元/亩"},
              {"code": "LI-FAR", "rule": "MIN", "minimum": 3.0, "unit": "无量纲"},
              {"code": "LI-INDUSTRY", "rule": "ALLOWED_SET", "allowed": ["38", "39"],
               "unit": "GB/T 4754 code"},
              {"code": "LI-SCALE", "rule": "RANGE", "minimum": 30, "maximum": 50, "unit": "亩"},
              {"code": "LI-ENERGY", "rule": "MAX", "maximum": 0.2, "unit": "吨标准煤/万元"},
              {"code": "LI-EMISSION", "pollutant": "COD", "rule": "MAX", "maximum": 5,
               "unit": "吨/年"},
              {"code": "LI-OUTPUT", "rule": "MIN", "minimum": 500, "unit": "万元/亩·年"},
              {"code": "LI-TAX", "rule": "MIN", "minimum": 50, "unit": "万元/亩·年"}
            ]}\
            """;

    private final MockMvc web;
    private final Enterprises enterprises;
    private final DataSource database;
    private int serial;

    @Autowired
    LandWebTests(MockMvc web, Enterprises enterprises, DataSource database) {
        this.web = web;
        this.enterprises = enterprises;
        this.database = database;
    }

    @BeforeAll
    void knowAnEnterprise() {
        enterprises.add(
                new Enterprise(
                        LandSite.ENTERPRISE,
                        LandSite.PLACE,
                        new SocialCreditCode(CREDIT_CODE),
                        "演示锂电有限公司"));
    }

    @Test
    void carriesAStandardLandFromTheNumberToTheDelivery() throws Exception {
        MockHttpServletResponse prepared = send("", null, preparation());
        assertThat(prepared.getStatus()).isEqualTo(201);
        assertThat(prepared.getHeader("ETag")).isEqualTo("\"1\"");
        String id = json(prepared).get("id").asString();
        assertThat(json(prepared).get("areaMu").decimalValue()).isEqualByComparingTo("50.00");

        act(id, "indicators", 1, TWO_MAIN);
        act(id, "reservation", 2, "{\"project\": \"%s\"}".formatted(LandSite.PROJECT.id()));
        act(id, "planning-conditions", 3, "{\"maximumPlotRatio\": 3.5}");
        act(id, "listing", 4, "");
        act(
                id,
                "transfer",
                5,
                """
                {"kind": "GRANT", "enterprise": "%s", "signedOn": "2026-09-28"}\
                """
                        .formatted(LandSite.ENTERPRISE));
        act(id, "payment", 6, "{\"amount\": 30000000.00, \"paidOn\": \"2026-09-29\"}");
        JsonNode delivered = act(id, "delivery", 7, "{\"on\": \"2026-09-30\"}");

        assertThat(delivered.get("state").asString()).isEqualTo("DELIVERED");
        assertThat(delivered.get("planningConditions").asInt()).isEqualTo(2);
        assertThat(delivered.get("rightSince").asString()).isEqualTo("2026-09-29");
        assertThat(delivered.get("startBy").asString()).isEqualTo("2026-10-14");
        JsonNode verdicts =
                json(
                        call(
                                get("/api/land/parcels/" + id + "/check")
                                        .param("LI-INVEST", "29999")
                                        .param("LI-FAR", "100000")));
        assertThat(verdicts.findValuesAsString("outcome"))
                .containsExactly("NOT_MET", "MET", "NOT_DECLARED");
        page(get("/console/land/parcels/" + id));
    }

    @Test
    void refusesAChangeOfAnotherVersionAndAListingWithoutMainIndicators() throws Exception {
        String id = json(send("", null, preparation())).get("id").asString();

        assertThat(send("/" + id + "/listing", "\"7\"", "").getStatus()).isEqualTo(412);
        assertThat(send("/" + id + "/listing", null, "").getStatus()).isEqualTo(428);
        MockHttpServletResponse early = send("/" + id + "/listing", "\"1\"", "");
        assertThat(early.getStatus()).isEqualTo(409);
        assertThat(json(early).get("rule").asString()).isEqualTo("listing-needs-main-indicators");
        assertThat(json(early).get("detail").asString()).contains("LI-FAR, LI-INVEST");
    }

    @Test
    void whomAListedParcelIsKeptForIsKnownToThatEnterpriseAlone() throws Exception {
        String id = json(send("", null, preparation())).get("id").asString();
        act(id, "indicators", 1, TWO_MAIN);
        act(id, "reservation", 2, "{\"project\": \"%s\"}".formatted(LandSite.PROJECT.id()));
        act(id, "listing", 3, "");
        String api = "/api/land/parcels/" + id;
        String page = "/console/land/parcels/" + id;
        String stranger = UUID.randomUUID().toString();

        for (String role : List.of("LAND_OFFICER", "APPLICANT")) {
            assertThat(json(call(get(api).header("X-Role", role))).get("project").asString())
                    .isEqualTo(LandSite.PROJECT.id().toString());
            assertThat(page(get(page).header("X-Role", role)).text())
                    .contains(LandSite.PROJECT.name());
        }
        for (String role : List.of("APPLICANT", "INTERMEDIARY")) {
            JsonNode seen =
                    json(call(get(api).header("X-Role", role).header("X-Enterprise", stranger)));
            assertThat(seen.get("state").asString()).isEqualTo("LISTED");
            assertThat(seen.get("project").isNull()).isTrue();
            assertThat(
                            call(get("/api/land/parcels?limit=200")
                                            .header("X-Role", role)
                                            .header("X-Enterprise", stranger))
                                    .getContentAsString(StandardCharsets.UTF_8))
                    .contains(id)
                    .doesNotContain(LandSite.PROJECT.id().toString());
            assertThat(
                            page(get(page).header("X-Role", role).header("X-Enterprise", stranger))
                                    .text())
                    .doesNotContain(LandSite.PROJECT.name(), LandSite.PROJECT.code());
        }
    }

    @Test
    void letsOneWinOfTwoWhoDecideAtOnce() throws Exception {
        String id = json(send("", null, preparation())).get("id").asString();
        act(id, "indicators", 1, TWO_MAIN);

        List<MockHttpServletResponse> answers =
                Rivals.atOnce(
                        database,
                        "select id from land.parcel where id = ? for update",
                        UUID.fromString(id),
                        List.of(
                                () -> send("/" + id + "/listing", "\"2\"", ""),
                                () -> send("/" + id + "/indicators", "\"2\"", TWO_AND_SIX)));

        assertThat(answers)
                .extracting(MockHttpServletResponse::getStatus)
                .containsExactlyInAnyOrder(200, 409);
        MockHttpServletResponse lost = answers.get(answers.getFirst().getStatus() == 409 ? 0 : 1);
        assertThat(json(lost).get("rule").asString()).isEqualTo("parcel-changed-meanwhile");
        assertThat(call(get("/api/land/parcels/" + id)).getHeader("ETag")).isEqualTo("\"3\"");
    }

    @Test
    @Practice("PR-217")
    void checksTwoMainAndSixControlIndicatorsEachAtItsTime() throws Exception {
        String id = json(send("", null, preparation())).get("id").asString();
        act(id, "indicators", 1, TWO_AND_SIX);

        assertThat(checked(id, "AT_TRANSFER")).containsExactly("LI-INDUSTRY", "LI-SCALE");
        assertThat(checked(id, "AT_COMPLETION"))
                .containsExactly("LI-INVEST", "LI-FAR", "LI-INDUSTRY");
        assertThat(checked(id, "AT_OUTPUT"))
                .containsExactly("LI-INVEST", "LI-ENERGY", "LI-EMISSION", "LI-OUTPUT", "LI-TAX");
        JsonNode atOutput =
                json(
                        call(
                                get("/api/land/parcels/" + id + "/check")
                                        .param("when", "AT_OUTPUT")
                                        .param("LI-INVEST", "30000")
                                        .param("LI-OUTPUT", "25000")
                                        .param("LI-ENERGY", "5001")
                                        .param("LI-EMISSION:COD", "3")
                                        .param("LI-TAX", "2500")));
        assertThat(atOutput.findValuesAsString("outcome"))
                .containsExactly("MET", "NOT_MET", "MET", "MET", "MET");
        assertThat(
                        call(get("/api/land/parcels/" + id + "/check").param("LI-TAX", "many"))
                                .getStatus())
                .isEqualTo(422);
    }

    private List<String> checked(String id, String when) throws Exception {
        return json(call(get("/api/land/parcels/" + id + "/check").param("when", when)))
                .findValuesAsString("code");
    }

    @Test
    void pointsAtTheFieldThatIsWrong() throws Exception {
        JsonNode missing = json(send("", null, "{\"number\": \"370403001002GB00001\"}"));
        assertThat(missing.get("rule").asString()).isEqualTo("field-missing");
        assertThat(missing.get("pointers").get(0).asString()).isEqualTo("/areaSquareMetres");

        String id = json(send("", null, preparation())).get("id").asString();
        MockHttpServletResponse unit =
                send("/" + id + "/indicators", "\"1\"", TWO_MAIN.replace("ratio", "%"));
        assertThat(unit.getStatus()).isEqualTo(422);
        assertThat(json(unit).get("rule").asString()).isEqualTo("indicator-unit");
        assertThat(json(unit).get("pointers").get(0).asString()).isEqualTo("/indicators/1/unit");
        assertThat(send("/" + id + "/delivery", "\"1\"", "{\"on\": null}").getStatus())
                .isEqualTo(422);
    }

    @Test
    void answersNobodyElsesParcelAsUnknown() throws Exception {
        String id = json(send("", null, preparation())).get("id").asString();

        assertThat(call(get("/api/land/parcels/" + id).header("X-Role", "APPLICANT")).getStatus())
                .isEqualTo(404);
        assertThat(call(get("/api/land/parcels/" + id).header("X-Role", "AUDITOR")).getStatus())
                .isEqualTo(200);
        assertThat(json(call(get("/api/land/parcels").param("limit", "1"))).get("items"))
                .hasSize(1);
        assertThat(json(call(get("/api/land/regional-evaluations")))).hasSize(11);
    }

    @Test
    void letsTheOfficerActOnThePages() throws Exception {
        MockHttpServletResponse prepared =
                form("", "number", number(), "areaSquareMetres", "33333.33");
        String page = Objects.requireNonNull(prepared.getRedirectedUrl());
        assertThat(page).startsWith("/console/land/parcels/");
        String id = page.substring(page.lastIndexOf('/') + 1);
        form(
                "/" + id + "/indicators",
                "version",
                "1",
                "LI-INVEST.min",
                "600",
                "LI-FAR.min",
                "3",
                "LI-INDUSTRY.allowed",
                "38，39");
        form("/" + id + "/planning-conditions", "version", "2", "documentNumber", "规条〔2026〕7号");
        form("/" + id + "/listing", "version", "3");
        assertThat(page(get(page)).select("form[action$=transfer] [name=kind]").val())
                .isEqualTo("GRANT");
        form(
                "/" + id + "/transfer",
                "version",
                "4",
                "kind",
                "GRANT",
                "socialCreditCode",
                CREDIT_CODE,
                "project",
                "",
                "signedOn",
                "2026-09-28",
                "documentNumber",
                "");
        page(get(page));
        form("/" + id + "/payment", "version", "5", "amount", "1000", "paidOn", "2026-09-29");
        page(get(page));
        form("/" + id + "/delivery", "version", "6", "on", "2026-09-30");

        Document end = page(get(page));
        assertThat(end.select("main").text()).contains("已交地", "演示锂电有限公司", "规条〔2026〕7号");
        assertThat(page(get("/console/land/parcels")).select("main").text()).contains("已交地");
        assertThat(
                        page(get(page).header("X-Role", "AUDITOR").param("lang", "en"))
                                .select("main form"))
                .isEmpty();
    }

    @Test
    void theOfficerKeepsAParcelForAProjectByItsCode() throws Exception {
        String id = json(send("", null, preparation())).get("id").asString();
        String reservation = "/" + id + "/reservation";

        MockHttpServletResponse unknown =
                call(
                        post("/console/land/parcels" + reservation)
                                .param("version", "1")
                                .param("project", "2611-370403-04-01-999999"));
        form(reservation, "version", "1", "project", " " + LandSite.PROJECT.code());

        assertThat(unknown.getStatus()).isEqualTo(303);
        Document parcel = page(get("/console/land/parcels/" + id));
        assertThat(parcel.select("main").text())
                .contains(LandSite.PROJECT.name(), LandSite.PROJECT.code());
        assertThat(parcel.select("form[action$=transfer] [name=project]").val())
                .isEqualTo(LandSite.PROJECT.code());
        assertThat(parcel.select("form[action$=transfer] [name=socialCreditCode]").val())
                .isEqualTo(CREDIT_CODE);
    }

    private JsonNode act(String id, String act, long version, String body) throws Exception {
        MockHttpServletResponse answer = send("/" + id + "/" + act, "\"" + version + "\"", body);
        assertThat(answer.getStatus())
                .as("%s: %s", act, answer.getContentAsString())
                .isEqualTo(200);
        assertThat(answer.getHeader("ETag")).isEqualTo("\"" + (version + 1) + "\"");
        return json(answer);
    }

    private MockHttpServletResponse send(String path, @Nullable String ifMatch, String body)
            throws Exception {
        MockHttpServletRequestBuilder request =
                post("/api/land/parcels" + path)
                        .header("Idempotency-Key", UUID.randomUUID())
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(body);
        return call(ifMatch == null ? request : request.header("If-Match", ifMatch));
    }

    private MockHttpServletResponse form(String path, String... fields) throws Exception {
        MockHttpServletRequestBuilder request = post("/console/land/parcels" + path);
        for (int i = 0; i < fields.length; i += 2) {
            request.param(fields[i], fields[i + 1]);
        }
        MockHttpServletResponse answer = call(request);
        assertThat(answer.getStatus()).as(path + answer.getContentAsString()).isEqualTo(302);
        return answer;
    }

    private Document page(MockHttpServletRequestBuilder request) throws Exception {
        MockHttpServletResponse answer = call(request);
        assertThat(answer.getStatus()).isEqualTo(200);
        Document page = Jsoup.parse(answer.getContentAsString(StandardCharsets.UTF_8));
        assertThat(page.text()).doesNotContain("??").doesNotContain("land.");
        return page;
    }

    private MockHttpServletResponse call(MockHttpServletRequestBuilder request) throws Exception {
        MockHttpServletResponse answer = web.perform(request).andReturn().getResponse();
        answer.setDefaultCharacterEncoding("UTF-8");
        return answer;
    }

    private static JsonNode json(MockHttpServletResponse answer) throws Exception {
        return JSON.readTree(answer.getContentAsString(StandardCharsets.UTF_8));
    }

    private String preparation() {
        return "{\"number\": \"%s\", \"areaSquareMetres\": 33333.33}".formatted(number());
    }

    private String number() {
        serial++;
        return "370403009001GB%05d".formatted(serial);
    }
}
