package org.xiangmuzhang.steward;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
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
import org.xiangmuzhang.steward.port.in.Happening;
import org.xiangmuzhang.steward.port.in.Registering;
import org.xiangmuzhang.steward.port.in.Watching;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

/** Projects of one enterprise in a city, with those who carry them. */
abstract class CarriedProjects {

    static final Region REGION = new Region("140500");
    static final String TYPE = "PT-PV-GROUND";
    static final String ITEM = "SITE-PREEXAM";
    private static final AtomicInteger SERIAL = new AtomicInteger(500_000);
    private static final SocialCreditCode CODE = new SocialCreditCode("91350100M000100Y43");

    @Autowired StewardApplication application;
    @Autowired StewardApplication.MovableClock clock;
    @Autowired Registering registering;
    @Autowired Watching watching;
    @Autowired People people;
    @Autowired Enterprises enterprises;

    UUID enterprise = UUID.randomUUID();
    Actor steward = new Actor(UUID.randomUUID(), Role.STEWARD, REGION, null, null);
    Actor applicant = steward;
    Actor leader = steward;

    @BeforeEach
    void people() {
        enterprise =
                enterprises
                        .byCode(CODE)
                        .map(Enterprise::id)
                        .orElseGet(
                                () -> {
                                    enterprises.add(
                                            new Enterprise(enterprise, REGION, CODE, "沁水新能源有限公司"));
                                    return enterprise;
                                });
        applicant = new Actor(UUID.randomUUID(), Role.APPLICANT, REGION, null, enterprise);
        steward = hired(Role.STEWARD, "李项目", null);
        leader = hired(Role.LEADER, "周主任", null);
        application.actor = steward;
    }

    /** A project that the steward carries. */
    UUID begun() {
        UUID project = registered();
        registering.appoint(steward, project, -1, steward.person(), null);
        return project;
    }

    UUID registered() {
        return registered(REGION);
    }

    UUID registered(Region region) {
        UUID project = UUID.randomUUID();
        registering.register(
                steward,
                new Registering.Registration(
                        project,
                        region,
                        "2611-%s-04-01-%06d".formatted(region.code(), SERIAL.incrementAndGet()),
                        "沁水光伏 100 MW",
                        TYPE,
                        enterprise,
                        "44",
                        null));
        return project;
    }

    Actor hired(Role role, String name, @Nullable String department) {
        return hired(role, REGION, name, department);
    }

    Actor hired(Role role, Region region, String name, @Nullable String department) {
        UUID id = UUID.randomUUID();
        people.add(new Person(id, "u" + id.toString().substring(0, 8), name, null), null);
        Post post =
                new Post(
                        UUID.randomUUID(),
                        id,
                        role,
                        region,
                        department,
                        null,
                        null,
                        LocalDate.of(2026, 1, 1),
                        null);
        people.assign(post);
        return post.actor();
    }

    List<Happening> timeline(UUID project) {
        return timeline(project, leader);
    }

    List<Happening> timeline(UUID project, Actor reader) {
        return watching.timeline(reader, project, null, 0, 200, Locale.SIMPLIFIED_CHINESE);
    }

    LocalDate today() {
        return WorkingDays.today(clock);
    }

    static void refused(ThrowingCallable act, String rule) {
        assertThatThrownBy(act)
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.rule()).isEqualTo(rule));
    }
}
