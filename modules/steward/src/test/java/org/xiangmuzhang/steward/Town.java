package org.xiangmuzhang.steward;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;
import org.xiangmuzhang.files.Files;
import org.xiangmuzhang.kernel.Actor;
import org.xiangmuzhang.kernel.Refusal;
import org.xiangmuzhang.kernel.Region;
import org.xiangmuzhang.kernel.Role;
import org.xiangmuzhang.kernel.SocialCreditCode;
import org.xiangmuzhang.kernel.WorkingDays;
import org.xiangmuzhang.parties.Enterprise;
import org.xiangmuzhang.parties.Enterprises;
import org.xiangmuzhang.parties.People;
import org.xiangmuzhang.parties.Person;
import org.xiangmuzhang.parties.Post;
import org.xiangmuzhang.steward.port.in.Entrusting;
import org.xiangmuzhang.steward.port.in.Registering;
import org.xiangmuzhang.steward.port.in.Ticketing;
import org.xiangmuzhang.steward.port.in.Watching;

import java.io.ByteArrayInputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/** A county below its city, with the people of a dispatch, and one enterprise. */
final class Town {

    static final Region COUNTY = new Region("140502");
    static final Region CITY = new Region("140500");
    static final Locale ZH = Locale.SIMPLIFIED_CHINESE;
    private static final SocialCreditCode CODE = new SocialCreditCode("91350100M000100Y43");
    private static final byte[] PDF =
            "%PDF-1.7\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n".getBytes(StandardCharsets.US_ASCII);

    final Actor steward;
    final Actor applicant;
    final Actor unit;
    final Actor otherUnit;
    final Actor leader;
    final Actor cityLeader;
    private final ApplicationContext context;
    private final UUID enterprise;

    final Region county;

    Town(ApplicationContext context) {
        this(context, COUNTY);
    }

    Town(ApplicationContext context, Region county) {
        this.context = context;
        this.county = county;
        enterprise =
                bean(Enterprises.class)
                        .byCode(CODE)
                        .map(Enterprise::id)
                        .orElseGet(
                                () -> {
                                    UUID id = UUID.randomUUID();
                                    bean(Enterprises.class)
                                            .add(new Enterprise(id, CITY, CODE, "沁水新能源有限公司"));
                                    return id;
                                });
        steward = hired(Role.STEWARD, county, null, null);
        applicant = hired(Role.APPLICANT, county, null, enterprise);
        unit = hired(Role.APPROVER, county, "NR", null);
        otherUnit = hired(Role.APPROVER, county, "EE", null);
        leader = hired(Role.LEADER, county, null, null);
        cityLeader = hired(Role.LEADER, CITY, null, null);
        as(steward);
    }

    <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    void as(Actor actor) {
        bean(StewardApplication.class).actor = actor;
    }

    Actor hired(Role role, Region region, @Nullable String department, @Nullable UUID enterprise) {
        UUID id = UUID.randomUUID();
        People people = bean(People.class);
        people.add(new Person(id, "u" + id.toString().substring(0, 8), "王" + role, null), null);
        Post post =
                new Post(
                        UUID.randomUUID(),
                        id,
                        role,
                        region,
                        department,
                        enterprise,
                        null,
                        LocalDate.of(2026, 1, 1),
                        null);
        people.assign(post);
        return post.actor();
    }

    /** A project of the enterprise, carried by the steward. */
    UUID project() {
        as(steward);
        UUID project = UUID.randomUUID();
        bean(Registering.class)
                .register(
                        steward,
                        new Registering.Registration(
                                project,
                                county,
                                null,
                                "城区光伏电站",
                                "PT-PV-GROUND",
                                enterprise,
                                "44",
                                new BigDecimal("30000")));
        bean(Registering.class)
                .appoint(
                        steward,
                        project,
                        bean(Watching.class).project(steward, project, null).version(),
                        steward.person(),
                        null);
        return project;
    }

    /** The enterprise lets the steward bring materials for the project. */
    void entrust(UUID project) {
        LocalDate today = WorkingDays.today(bean(StewardApplication.MovableClock.class));
        as(applicant);
        bean(Entrusting.class)
                .sign(
                        applicant,
                        project,
                        -1,
                        new Entrusting.Paper(
                                UUID.randomUUID(),
                                List.of("SUPPLY"),
                                today,
                                today.plusDays(90),
                                null));
        as(steward);
    }

    UUID ticket(Actor by, @Nullable UUID project, @Nullable LocalDate due) {
        as(by);
        UUID id = UUID.randomUUID();
        return bean(Ticketing.class)
                .raise(
                        by,
                        new Ticketing.Problem(
                                id,
                                project,
                                project == null ? county : null,
                                "取电点迟迟不定",
                                "NR",
                                null,
                                due));
    }

    void act(Actor by, UUID ticket, Ticketing.Step step, @Nullable UUID file) {
        as(by);
        bean(Ticketing.class).act(by, ticket, -1, new Ticketing.Act(step, "已经说明", file, null));
    }

    Ticketing.Sheet seen(Actor by, UUID ticket) {
        return bean(Ticketing.class).ticket(by, ticket, ZH);
    }

    UUID file(Actor by) {
        return bean(Files.class).store(county, by, "reply.pdf", new ByteArrayInputStream(PDF)).id();
    }

    static void refused(ThrowingCallable call, String rule) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal ->
                                org.assertj.core.api.Assertions.assertThat(refusal.rule())
                                        .isEqualTo(rule));
    }
}
