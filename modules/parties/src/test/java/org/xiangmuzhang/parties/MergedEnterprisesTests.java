package org.xiangmuzhang.parties;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.xiangmuzhang.database.TestDatabase;
import org.xiangmuzhang.kernel.Region;
import org.xiangmuzhang.kernel.SocialCreditCode;

import java.util.List;
import java.util.UUID;

/** What the tables say of enterprises that were found twice. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MergedEnterprisesTests {

    private static final Region CITY = new Region("140500");

    private JdbcClient jdbc;
    private Enterprises enterprises;
    private int serial;

    @BeforeAll
    void connect() {
        jdbc = JdbcClient.create(TestDatabase.fresh());
        enterprises = new JdbcEnterprises(jdbc);
    }

    @Test
    void oneThatWasMergedIsReachedAsTheKeptOne() {
        Enterprise kept = add("保留一号");
        Enterprise dissolved = add("并入一号");
        merge(dissolved, kept);

        assertThat(enterprises.byId(dissolved.id())).contains(kept);
        assertThat(enterprises.held(dissolved.id())).contains(kept);
        assertThat(enterprises.held(kept.id())).contains(kept);
        assertThat(enterprises.byCode(dissolved.code())).contains(kept);
        assertThat(enterprises.names(List.of(kept.id(), dissolved.id())))
                .containsEntry(kept.id(), "保留一号")
                .containsEntry(dissolved.id(), "保留一号")
                .hasSize(2);
        assertThat(enterprises.held(UUID.randomUUID())).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"晋城明曜（集团）有限公司, 晋城明曜(集团) 有限公司", "晋城沁光有限责任公司, 晋城沁光有限公司", "ＡＢＣ科技·中国, abc科技中国"})
    void namesThatDifferInMarksAndWidthLookAlike(String one, String other) {
        Enterprise first = add(one);
        Enterprise second = add(other);
        assertThat(why(first, second)).containsExactly("NAME");
    }

    @Test
    void anEnterpriseThatIsRenamedIsComparedAnew() {
        Enterprise first = add("甲公司改名前");
        Enterprise second = add("乙公司");
        assertThat(why(first, second)).isEmpty();
        enterprises.rename(second.id(), "甲公司 改名前");
        assertThat(why(first, second)).containsExactly("NAME");
    }

    @Test
    void oneThatResemblesManyIsNotedWithSomeOnly() {
        for (int i = 0; i < 30; i++) {
            add("财政局");
        }
        Enterprise last = add("财政局");
        assertThat(
                        jdbc.sql("select count(*) from parties.look_alike where ? in (one, other)")
                                .param(last.id())
                                .query(Integer.class)
                                .single())
                .isEqualTo(20);
    }

    @Test
    void whoProposedAMergerDoesNotConfirmItAndNobodyChangesADecision() {
        Enterprise kept = add("保留二号");
        Enterprise dissolved = add("并入二号");
        UUID proposer = UUID.randomUUID();
        UUID merger = UUID.randomUUID();
        jdbc.sql(
                        """
                        insert into parties.merger (id, region, kept, dissolved, state, proposed_by,
                            proposed_at, reason)
                        values (?, '140500', ?, ?, 'PROPOSED', ?, now(), ?)
                        """)
                .params(merger, kept.id(), dissolved.id(), proposer, UUID.randomUUID())
                .update();
        assertThatThrownBy(() -> decide(merger, "CONFIRMED", proposer))
                .hasMessageContaining("violates check constraint");
        decide(merger, "REFUSED", UUID.randomUUID());
        assertThatThrownBy(() -> decide(merger, "CONFIRMED", UUID.randomUUID()))
                .hasMessageContaining("a decision is not changed");
    }

    private void decide(UUID merger, String state, UUID by) {
        jdbc.sql(
                        """
                        update parties.merger set state = ?, decided_by = ?, decided_at = now(),
                            decision_reason = ? where id = ?
                        """)
                .params(state, by, UUID.randomUUID(), merger)
                .update();
    }

    private void merge(Enterprise dissolved, Enterprise kept) {
        jdbc.sql("update parties.enterprise set merged_into = ?, merged_at = now() where id = ?")
                .params(kept.id(), dissolved.id())
                .update();
    }

    private List<String> why(Enterprise one, Enterprise other) {
        return jdbc.sql(
                        "select why from parties.look_alike where ? in (one, other) and ? in (one, other)")
                .params(one.id(), other.id())
                .query(String.class)
                .list();
    }

    /** With the one last character that fits (GB 32100). */
    private Enterprise add(String name) {
        String alphabet = "0123456789ABCDEFGHJKLMNPQRTUWXY";
        String beginning = "91140500M%08d".formatted(serial++);
        int sum = 0;
        int weight = 1;
        for (char c : beginning.toCharArray()) {
            sum += alphabet.indexOf(c) * weight;
            weight = weight * 3 % 31;
        }
        Enterprise enterprise =
                new Enterprise(
                        UUID.randomUUID(),
                        CITY,
                        new SocialCreditCode(beginning + alphabet.charAt((31 - sum % 31) % 31)),
                        name);
        enterprises.add(enterprise);
        return enterprise;
    }
}
