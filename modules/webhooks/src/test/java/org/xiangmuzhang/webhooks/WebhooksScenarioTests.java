package org.xiangmuzhang.webhooks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.MvcResult;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.transaction.support.TransactionTemplate;
import org.xiangmuzhang.database.Sight;
import org.xiangmuzhang.eventlog.Await;
import org.xiangmuzhang.eventlog.LogReader;
import org.xiangmuzhang.kernel.Actor;
import org.xiangmuzhang.kernel.Refusal;
import org.xiangmuzhang.kernel.Role;
import org.xiangmuzhang.kernel.SocialCreditCode;
import org.xiangmuzhang.parties.Enterprise;
import org.xiangmuzhang.parties.Enterprises;
import org.xiangmuzhang.parties.SharedSecrets;
import org.xiangmuzhang.rest.Cursor;
import org.xiangmuzhang.rest.Page;
import org.xiangmuzhang.webhooks.KeepingEndpoints.WithSecret;
import org.xiangmuzhang.webhooks.sending.Posting;
import org.xiangmuzhang.webhooks.sending.Receiver;
import org.xiangmuzhang.webhooks.sending.Receiver.Received;
import org.xiangmuzhang.webhooks.sending.Signature;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongConsumer;

/** What happens to an enterprise's matters reaches its own system, signed, over real HTTP. */
@AutoConfigureMockMvc
@SpringBootTest(
        classes = WebhooksApplication.class,
        properties = {"xiangmuzhang.webhooks.loopback=true", "xiangmuzhang.webhooks.patience=2s"})
class WebhooksScenarioTests {

    private static final LongConsumer ANY = version -> {};
    private static final String RECEIVED = "application.received";
    private static final String DECIDED = "item.decided";
    private static final String ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    private static final JsonMapper JSON = new JsonMapper();
    private static final AtomicInteger MADE = new AtomicInteger();

    @Autowired MockMvc web;
    @Autowired KeepingEndpoints endpoints;
    @Autowired Couriers couriers;
    @Autowired Telling telling;
    @Autowired JdbcWebhooks rows;
    @Autowired SharedSecrets secrets;
    @Autowired Posting posting;
    @Autowired TransactionTemplate transaction;
    @Autowired EndpointsOfMerged merging;
    @Autowired SmallIntake intake;
    @Autowired Enterprises enterprises;
    @Autowired MovableClock clock;
    @Autowired LogReader log;
    @Autowired JdbcClient jdbc;

    private final List<Receiver> receivers = new ArrayList<>();
    private Actor applicant = somebody(UUID.randomUUID());

    @BeforeEach
    void anEnterprise() {
        applicant = somebody(newEnterprise());
    }

    @AfterEach
    void nobodyListensAnyMore() {
        receivers.forEach(Receiver::close);
        jdbc.sql("update webhooks.endpoint set state = 'PAUSED'").update();
    }

    @Test
    void aReceiverKnowsWhatHappenedAndByWhomItIsTold() throws Exception {
        Receiver receiver = receiver();
        WithSecret made = register(receiver, RECEIVED);

        UUID application = intake.submit(enterprise());
        intake.decide(application);
        Await.settled(log);
        couriers.run();
        Await.until(() -> states(made).equals(List.of("DELIVERED")));
        couriers.run();

        assertThat(receiver.received()).hasSize(1);
        Received one = receiver.received().getFirst();
        assertThat(one.path()).isEqualTo("/hooks");
        assertThat(one.headers()).containsEntry("Content-type", "application/cloudevents+json");
        String id = String.valueOf(one.headers().get("Webhook-id"));
        long time = Long.parseLong(String.valueOf(one.headers().get("Webhook-timestamp")));
        assertThat(one.headers())
                .containsEntry(
                        "Webhook-signature", Signature.of(made.secret(), id, time, one.body()));
        JsonNode event = JSON.readTree(one.body());
        assertThat(event.get("specversion").asString()).isEqualTo("1.0");
        assertThat(event.get("id").asString()).isEqualTo(id);
        assertThat(event.get("source").asString()).isEqualTo("urn:xiangmuzhang:region:140502");
        assertThat(event.get("type").asString()).isEqualTo(RECEIVED);
        assertThat(event.get("subject").asString()).isEqualTo(application.toString());
        assertThat(Instant.parse(event.get("time").asString())).isEqualTo(clock.instant());
        assertThat(event.get("data").get("receivedOn").asString()).isEqualTo("2026-11-02");
        assertThat(event.get("data").get("items").get(0).get("item").asString())
                .isEqualTo("SITE-PREEXAM");
    }

    @Test
    void whatFailsIsTriedAgainLaterAndOthersDoNotWait() throws Exception {
        Receiver failing = receiver();
        failing.answers(500);
        Receiver sound = receiver();
        WithSecret broken = register(failing, DECIDED, RECEIVED);
        WithSecret whole = register(sound, RECEIVED);

        intake.submit(enterprise());
        Await.settled(log);
        couriers.run();
        Await.until(() -> tries(broken) == 1 && states(whole).contains("DELIVERED"));
        couriers.run();
        Delivery waiting = deliveries(broken).getFirst();
        assertThat(waiting.state()).isEqualTo("WAITING");
        assertThat(waiting.status()).isEqualTo(500);
        assertThat(waiting.dueAt()).isEqualTo(clock.instant().plusSeconds(5));
        assertThat(failing.received()).hasSize(1);

        failing.answers(302);
        clock.forward(Duration.ofSeconds(5));
        sendUntil(() -> tries(broken) == 2);
        assertThat(deliveries(broken).getFirst().status()).isEqualTo(302);
        assertThat(failing.received()).hasSize(2);

        failing.answers(200);
        clock.forward(Duration.ofMinutes(5));
        sendUntil(() -> states(broken).contains("DELIVERED"));
        assertThat(failing.received()).hasSize(3);
        assertThat(failing.received().stream().map(one -> one.headers().get("Webhook-id")))
                .containsOnly(waiting.event().toString());
        assertThat(sound.received()).hasSize(1);
    }

    @Test
    void aReceiverThatNeverAnswersHoldsUpNobodyAndIsNotSentToTwice() throws Exception {
        Receiver silent = receiver();
        silent.saysNothing();
        Receiver sound = receiver();
        WithSecret stuck = register(silent, RECEIVED);
        WithSecret whole = register(sound, RECEIVED);

        intake.submit(enterprise());
        intake.submit(enterprise());
        Await.settled(log);
        couriers.run();
        Await.until(() -> silent.received().size() == 1);
        Couriers otherNode = new Couriers(rows, secrets, posting, transaction, clock);
        otherNode.run();
        couriers.run();
        Await.until(() -> states(whole).equals(List.of("DELIVERED", "DELIVERED")));
        Await.until(() -> deliveries(stuck).stream().anyMatch(one -> one.outcome() != null));

        otherNode.destroy();
        assertThat(silent.received()).hasSize(1);
        assertThat(deliveries(stuck).stream().map(Delivery::outcome))
                .containsExactlyInAnyOrder("TOO_SLOW", null);
    }

    @Test
    void afterTheLastFailureTheEndpointStopsUntilSomebodyResumesIt() throws Exception {
        Receiver receiver = receiver();
        receiver.answers(503);
        WithSecret made = register(receiver, RECEIVED);
        intake.submit(enterprise());
        Await.settled(log);
        for (int done = 1; done <= 10; done++) {
            int tries = done;
            sendUntil(() -> tries(made) == tries);
            clock.forward(Duration.ofHours(24));
        }
        Await.until(() -> endpoint(made).state() == Endpoint.State.FAILED);
        assertThat(states(made)).containsExactly("GIVEN_UP");
        assertThat(receiver.received()).hasSize(10);

        intake.submit(enterprise());
        Await.settled(log);
        receiver.answers(204);
        endpoints.resume(applicant, made.endpoint().id(), ANY);
        sendUntil(() -> states(made).contains("DELIVERED"));
        endpoints.resend(applicant, deliveries(made).getLast().id());
        sendUntil(() -> states(made).equals(List.of("DELIVERED", "DELIVERED")));
        assertThat(receiver.received()).hasSize(12);
    }

    @Test
    void whatHappensDuringAPauseIsSentAfterwardsUnderTheNewSecret() throws Exception {
        Receiver receiver = receiver();
        WithSecret made = register(receiver, RECEIVED);
        endpoints.pause(applicant, made.endpoint().id(), ANY);
        intake.submit(enterprise());
        Await.settled(log);
        couriers.run();
        WithSecret renewed = endpoints.renew(applicant, made.endpoint().id(), ANY);
        assertThat(renewed.secret()).isNotEqualTo(made.secret());
        assertThat(receiver.received()).isEmpty();

        endpoints.resume(applicant, made.endpoint().id(), ANY);
        sendUntil(() -> states(made).contains("DELIVERED"));

        Received one = receiver.received().getFirst();
        assertThat(one.headers())
                .containsEntry(
                        "Webhook-signature",
                        Signature.of(
                                renewed.secret(),
                                String.valueOf(one.headers().get("Webhook-id")),
                                Long.parseLong(
                                        String.valueOf(one.headers().get("Webhook-timestamp"))),
                                one.body()));
        endpoints.remove(applicant, made.endpoint().id(), ANY);
        refuses("webhook-endpoint-unknown", () -> endpoints.one(applicant, made.endpoint().id()));
    }

    @Test
    void whoCannotBeSentToReadsByCursorAndNobodyReadsWhatIsAnothers() {
        UUID first = intake.submit(enterprise());
        intake.decide(first);
        UUID second = intake.submit(enterprise());
        Actor other = somebody(newEnterprise());
        Await.settled(log);

        Page<CloudEvent> page = endpoints.events(applicant, null, 2);
        assertThat(page.items()).extracting(CloudEvent::type).containsExactly(RECEIVED, DECIDED);
        Page<CloudEvent> rest = endpoints.events(applicant, Cursor.parse(page.next(), 1), 2);
        assertThat(rest.items()).extracting(CloudEvent::subject).containsExactly(second.toString());
        Page<CloudEvent> later = endpoints.events(applicant, Cursor.parse(rest.next(), 1), 2);
        assertThat(later.items()).isEmpty();
        assertThat(later.next()).isEqualTo(rest.next());
        assertThat(endpoints.events(other, null, 2).items()).isEmpty();

        merging.passOn(enterprise(), enterprise(other), SmallIntake.DAY);
        assertThat(endpoints.events(other, null, 9).items()).hasSize(3);
        clock.forward(Duration.ofDays(31));
        telling.forgetOld();
        assertThat(endpoints.events(other, null, 9).items()).isEmpty();
    }

    @Test
    void anEndpointIsTheEnterprisesOwnAndSeenByNobodyElse() throws Exception {
        Receiver receiver = receiver();
        WithSecret made = register(receiver, RECEIVED);
        UUID id = made.endpoint().id();
        intake.submit(enterprise());
        Await.settled(log);
        UUID delivery = deliveries(made).getFirst().id();
        Actor other = somebody(newEnterprise());
        Actor steward = new Actor(UUID.randomUUID(), Role.STEWARD, SmallIntake.PLACE, null, null);

        assertThat(endpoints.all(applicant, null, 9).items()).containsExactly(made.endpoint());
        assertThat(endpoints.all(other, null, 9).items()).isEmpty();
        assertThat(Sight.ofEnterprise(enterprise()).during(() -> rows.byId(id))).isPresent();
        assertThat(Sight.ofEnterprise(enterprise(other)).during(() -> rows.byId(id))).isEmpty();
        for (ThrowingCallable act :
                List.<ThrowingCallable>of(
                        () -> endpoints.one(other, id),
                        () -> endpoints.pause(other, id, ANY),
                        () -> endpoints.resume(other, id, ANY),
                        () -> endpoints.renew(other, id, ANY),
                        () -> endpoints.remove(other, id, ANY),
                        () -> endpoints.deliveries(other, id, null, 9))) {
            refuses("webhook-endpoint-unknown", act);
        }
        refuses("webhook-delivery-unknown", () -> endpoints.resend(other, delivery));
        refuses("role-may-not", () -> endpoints.all(steward, null, 9));
        for (byte[] kept :
                jdbc.sql("select secret from webhooks.endpoint").query(byte[].class).list()) {
            assertThat(new String(kept, StandardCharsets.ISO_8859_1)).doesNotContain(made.secret());
        }
    }

    @Test
    void refusesWhatIsNoAddressOrNoEvent() {
        for (String url :
                List.of(
                        "hooks",
                        "ftp://hooks.example/",
                        "https://",
                        "https://user:word@hooks.example/",
                        "https://hooks.example/#part",
                        "https://hooks.example:0/",
                        "https://hooks.example/" + "x".repeat(500))) {
            refuses("webhook-url", () -> endpoints.register(applicant, url, List.of(RECEIVED)));
        }
        for (String url :
                List.of("https://10.0.0.1/", "https://[::ffff:192.168.0.1]/", "http://1.1.1.1/")) {
            refuses(
                    "webhook-address-refused",
                    () -> endpoints.register(applicant, url, List.of(RECEIVED)));
        }
        String here = "http://127.0.0.1:9/";
        refuses("webhook-kinds", () -> endpoints.register(applicant, here, List.of()));
        refuses("event-kind-wrong", () -> endpoints.register(applicant, here, List.of("all")));
        for (int i = 0; i < 20; i++) {
            endpoints.register(applicant, here, List.of(RECEIVED));
        }
        refuses(
                "webhook-endpoints-enough",
                () -> endpoints.register(applicant, here, List.of(RECEIVED)));
    }

    @Test
    void whatIsToldTwiceIsSentOnce() throws Exception {
        WithSecret made = register(receiver(), RECEIVED);
        UUID application = intake.submit(enterprise());
        Happening same =
                new Happening(
                        UUID.randomUUID(),
                        clock.instant(),
                        Kind.APPLICATION_RECEIVED,
                        application,
                        SmallIntake.PLACE,
                        java.util.Map.of());
        Await.settled(log);
        telling.tell(same);
        telling.tell(same);

        assertThat(deliveries(made)).hasSize(2);
    }

    @Test
    void pagesRegisterShowAndSendAgain() throws Exception {
        assertThat(page("/console/webhooks")).contains("还没有接收地址", "公网 https 地址");
        MvcResult refused =
                web.perform(asApplicant(post("/console/webhooks")).param("url", "http://1.1.1.1/"))
                        .andReturn();
        assertThat(refused.getResponse().getRedirectedUrl()).isEqualTo("/console/webhooks");
        MvcResult made =
                web.perform(
                                asApplicant(post("/console/webhooks"))
                                        .param("url", "http://127.0.0.1:9/hooks")
                                        .param("kinds", RECEIVED, DECIDED))
                        .andReturn();
        String own = String.valueOf(made.getResponse().getRedirectedUrl());
        assertThat(String.valueOf(made.getFlashMap().get("secret"))).startsWith("whsec_");
        intake.submit(enterprise());
        Await.settled(log);
        sendUntil(() -> page(own).contains("连接不上或中断"));

        assertThat(page(own)).contains("http://127.0.0.1:9/hooks", "推送中", "收件", "待推送", "重新推送");
        assertThat(page(own + "?lang=en")).contains("No connection", "Waiting", "Send again");
        assertThat(page("/console/webhooks?lang=zh-CN")).contains("推送中", "收件、", "作出决定");
        MvcResult stale =
                web.perform(asApplicant(post(own + "/pause")).param("version", "7")).andReturn();
        assertThat(stale.getResponse().getRedirectedUrl()).isEqualTo(own);
        web.perform(asApplicant(post(own + "/pause")).param("version", "0"));
        assertThat(page(own)).contains("已暂停");
    }

    private String page(String path) throws Exception {
        MockHttpServletResponse answer =
                web.perform(asApplicant(get(path))).andReturn().getResponse();
        assertThat(answer.getStatus()).isEqualTo(200);
        String text = answer.getContentAsString(StandardCharsets.UTF_8);
        assertThat(text).doesNotContain("??");
        return text;
    }

    private MockHttpServletRequestBuilder asApplicant(MockHttpServletRequestBuilder request) {
        return request.requestAttr("actor", applicant);
    }

    private void sendUntil(java.util.concurrent.Callable<Boolean> condition) {
        Await.until(
                () -> {
                    couriers.run();
                    return condition.call();
                });
    }

    private Receiver receiver() throws IOException {
        Receiver receiver = new Receiver();
        receivers.add(receiver);
        return receiver;
    }

    private WithSecret register(Receiver receiver, String... kinds) {
        return endpoints.register(applicant, receiver.url(), List.of(kinds));
    }

    private Endpoint endpoint(WithSecret made) {
        return endpoints.one(applicant, made.endpoint().id());
    }

    private List<Delivery> deliveries(WithSecret made) {
        return endpoints.deliveries(applicant, made.endpoint().id(), null, 9).items();
    }

    private List<String> states(WithSecret made) {
        return deliveries(made).stream().map(Delivery::state).toList();
    }

    private int tries(WithSecret made) {
        return deliveries(made).getFirst().tries();
    }

    private UUID enterprise() {
        return enterprise(applicant);
    }

    private static UUID enterprise(Actor actor) {
        return java.util.Objects.requireNonNull(actor.enterprise());
    }

    private static Actor somebody(UUID enterprise) {
        return new Actor(UUID.randomUUID(), Role.APPLICANT, SmallIntake.PLACE, null, enterprise);
    }

    private UUID newEnterprise() {
        UUID id = UUID.randomUUID();
        String code = "91140502M%08d".formatted(MADE.incrementAndGet());
        int sum = 0;
        int weight = 1;
        for (char c : code.toCharArray()) {
            sum += ALPHABET.indexOf(c) * weight;
            weight = weight * 3 % 31;
        }
        enterprises.add(
                new Enterprise(
                        id,
                        SmallIntake.PLACE,
                        new SocialCreditCode(code + ALPHABET.charAt((31 - sum % 31) % 31)),
                        "接收企业" + MADE.get()));
        return id;
    }

    private static void refuses(String rule, ThrowingCallable act) {
        assertThatThrownBy(act)
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.rule()).isEqualTo(rule));
    }
}
