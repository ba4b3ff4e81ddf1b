package org.xiangmuzhang.steward;

import static org.assertj.core.api.Assertions.assertThat;
import static org.xiangmuzhang.steward.Town.COUNTY;
import static org.xiangmuzhang.steward.Town.ZH;
import static org.xiangmuzhang.steward.Town.refused;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ApplicationContext;
import org.xiangmuzhang.eventlog.LogReader;
import org.xiangmuzhang.kernel.Actor;
import org.xiangmuzhang.kernel.Region;
import org.xiangmuzhang.kernel.Role;
import org.xiangmuzhang.practices.Practice;
import org.xiangmuzhang.steward.port.in.Batching;
import org.xiangmuzhang.steward.port.in.Batching.Change;
import org.xiangmuzhang.steward.port.in.Batching.Deed;
import org.xiangmuzhang.steward.port.in.Batching.Group;
import org.xiangmuzhang.steward.port.in.Happening;
import org.xiangmuzhang.steward.port.in.ProjectSheet;
import org.xiangmuzhang.steward.port.in.Registering;
import org.xiangmuzhang.steward.port.in.Watching;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;

/** Batches of like projects, their shared figures and the decisions on each. */
@SpringBootTest(
        classes = StewardApplication.class,
        webEnvironment = SpringBootTest.WebEnvironment.NONE)
class BatchScenarioTests {

    @Autowired ApplicationContext context;
    @Autowired Batching batching;
    @Autowired Watching watching;
    @Autowired LogReader log;

    private Town town;
    private Town neighbours;
    private UUID project;
    private UUID theirs;

    @BeforeEach
    void begin() {
        neighbours = new Town(context);
        theirs = neighbours.project();
        town = new Town(context);
        project = town.project();
    }

    @Test
    @Practice("PR-248")
    void likeProjectsShareFiguresAndAreDecidedEachByItself() {
        UUID batch = open();
        refused(() -> decide(batch, town.steward, project), "batch-of-one");
        change(batch, neighbours.steward, join(theirs));
        refused(() -> decide(batch, town.steward, project), "batch-without-figures");
        change(batch, town.steward, share("EARTHWORK", "42000"));
        change(batch, neighbours.steward, share("SITE-AREA", "66000.5"));
        decide(batch, town.steward, project);

        assertThat(seen(town.leader, batch))
                .satisfies(
                        group -> {
                            assertThat(group.size()).isEqualTo(2);
                            assertThat(group.members()).hasSize(2);
                            assertThat(group.figures())
                                    .satisfiesExactly(
                                            one -> {
                                                assertThat(one.meaning()).isEqualTo("EARTHWORK");
                                                assertThat(one.value())
                                                        .isEqualByComparingTo("42000");
                                            },
                                            one -> {
                                                assertThat(one.meaning()).isEqualTo("SITE-AREA");
                                                assertThat(one.value())
                                                        .isEqualByComparingTo("66000.5");
                                            });
                        });
        assertThat(watching.project(town.steward, project, null).decidedElsewhere())
                .extracting(ProjectSheet.External::itemCode)
                .containsExactly("SOILWATER-TABLE");
        assertThat(watching.project(neighbours.steward, theirs, null).decidedElsewhere()).isEmpty();
        refused(() -> change(batch, town.steward, share("EARTHWORK", "1")), "batch-figure-used");
        refused(() -> decide(batch, town.steward, project), "batch-decided-already");
        refused(() -> change(batch, town.steward, of(Deed.LEAVE, project)), "batch-member-decided");
        refused(() -> open(), "batch-member-elsewhere");
        refused(() -> open(neighbours, theirs), "batch-member-elsewhere");
        change(batch, neighbours.steward, of(Deed.LEAVE, theirs));
        assertThat(seen(town.leader, batch).size()).isEqualTo(1);
        UUID other = open(neighbours, theirs);
        refused(() -> change(batch, neighbours.steward, join(theirs)), "batch-member-elsewhere");
        assertThat(batching.list(town.leader, theirs, null, 50, ZH))
                .extracting(Group::id)
                .containsExactly(other);
        assertThat(log.ofProject(project, 0, 90))
                .filteredOn(it -> it.type().equals("steward.batch-member-decided"))
                .singleElement()
                .satisfies(
                        it ->
                                assertThat(it.payloadJson())
                                        .contains("EARTHWORK", "42000", "SITE-AREA"));
        assertThat(
                        watching.timeline(town.steward, project, null, 0, 90, ZH).stream()
                                .map(Happening::text))
                .anyMatch(text -> text.startsWith("加入打包审批"))
                .anyMatch(text -> text.startsWith("按共用指标决定"));
    }

    @Test
    void anEnterpriseAndAStewardSeeTheirOwnMembersOnly() {
        UUID batch = open();
        change(batch, neighbours.steward, join(theirs));
        assertThat(seen(neighbours.steward, batch))
                .satisfies(
                        group -> {
                            assertThat(group.size()).isEqualTo(2);
                            assertThat(group.members())
                                    .extracting(Batching.GroupMember::project)
                                    .containsExactly(theirs);
                        });
        Actor stranger = town.hired(Role.APPLICANT, COUNTY, null, UUID.randomUUID());
        refused(() -> seen(stranger, batch), "batch-unknown");
        assertThat(batching.list(stranger, null, null, 50, ZH)).isEmpty();
        assertThat(batching.list(town.applicant, project, null, 50, ZH))
                .extracting(Group::id)
                .containsExactly(batch);
        Actor elsewhere = town.hired(Role.LEADER, new Region("350100"), null, null);
        refused(() -> seen(elsewhere, batch), "batch-unknown");
        refused(() -> change(batch, town.applicant, join(project)), "role-may-not");
        refused(
                () -> change(batch, town.steward, of(Deed.LEAVE, theirs)),
                "not-the-projects-steward");
    }

    @Test
    void refusesWhatIsNoMember() {
        UUID batch = open();
        refused(() -> change(batch, town.steward, join(project)), "batch-member-already");
        Town elsewhere = new Town(context, new Region("140521"));
        UUID far = elsewhere.project();
        Actor city = town.hired(Role.STEWARD, Town.CITY, null, null);
        refused(() -> change(batch, elsewhere.steward, join(far)), "batch-unknown");
        refused(() -> change(batch, city, join(far)), "not-the-projects-steward");
        UUID other = registered("PT-GOV-ROAD");
        refused(() -> change(batch, town.steward, join(other)), "batch-not-like");
        refused(
                () -> change(batch, town.steward, of(Deed.LEAVE, theirs)),
                "not-the-projects-steward");
        refused(() -> change(batch, town.steward, share("LEGAL-REP", "1")), "batch-figure-unknown");
        refused(() -> change(batch, town.steward, share("EARTHWORK", "-1")), "batch-figure");
        refused(
                () -> change(batch, neighbours.steward, share("EARTHWORK", "1")),
                "not-the-projects-steward");
        long version = seen(town.steward, batch).version();
        change(batch, town.steward, share("EARTHWORK", "1"));
        refused(
                () -> batching.change(town.steward, batch, version, share("EARTHWORK", "2")),
                "batch-changed-meanwhile");
    }

    private UUID registered(String type) {
        town.as(town.steward);
        UUID id = UUID.randomUUID();
        context.getBean(Registering.class)
                .register(
                        town.steward,
                        new Registering.Registration(
                                id,
                                COUNTY,
                                null,
                                "城区道路",
                                type,
                                Objects.requireNonNull(town.applicant.enterprise()),
                                "48",
                                null));
        context.getBean(Registering.class)
                .appoint(
                        town.steward,
                        id,
                        watching.project(town.steward, id, null).version(),
                        town.steward.person(),
                        null);
        return id;
    }

    private UUID open() {
        return open(town, project);
    }

    private UUID open(Town where, UUID of) {
        UUID id = UUID.randomUUID();
        where.as(where.steward);
        batching.open(where.steward, id, of);
        return id;
    }

    private Group seen(Actor by, UUID batch) {
        return batching.batch(by, batch, ZH);
    }

    private void change(UUID batch, Actor by, Change change) {
        town.as(by);
        batching.change(by, batch, -1, change);
    }

    private static Change of(Deed deed, @Nullable UUID project) {
        return new Change(deed, project, null, null, null, null, null, null);
    }

    private static Change join(UUID project) {
        return of(Deed.JOIN, project);
    }

    private static Change share(String meaning, String value) {
        return new Change(Deed.SHARE, null, meaning, new BigDecimal(value), null, null, null, null);
    }

    private void decide(UUID batch, Actor by, UUID of) {
        town.as(by);
        change(
                batch,
                by,
                new Change(
                        Deed.DECIDE,
                        of,
                        null,
                        null,
                        "SOILWATER-TABLE",
                        "城水许〔2026〕9号",
                        LocalDate.of(2026, 11, 2),
                        town.file(by)));
    }
}
