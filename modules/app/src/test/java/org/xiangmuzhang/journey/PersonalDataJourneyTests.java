package org.xiangmuzhang.journey;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Nothing that names a person, and no free text, stands in any recorded event. */
class PersonalDataJourneyTests {

    @Test
    void recordedEventsNameNobody() {
        Platform platform = Platform.shared();
        Story story = Story.begin(platform, "140500", "PT-PV-GROUND", "隐私核对电站", "44");
        story.signMandate(platform.today().plusYears(1));
        UUID application = story.submit(false, Map.of("SITE-PREEXAM", "FORMAL"));
        story.as("clerk")
                .post(
                        Story.application(application) + "/correction-notice",
                        Map.of(
                                "materials",
                                List.of(
                                        story.item("SITE-PREEXAM")
                                                .get("materials")
                                                .get(0)
                                                .get("id")
                                                .asString()),
                                "explanation",
                                "请联系张三补交用地勘测图"));
        platform.settle();

        JdbcClient jdbc = platform.bean(JdbcClient.class);
        assertThat(jdbc.sql("select count(*) from parties.remark").query(Long.class).single())
                .isPositive();
        NamesInLog.mustBeNone(platform);
    }

    @Test
    void aNameInAnEventWouldBeSeen() {
        Platform.shared().as("applicant-140500").upload("计划书-李四.txt", "甲".getBytes(UTF_8));

        assertThat(NamesInLog.inPlantedEvents(Platform.shared()))
                .anyMatch(found -> found.startsWith("payload: "))
                .anyMatch(found -> found.startsWith("metadata: "));
    }
}
