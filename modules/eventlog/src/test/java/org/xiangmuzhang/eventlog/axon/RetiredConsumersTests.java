package org.xiangmuzhang.eventlog.axon;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.DefaultApplicationArguments;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.xiangmuzhang.eventlog.ConsumerProgress;
import org.xiangmuzhang.eventlog.LogReader;
import org.xiangmuzhang.eventlog.ParkedEvents;

import java.util.UUID;

/** What an earlier release's consumers left behind counts for nothing, and goes after its time. */
@SpringBootTest
class RetiredConsumersTests {

    @Autowired JdbcClient jdbc;
    @Autowired LogReader log;
    @Autowired ParkedEvents parked;
    @Autowired RetiredConsumers retired;

    @Test
    void aConsumerOfAnotherReleaseIsNotCountedAndStaysWhileSomeNodeHoldsIt() {
        leave("test.lately", 29);
        leave("test.long-ago", 31);

        assertThat(log.consumers())
                .extracting(ConsumerProgress::consumer)
                .contains("test.counts", "test.sums")
                .doesNotContain("test.lately", "test.long-ago");
        assertThat(parked.count()).isZero();
        assertThat(parked.waiting(0, 10)).isEmpty();

        retired.run(new DefaultApplicationArguments());

        assertThat(left("token")).isEqualTo(1);
        assertThat(left("parked")).isEqualTo(1);
        assertThat(log.consumers()).extracting(ConsumerProgress::consumer).contains("test.counts");
    }

    /** A position nobody has held for some days, and an event parked behind it. */
    private void leave(String consumer, int days) {
        UUID subject = UUID.randomUUID();
        jdbc.sql(
                        """
                        insert into eventlog.event (event_id, recorded_at, payload_type,
                            payload_revision, payload, metadata, subject, region)
                        values (?, now(), 'test.forgotten', '1', '{}', '{}', ?, '340100')
                        """)
                .params(subject, subject)
                .update();
        jdbc.sql(
                        """
                        insert into eventlog.token (processor_name, segment, token, timestamp)
                        values (?, 0, '{"globalIndex": 0}', (now() - make_interval(days => ?))::text)
                        """)
                .params(consumer, days)
                .update();
        jdbc.sql(
                        """
                        insert into eventlog.parked
                            (processor_name, global_index, subject, region, parked_at)
                        select ?, global_index, subject, region, now() from eventlog.event
                         where subject = ?
                        """)
                .params(consumer, subject)
                .update();
    }

    private int left(String table) {
        return jdbc.sql(
                        "select count(*) from eventlog."
                                + table
                                + " where processor_name in ('test.lately', 'test.long-ago')")
                .query(Integer.class)
                .single();
    }
}
