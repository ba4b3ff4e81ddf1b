package org.xiangmuzhang.catalog.adapter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.AbstractMockHttpServletRequestBuilder;
import org.xiangmuzhang.kernel.WorkingDays;
import org.xiangmuzhang.practices.Practice;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import java.net.URI;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Guides from their draft to the notice on a phone, through every edge. */
@SpringBootTest(
        classes = CatalogApplication.class,
        properties = "spring.jackson.deserialization.fail-on-unknown-properties=true")
@AutoConfigureMockMvc
class GuideTests {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String API = "/api/catalog/guides/";
    private static final String FIRST = new UUID(0, 7).toString();
    private static final String SECOND = new UUID(0, 8).toString();
    private static final String FACTORY = "1~0~1~0~1~1~0~800~3.2~1~n~1~0-1";

    private final MockMvc web;
    private final MovableClock clock;

    @Autowired
    GuideTests(MockMvc web, MovableClock clock) {
        this.web = web;
        this.clock = clock;
    }

    @Test
    void guidesAStrangerFromQuestionToNotice() throws Exception {
        assertThat(json(get("/api/catalog/guides?region=140502")).path("items"))
                .extracting(guide -> guide.path("code").asString())
                .contains("BUILD-FACTORY", "BUILD-ROAD");
        String notice = API + "BUILD-FACTORY/notice?region=140502";
        JsonNode begun = json(get(notice));
        assertThat(begun.at("/question/code").asString()).isEqualTo("STEWARD");
        assertThat(begun.path("notice").isNull()).isTrue();

        JsonNode next = json(get(notice + "&answer=YES"));
        assertThat(next.path("answers").asString()).isEqualTo("1~0");
        assertThat(next.at("/question/code").asString()).isEqualTo("HAS-LAND");

        JsonNode told = json(get(notice + "&answers=" + FACTORY)).path("notice");
        assertThat(told.path("items")).hasSizeGreaterThan(30);
        assertThat(told.at("/items/0/number").asInt()).isEqualTo(1);
        assertThat(told.at("/items/0/departmentZh").asString()).isNotBlank();
        assertThat(told.at("/items/0/fee").isNull()).as("the catalog holds no fees").isTrue();
        assertThat(told.path("hours")).isNotEmpty();
        assertThat(told.path("catalogVersion").asLong()).isPositive();
        assertThat(told.path("fetchedByOffices")).isNotEmpty();
        assertThat(told.path("daysTogether").asInt()).isLessThan(told.path("daysOneByOne").asInt());
    }

    @Test
    void refusesWrongAnswersAndLinksInWords() throws Exception {
        String notice = API + "BUILD-FACTORY/notice?region=140502";
        assertThat(rule(get(notice + "&answer=PERHAPS"), 422)).isEqualTo("guide-answer-unknown");
        assertThat(rule(get(notice + "&answers=1~9"), 422)).isEqualTo("guide-address");
        assertThat(rule(get(notice + "&version=140502.7"), 404)).isEqualTo("guide-version-unknown");
        assertThat(rule(get(API + "NONE?region=140502"), 404)).isEqualTo("guide-unknown");
        assertThat(rule(get(API + "BUILD-ROAD?region=999999"), 422)).isEqualTo("region-unknown");
        assertThat(rule(get(notice + "&answers=" + FACTORY + "&answer=YES"), 409))
                .isEqualTo("guide-answered");
    }

    @Test
    void publishesByTwoEditorsWithoutGapsOnlyAndAPlaceOverridesItsParent() throws Exception {
        String draft = API + "LOCAL-SHOP/draft?region=140500";
        ObjectNode guide = guide("开店", question("FIRST", "SECOND", "BUSINESS-REG", null));
        JsonNode saved = json(save(draft, guide, 0, FIRST));
        assertThat(saved.path("version").asInt()).isEqualTo(1);
        assertThat(saved.at("/gaps/0/kind").asString()).isEqualTo("ANSWER_LEADS_NOWHERE");
        assertThat(saved.at("/gaps/0/path/0/answer").asString()).isEqualTo("YES");

        MockHttpServletResponse refused = answer(propose("LOCAL-SHOP", "140500", 1, FIRST));
        assertThat(refused.getStatus()).isEqualTo(422);
        JsonNode problem = JSON.readTree(refused.getContentAsByteArray());
        assertThat(problem.path("rule").asString()).isEqualTo("guide-gaps");
        assertThat(problem.path("detail").asString()).contains("FIRST=YES");
        assertThat(rule(get(API + "LOCAL-SHOP?region=140502"), 404)).isEqualTo("guide-unknown");

        ObjectNode whole = guide("开店", question("FIRST", "END", "BUSINESS-REG", null));
        assertThat(rule(save(draft, whole, 7, FIRST), 412)).isEqualTo("version-stale");
        assertThat(json(save(draft, whole, 1, FIRST)).path("gaps")).isEmpty();
        assertThat(answer(propose("LOCAL-SHOP", "140500", 2, FIRST)).getStatus()).isEqualTo(201);
        assertThat(rule(decide("LOCAL-SHOP", "140500", 1, FIRST, "APPROVED"), 403))
                .isEqualTo("setting-second-person");
        json(decide("LOCAL-SHOP", "140500", 1, SECOND, "APPROVED"));

        String below = API + "LOCAL-SHOP?region=140502";
        assertThat(json(get(below)).path("version").asString()).isEqualTo("140500.1");
        assertThat(rule(get(API + "LOCAL-SHOP?region=370403"), 404)).isEqualTo("guide-unknown");

        ObjectNode own = guide("本地开店", question("FIRST", "END", "FOOD-LICENSE", null));
        publish("LOCAL-SHOP", "140502", own, 1);
        assertThat(json(get(below)).at("/guide/nameZh").asString()).isEqualTo("本地开店");
        assertThat(json(get(API + "LOCAL-SHOP?region=140500")).path("version").asString())
                .isEqualTo("140500.1");
    }

    @Test
    void holdsFromItsFirstDayUntilItsLast() throws Exception {
        ObjectNode guide = guide("节日", question("FIRST", "END", "BUSINESS-REG", null));
        json(save(API + "FESTIVAL/draft?region=140521", guide, 0, FIRST));
        String wish =
                "{\"from\":\"%s\",\"until\":\"%s\",\"reason\":\"试行\"}"
                        .formatted(today().plusDays(1), today().plusDays(2));
        assertThat(answer(propose("FESTIVAL", "140521", 1, FIRST).content(wish)).getStatus())
                .isEqualTo(201);
        json(decide("FESTIVAL", "140521", 1, SECOND, "APPROVED"));
        String here = API + "FESTIVAL?region=140521";
        assertThat(rule(get(here), 404)).isEqualTo("guide-unknown");
        clock.forward(Duration.ofDays(1));
        assertThat(json(get(here)).path("version").asString()).isEqualTo("140521.1");
        clock.forward(Duration.ofDays(2));
        assertThat(rule(get(here), 404)).isEqualTo("guide-unknown");
        assertThat(json(get(here + "&version=140521.1")).at("/guide/nameZh").asString())
                .as("what was published can be read for ever")
                .isEqualTo("节日");
    }

    @Test
    void rejectedProposalBecomesTheDraftAgain() throws Exception {
        ObjectNode guide = guide("退回", question("FIRST", "END", "BUSINESS-REG", null));
        json(save(API + "BACK/draft?region=140522", guide, 0, FIRST));
        answer(propose("BACK", "140522", 1, FIRST));
        JsonNode back = json(decide("BACK", "140522", 1, SECOND, "REJECTED"));
        assertThat(back.path("version").asInt()).isEqualTo(1);
        assertThat(back.at("/guide/nameZh").asString()).isEqualTo("退回");
        assertThat(back.path("proposal").isNull()).isTrue();
    }

    @Test
    void onlyEditorsOfThePlaceOrAboveDraft() throws Exception {
        ObjectNode guide = guide("越权", question("FIRST", "END", "BUSINESS-REG", null));
        String draft = API + "FOREIGN/draft?region=370403";
        assertThat(rule(save(draft, guide, 0, FIRST), 403)).isEqualTo("not-your-place");
        assertThat(rule(get(API + "BUILD-ROAD/draft").header("X-Role", "CLERK"), 403))
                .isEqualTo("role-may-not");
    }

    /** The published rows: a code that is scanned, generated and kept current; in plain words. */
    @Test
    @Practice({"PR-098", "PR-184"})
    void codeOnPaperOpensTheSameAnswersAndTheGuidesOwnCodeTheNewestVersion() throws Exception {
        publish("CODED", "140500", guide("扫码", question("FIRST", "END", "BUSINESS-REG", null)), 1);
        Document guide = page("/guides/CODED?region=140502");
        String ofGuide = scanned(guide);
        assertThat(ofGuide).isEqualTo("http://localhost/guides/CODED?region=140502");

        Document notice = page(followed("/guides/CODED?region=140502&send=1&answer=YES"));
        String ofAnswers = scanned(notice);
        assertThat(ofAnswers).contains("v=140500.1").contains("a=1~0");
        assertThat(notice.text()).contains("一次性告知").contains("企业设立登记");

        publish(
                "CODED",
                "140500",
                guide("扫码新版", question("FIRST", "END", "BUSINESS-REG", "FOOD-LICENSE")),
                2);
        assertThat(page(path(ofGuide)).select("h1").text())
                .as("the guide's code is up to date by itself")
                .isEqualTo("扫码新版");
        Document kept = page(path(ofAnswers));
        assertThat(kept.select("h1").text()).isEqualTo("一次性告知：扫码");
        assertThat(kept.select(".alert--note").text()).contains("140500.1").contains("更新");
        assertThat(kept.select("tbody th").eachText())
                .isEqualTo(notice.select("tbody th").eachText());
        assertThat(page(path(ofAnswers) + "&lang=en").text())
                .contains("One-time notice")
                .doesNotContain("??");
    }

    @Test
    void leadsThroughTheShippedGuideByItsFormsAlone() throws Exception {
        Document page = page("/guides?region=140502");
        String at = page.select("a[href*=BUILD-ROAD]").attr("href");
        List<List<String>> answers =
                List.of(
                        List.of("YES"),
                        List.of("NO"),
                        List.of("900"),
                        List.of("TABLE"),
                        List.of("1.5"),
                        List.of("GREEN", "PIPES"));
        for (List<String> answer : answers) {
            at = sent(page(at), answer);
        }
        Document notice = page(at);
        assertThat(notice.select(".table").get(0).select("tbody tr")).hasSizeGreaterThan(20);
        assertThat(notice.text())
                .contains("要交的材料")
                .contains("政务服务大厅")
                .contains("目录里没有收费数据")
                .contains("模拟审批")
                .doesNotContain("??");
        assertThat(notice.select("link[href*=guide]")).isNotEmpty();
        assertThat(notice.select("dd a")).hasSize(answers.size());
        Document changed = page(notice.select("dd a").get(2).attr("href"));
        assertThat(changed.select("input[name=a]").val()).isEqualTo("1~0~1");
    }

    @Test
    void saysBesideTheFieldWhatIsWrongWithAnAnswer() throws Exception {
        String number = "/guides/BUILD-ROAD?region=140502&a=1~0~1&send=1&answer=";
        assertThat(page(number + "abc").select(".field__error").text()).contains("0 到 100000000 ");
        assertThat(page(number).select(".field__error").text()).contains("请选一个");
        MockHttpServletResponse unread = answer(get("/guides/BUILD-ROAD?region=140502&a=7"));
        assertThat(unread.getStatus()).isEqualTo(422);
        assertThat(unread.getContentAsString()).contains("guide-address");
        assertThat(answer(get("/guides/NONE")).getStatus()).isEqualTo(404);
        assertThat(answer(get("/guides?region=x")).getStatus()).isEqualTo(422);
    }

    @Test
    void keepsNoSessionForWhoAsks() throws Exception {
        assertThat(
                        web.perform(get("/guides/BUILD-ROAD?region=140502"))
                                .andReturn()
                                .getRequest()
                                .getSession(false))
                .isNull();
    }

    @Test
    void letsAnEditorMakeAGuideByFormsAlone() throws Exception {
        String here = "/console/catalog/guides/BY-HAND";
        assertThat(editorPage("/console/catalog/guides?region=140525").text()).contains("我要建厂房");
        Document empty = editorPage(here + "?region=140525");
        assertThat(empty.select("form[action$=/head]")).hasSize(1);
        form(
                here + "/head",
                Map.of(
                        "version",
                        "0",
                        "nameZh",
                        "手工",
                        "nameEn",
                        "By hand",
                        "summaryZh",
                        "说明",
                        "summaryEn",
                        "Summary",
                        "projectTypes",
                        "PT-FREIGHT",
                        "always",
                        ""));
        form(
                here + "/questions",
                Map.ofEntries(
                        Map.entry("version", "1"),
                        Map.entry("question", "new"),
                        Map.entry("code", "KIND"),
                        Map.entry("kind", "ONE"),
                        Map.entry("textZh", "办哪种？"),
                        Map.entry("textEn", "Which?"),
                        Map.entry("next", ""),
                        Map.entry("answers.0.code", "ALL"),
                        Map.entry("answers.0.textZh", "全部"),
                        Map.entry("answers.0.textEn", "All"),
                        Map.entry("answers.0.items", "BUSINESS-REG"),
                        Map.entry("answers.0.notes", "请带原件 | Bring originals"),
                        Map.entry("answers.0.materials", "BUSINESS-REG | 授权书 | Power of attorney"),
                        Map.entry("answers.1.code", "")));
        Document drafted = editorPage(here + "?region=140525&question=KIND");
        assertThat(drafted.select("#gaps").text()).contains("缺口");
        assertThat(drafted.text()).contains("没有去向").contains("没有回答通向事项");
        assertThat(drafted.select("textarea[name=answers.0.notes]").val())
                .isEqualTo("请带原件 | Bring originals");
        assertThat(drafted.select("textarea[name=answers.0.materials]").val())
                .isEqualTo("BUSINESS-REG | 授权书 | Power of attorney");
        assertThat(drafted.select(".drawn--wrong")).hasSize(1);
        assertThat(drafted.select("form[action$=/proposals]")).hasSize(1);
        assertThat(drafted.select("#try")).isNotEmpty();

        Document tried = editorPage(here + "?region=140525&question=KIND&a=&send=1&answer=ALL");
        assertThat(tried.text()).contains("答完了");
        assertThat(drafted.text()).doesNotContain("??");

        MockHttpServletResponse wrong =
                answer(
                        edit(
                                here + "/questions",
                                Map.of(
                                        "version",
                                        "2",
                                        "question",
                                        "KIND",
                                        "code",
                                        "kind x",
                                        "kind",
                                        "ONE",
                                        "textZh",
                                        "问",
                                        "textEn",
                                        "Q")));
        assertThat(wrong.getStatus()).isEqualTo(303);
        assertThat(wrong.getRedirectedUrl()).contains("question=KIND");
        form(here + "/moves", Map.of("version", "2", "question", "KIND", "move", "REMOVE"));
        assertThat(editorPage(here + "?region=140525").text()).contains("还没有问题");
        form(here + "/moves", Map.of("version", "3", "move", "DISCARD"));
        assertThat(editorPage("/console/catalog/guides?region=140525").text()).doesNotContain("手工");
    }

    /** The bad input of a guide with 500 questions: looked through, published and shown at once. */
    @Test
    void takesFiveHundredQuestionsAndNotOneMore() throws Exception {
        ObjectNode guide = guide("五百问");
        ArrayNode questions = (ArrayNode) guide.get("questions");
        for (int i = 0; i < 500; i++) {
            questions.add(question("Q" + i, i == 499 ? "END" : "Q" + (i + 1), null, null));
        }
        guide.putArray("always").add("BUSINESS-REG");
        ObjectNode more = guide.deepCopy();
        ((ArrayNode) more.get("questions")).add(question("Q500", "END", null, null));
        String draft = API + "LONG/draft?region=140524";
        assertThat(rule(save(draft, more, 0, FIRST), 422)).isEqualTo("guide-too-large");

        long before = System.nanoTime();
        publish("LONG", "140524", guide, 1);
        assertThat(
                        editorPage("/console/catalog/guides/LONG?region=140524&question=Q250")
                                .select("tbody tr"))
                .hasSizeGreaterThanOrEqualTo(50)
                .hasSizeLessThan(60);
        String all = "1" + "~1".repeat(500);
        Document notice = page("/guides/LONG?region=140524&a=" + all);
        assertThat(notice.select("dd a")).hasSize(500);
        assertThat(scanned(notice)).endsWith(all);
        assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(15));
    }

    private void publish(String code, String region, ObjectNode guide, int number)
            throws Exception {
        String draft = API + code + "/draft?region=" + region;
        json(save(draft, guide, 0, FIRST));
        assertThat(answer(propose(code, region, 1, FIRST)).getStatus()).isEqualTo(201);
        json(decide(code, region, number, SECOND, "APPROVED"));
    }

    private static ObjectNode guide(String name, ObjectNode... questions) {
        ObjectNode guide = JSON.createObjectNode();
        guide.put("nameZh", name)
                .put("nameEn", "Shop")
                .put("summaryZh", "说明")
                .put("summaryEn", "Summary");
        guide.putArray("projectTypes");
        guide.putArray("always");
        guide.putArray("questions").addAll(Arrays.asList(questions));
        return guide;
    }

    private static ObjectNode question(
            String code, String next, @Nullable String yes, @Nullable String no) {
        ObjectNode question = JSON.createObjectNode();
        question.put("code", code)
                .put("kind", "YES_NO")
                .put("textZh", "要办吗？")
                .put("textEn", "Wanted?")
                .put("next", next);
        ArrayNode answers = question.putArray("answers");
        answers.add(reply("YES", yes));
        answers.add(reply("NO", no == null ? yes : no));
        return question;
    }

    private static ObjectNode reply(String code, @Nullable String item) {
        ObjectNode answer = JSON.createObjectNode();
        answer.put("code", code).put("textZh", code).put("textEn", code);
        ArrayNode gives = answer.putArray("gives");
        if (item != null) {
            gives.addObject().put("what", "ITEM").put("code", item);
        }
        return answer;
    }

    private static AbstractMockHttpServletRequestBuilder<?> save(
            String draft, ObjectNode guide, int seen, String person) {
        return as(put(draft), person)
                .content(guide.toString())
                .contentType("application/json")
                .header("If-Match", "\"" + seen + "\"");
    }

    private AbstractMockHttpServletRequestBuilder<?> propose(
            String code, String region, int seen, String person) {
        return as(post(API + code + "/proposals?region=" + region), person)
                .content("{\"from\":\"%s\",\"reason\":\"上线\"}".formatted(today()))
                .contentType("application/json")
                .header("If-Match", "\"" + seen + "\"");
    }

    private static AbstractMockHttpServletRequestBuilder<?> decide(
            String code, String region, int number, String person, String outcome) {
        return as(post(API + code + "/proposal/decision?region=" + region), person)
                .content("{\"outcome\":\"%s\",\"reason\":\"复核\"}".formatted(outcome))
                .contentType("application/json")
                .header("If-Match", "\"" + number + "\"");
    }

    private static AbstractMockHttpServletRequestBuilder<?> as(
            AbstractMockHttpServletRequestBuilder<?> request, String person) {
        return request.header("Idempotency-Key", UUID.randomUUID().toString())
                .header("X-Person", person)
                .header("X-Role", "CATALOG_EDITOR")
                .header("X-Region", "140500");
    }

    private static AbstractMockHttpServletRequestBuilder<?> edit(
            String path, Map<String, String> fields) {
        AbstractMockHttpServletRequestBuilder<?> request =
                as(post(path), FIRST).param("region", "140525");
        fields.forEach(request::param);
        return request;
    }

    private void form(String path, Map<String, String> fields) throws Exception {
        MockHttpServletResponse answer = answer(edit(path, fields));
        assertThat(answer.getStatus()).as(path).isEqualTo(302);
    }

    private Document editorPage(String path) throws Exception {
        return page(as(get(path), FIRST));
    }

    /** Where the page's form leads when this is answered. */
    private String sent(Document page, List<String> answers) throws Exception {
        Element form = Objects.requireNonNull(page.select("form:has(button[name=send])").first());
        StringBuilder path = new StringBuilder(form.attr("action") + "?send=1");
        form.select("input[type=hidden]")
                .forEach(field -> path.append("&" + field.attr("name") + "=" + field.val()));
        answers.forEach(answer -> path.append("&answer=" + answer));
        return followed(path.toString());
    }

    private String followed(String path) throws Exception {
        MockHttpServletResponse answer = answer(get(URI.create(path)));
        assertThat(answer.getStatus()).as(answer.getContentAsString()).isEqualTo(302);
        return Objects.requireNonNull(answer.getRedirectedUrl());
    }

    /** What a phone reads off the page. */
    private static String scanned(Document page) throws Exception {
        Element picture = Objects.requireNonNull(page.select(".guide__code svg").first());
        int side = Integer.parseInt(picture.attr("viewBox").split(" ")[2]);
        int scale = 4;
        int width = side * scale;
        int[] pixels = new int[width * width];
        Arrays.fill(pixels, 0xffffff);
        List<MatchResult> runs = new ArrayList<>();
        Pattern.compile("M(\\d+) (\\d+)h(\\d+)v1")
                .matcher(picture.select("path").attr("d"))
                .results()
                .forEach(runs::add);
        for (MatchResult run : runs) {
            int left = Integer.parseInt(run.group(1)) * scale;
            int top = Integer.parseInt(run.group(2)) * scale;
            int across = Integer.parseInt(run.group(3)) * scale;
            for (int y = top; y < top + scale; y++) {
                Arrays.fill(pixels, y * width + left, y * width + left + across, 0);
            }
        }
        return new QRCodeReader()
                .decode(
                        new BinaryBitmap(
                                new HybridBinarizer(new RGBLuminanceSource(width, width, pixels))))
                .getText();
    }

    private static String path(String address) {
        URI uri = URI.create(address);
        return uri.getRawPath() + "?" + uri.getRawQuery();
    }

    private LocalDate today() {
        return WorkingDays.today(clock);
    }

    private Document page(String path) throws Exception {
        return page(get(URI.create(path)));
    }

    private Document page(AbstractMockHttpServletRequestBuilder<?> request) throws Exception {
        MockHttpServletResponse answer = answer(request);
        assertThat(answer.getStatus()).as(answer.getContentAsString()).isEqualTo(200);
        return Jsoup.parse(answer.getContentAsString());
    }

    private String rule(AbstractMockHttpServletRequestBuilder<?> request, int status)
            throws Exception {
        MockHttpServletResponse answer = answer(request);
        assertThat(answer.getStatus()).as(answer.getContentAsString()).isEqualTo(status);
        JsonNode problem = JSON.readTree(answer.getContentAsByteArray());
        String rule = problem.path("rule").asString();
        assertThat(problem.path("detail").asString()).isNotBlank().isNotEqualTo("problem." + rule);
        return rule;
    }

    private JsonNode json(AbstractMockHttpServletRequestBuilder<?> request) throws Exception {
        MockHttpServletResponse answer = answer(request);
        assertThat(answer.getStatus()).as(answer.getContentAsString()).isEqualTo(200);
        return JSON.readTree(answer.getContentAsByteArray());
    }

    private MockHttpServletResponse answer(AbstractMockHttpServletRequestBuilder<?> request)
            throws Exception {
        return web.perform(request).andReturn().getResponse();
    }
}
