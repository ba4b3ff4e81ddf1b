package org.xiangmuzhang.journey;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Nothing that names a person, and no free text, stands in any recorded event. */
class PersonalDataJourneyTests {

    private static final String NAMED_IN_AN_EVENT =
            """
            select e.payload_type || ': ' || t.text
              from eventlog.event e
              join (select name as text from parties.person
                    union all select phone from parties.person where phone is not null
                    union all select login from parties.person
                    union all select name from parties.enterprise
                    union all select text from parties.remark) t
                on position(t.text in e.payload::text || e.metadata::text) > 0
            """;

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
        assertThat(jdbc.sql(NAMED_IN_AN_EVENT).query(String.class).list()).isEmpty();
    }

    @Test
    void aNameInAnEventWouldBeSeen() {
        JdbcClient jdbc = Platform.shared().bean(JdbcClient.class);
        String planted = NAMED_IN_AN_EVENT.replace("eventlog.event e", "planted e");
        List<String> found =
                jdbc.sql(
                                "with planted as (select 'planted' as payload_type, name as"
                                        + " payload, '' as metadata from parties.person limit 1) "
                                        + planted)
                        .query(String.class)
                        .list();
        assertThat(found).isNotEmpty();
    }
}
