package org.xiangmuzhang.steward;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.xiangmuzhang.steward.Town.COUNTY;
import static org.xiangmuzhang.steward.Town.ZH;
import static org.xiangmuzhang.steward.Town.refused;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ApplicationContext;
import org.xiangmuzhang.eventlog.LogEntry;
import org.xiangmuzhang.eventlog.LogReader;
import org.xiangmuzhang.kernel.Actor;
import org.xiangmuzhang.kernel.Region;
import org.xiangmuzhang.kernel.Role;
import org.xiangmuzhang.parties.privacy.Retained;
import org.xiangmuzhang.practices.Practice;
import org.xiangmuzhang.steward.port.in.Happening;
import org.xiangmuzhang.steward.port.in.KeepingBooks;
import org.xiangmuzhang.steward.port.in.KeepingBooks.Entry;
import org.xiangmuzhang.steward.port.in.KeepingBooks.PaidBy;
import org.xiangmuzhang.steward.port.in.KeepingBooks.Volume;
import org.xiangmuzhang.steward.port.in.KeepingBooks.Work;
import org.xiangmuzhang.steward.port.in.ProjectSheet;
import org.xiangmuzhang.steward.port.in.Recording;
import org.xiangmuzhang.steward.port.in.SeeingActs;
import org.xiangmuzhang.steward.port.in.Watching;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** Books of bundled assessments, from the commission to the reply, and what they saved. */
@SpringBootTest(
        classes = StewardApplication.class,
        webEnvironment = SpringBootTest.WebEnvironment.NONE)
class BookScenarioTests {

    private static final Region LINGCHUAN = new Region("140524");
    private static final String BUNDLE = "PKG-ONE-BOOK-5";
    private static final List<String> FIVE =
            List.of(
                    "EIA-TABLE",
                    "SOILWATER-REPORT",
                    "ENERGY-REVIEW",
                    "FLOOD-IMPACT",
                    "WATER-INTAKE");

    @Autowired ApplicationContext context;
    @Autowired KeepingBooks keeping;
    @Autowired Watching watching;
    @Autowired Recording recording;
    @Autowired SeeingActs acts;
    @Autowired LogReader log;
    @Autowired List<Retained> retained;

    private Town town;
    private UUID project;
    private Actor water;
    private Actor energy;

    @BeforeEach
    void begin() {
        town = new Town(context);
        project = town.project();
        town.entrust(project);
        water = town.hired(Role.APPROVER, COUNTY, "WATER", null);
        energy = town.hired(Role.HEAD, COUNTY, "NDRC", null);
    }

    @Test
    @Practice("PR-001")
    void fiveAssessmentsAreOneBookWithOneCommissionOneReviewAndOneReplyThatCountsForAll() {
        UUID book = open(town, project, FIVE);
        refused(() -> say(water, book, Work.AGREE, "WATER-INTAKE"), "book-without-commission");
        commission(town, book, PaidBy.GOVERNMENT);
        refused(() -> say(town.otherUnit, book, Work.AGREE, "EIA-TABLE"), "book-data-missing");
        data(town, book);
        assertThat(seen(town.steward, book).data())
                .filteredOn(it -> it.meaning().equals("SITE-AREA"))
                .singleElement()
                .satisfies(it -> assertThat(it.items()).containsExactlyInAnyOrderElementsOf(FIVE));

        say(town.otherUnit, book, Work.AGREE, "EIA-TABLE");
        for (String item : List.of("SOILWATER-REPORT", "FLOOD-IMPACT", "WATER-INTAKE")) {
            say(water, book, Work.AGREE, item);
        }
        say(energy, book, Work.OBJECT, "ENERGY-REVIEW");
        refused(() -> reply(town, book), "book-not-agreed");
        say(energy, book, Work.AGREE, "ENERGY-REVIEW");
        for (String item : FIVE) {
            cost(town, book, item, "30000", "20000", "0");
        }
        reply(town, book);

        Volume done = seen(town.applicant, book);
        assertThat(done.payer()).isEqualTo("GOVERNMENT");
        assertThat(done.agency()).isEqualTo("晋城环评院");
        assertThat(done.documentNumber()).isEqualTo("晋市审批〔2026〕7号");
        assertThat(done.government()).isEqualByComparingTo("100000");
        assertThat(done.saved()).isEqualByComparingTo("150000");
        assertThat(watching.project(town.steward, project, null).decidedElsewhere())
                .extracting(ProjectSheet.External::itemCode)
                .containsExactlyInAnyOrderElementsOf(FIVE);
        refused(() -> datum(town.steward, book, "SITE-AREA", "1"), "book-replied");
        refused(() -> say(water, book, Work.OBJECT, "WATER-INTAKE"), "book-replied");
        refused(() -> withdraw(town.steward, book, "重新编制"), "book-replied");
        assertThat(
                        watching.timeline(town.steward, project, null, 0, 90, ZH).stream()
                                .map(Happening::text))
                .anyMatch(text -> text.startsWith("一本制批文 晋市审批〔2026〕7号"))
                .anyMatch(text -> text.contains("政府支付 20000 元"));
        assertThat(log.ofProject(project, 0, 90))
                .extracting(LogEntry::payloadJson)
                .noneMatch(payload -> payload.contains("环评院") || payload.contains("年产"));
    }

    @Test
    void aChangedDatumMarksTheOpinionsThatUsedItAsToBeGivenAgain() {
        UUID book = open(town, project, List.of("EIA-TABLE", "ENERGY-REVIEW", "SOILWATER-REPORT"));
        commission(town, book, PaidBy.SHARED);
        data(town, book);
        say(town.otherUnit, book, Work.AGREE, "EIA-TABLE");
        say(energy, book, Work.AGREE, "ENERGY-REVIEW");
        say(water, book, Work.AGREE, "SOILWATER-REPORT");

        datum(town.applicant, book, "ENERGY-USE", "5200");
        assertThat(again(book)).containsExactly("ENERGY-REVIEW");
        datum(town.applicant, book, "SITE-AREA", "66000");
        assertThat(again(book))
                .containsExactlyInAnyOrder("EIA-TABLE", "ENERGY-REVIEW", "SOILWATER-REPORT");
        refused(() -> datum(town.steward, book, "SITE-AREA", "66000"), "book-datum-as-it-was");
        refused(() -> reply(town, book), "book-not-agreed");
        say(energy, book, Work.AGREE, "ENERGY-REVIEW");
        assertThat(again(book)).containsExactlyInAnyOrder("EIA-TABLE", "SOILWATER-REPORT");
        assertThat(
                        watching.timeline(town.steward, project, null, 0, 90, ZH).stream()
                                .map(Happening::text))
                .anyMatch(text -> text.contains("须重新出意见：固定资产投资项目节能审查"));
    }

    /** The county's five projects of the published case. */
    @Test
    @Practice("PR-002")
    void fiveProjectsOfOneCountySave498000YuanThatTheGovernmentPays() {
        Town county = new Town(context, LINGCHUAN);
        Actor waterOfCounty = county.hired(Role.APPROVER, LINGCHUAN, "WATER", null);
        List<String> saved = List.of("98000", "120000", "85000", "95000", "100000");
        for (String amount : saved) {
            UUID one = county.project();
            county.entrust(one);
            UUID book = open(county, one, List.of("EIA-TABLE", "SOILWATER-REPORT"));
            commission(county, book, PaidBy.GOVERNMENT);
            data(county, book);
            say(county.otherUnit, book, Work.AGREE, "EIA-TABLE");
            say(waterOfCounty, book, Work.AGREE, "SOILWATER-REPORT");
            cost(county, book, "EIA-TABLE", "40000", "36000", "0");
            BigDecimal rest = new BigDecimal(amount).subtract(new BigDecimal("40000"));
            cost(county, book, "SOILWATER-REPORT", rest.toPlainString(), "30000", "0");
            assertThat(seen(county.applicant, book).saved()).isEqualByComparingTo(amount);
            reply(county, book);
        }

        KeepingBooks.Savings savings = keeping.savings(county.leader, LINGCHUAN, 2026, ZH);

        assertThat(savings.saved()).isEqualByComparingTo("498000");
        assertThat(savings.government()).isEqualByComparingTo("330000");
        assertThat(savings.places())
                .singleElement()
                .satisfies(
                        place -> {
                            assertThat(place.regionName()).isEqualTo("陵川县");
                            assertThat(place.year()).isEqualTo(2026);
                            assertThat(place.saved()).isEqualByComparingTo("498000");
                        });
        assertThat(savings.projects())
                .hasSize(5)
                .extracting(KeepingBooks.Saving::saved)
                .isSortedAccordingTo((one, other) -> other.compareTo(one));
        assertThat(keeping.savings(county.leader, LINGCHUAN, 2025, ZH).saved()).isZero();
        assertThat(keeping.savings(county.cityLeader, Town.CITY, null, ZH).places())
                .anyMatch(place -> place.region().equals(LINGCHUAN));
        refused(() -> keeping.savings(county.leader, COUNTY, null, ZH), "region-not-yours");
        refused(() -> keeping.savings(county.applicant, LINGCHUAN, null, ZH), "role-may-not");
    }

    @Test
    void refusesWhatIsNoBook() {
        refused(() -> open(town, project, List.of("EIA-TABLE")), "book-items");
        refused(() -> open(town, project, List.of("EIA-TABLE", "EIA-TABLE")), "book-items");
        refused(() -> open(town, project, List.of("EIA-TABLE", "EIA-REPORT")), "book-alternatives");
        refused(() -> open(town, project, List.of("EIA-TABLE", "POWER-CONN")), "book-item-unknown");
        refused(
                () -> keeping.open(town.steward, UUID.randomUUID(), project, "PKG-FOURCERT", FIVE),
                "book-bundle-unknown");
        assertThat(keeping.bundles(COUNTY, ZH))
                .extracting(KeepingBooks.Bundle::code)
                .contains(BUNDLE, "PKG-ONE-BOOK-YC")
                .doesNotContain("PKG-REGIONAL-6", "PKG-REGION-PACK");
        for (String regional : List.of("PKG-REGIONAL-6", "PKG-REGION-PACK")) {
            refused(
                    () ->
                            keeping.open(
                                    town.steward,
                                    UUID.randomUUID(),
                                    project,
                                    regional,
                                    List.of("EIA-TABLE", "SOILWATER-TABLE")),
                    "book-bundle-unknown");
        }
        UUID book = open(town, project, FIVE);
        refused(() -> open(town, project, FIVE), "book-item-open-already");
        refused(() -> datum(town.steward, book, "AGENT-PHONE", "1"), "book-datum-unknown");
        refused(() -> datum(town.steward, book, "HEIGHT", "1"), "book-datum-unknown");
        refused(() -> datum(town.steward, book, "SITE-AREA", "很大"), "book-datum-form");
        refused(() -> cost(town, book, "EIA-TABLE", "1", "0", "0"), "book-without-commission");
        commission(town, book, PaidBy.GOVERNMENT);
        refused(() -> cost(town, book, "EIA-TABLE", "1", "0", "2"), "book-cost-above");
        refused(() -> cost(town, book, "EIA-TABLE", "2", "0", "1"), "book-cost-payer");
        refused(() -> cost(town, book, "EIA-TABLE", "-2", "0", "0"), "book-cost");
        refused(() -> cost(town, book, "EIA-TABLE", "2.001", "0", "0"), "book-cost");
        refused(() -> cost(town, book, "POWER-CONN", "2", "0", "0"), "book-chapter-unknown");
        long version = seen(town.steward, book).version();
        datum(town.steward, book, "SITE-AREA", "1");
        refused(
                () -> keeping.enter(town.steward, book, version, datum("SITE-AREA", "2")),
                "book-changed-meanwhile");
    }

    @Test
    void noBookIsOpenedForWhatIsDecidedAlready() {
        town.as(town.steward);
        recording.decidedElsewhere(
                town.steward,
                project,
                -1,
                new Recording.ExternalDecision(
                        "EIA-TABLE",
                        "晋市环审〔2026〕3号",
                        LocalDate.of(2026, 11, 2),
                        town.file(town.steward),
                        null));
        refused(
                () -> open(town, project, List.of("EIA-TABLE", "SOILWATER-REPORT")),
                "book-item-decided");
        open(town, project, List.of("ENERGY-REVIEW", "SOILWATER-REPORT"));
    }

    @Test
    void aWithdrawnBookFreesItsItemsStaysReadableAndCountsNothing() {
        BigDecimal before = saved();
        UUID book = open(town, project, FIVE);
        commission(town, book, PaidBy.GOVERNMENT);
        cost(town, book, "EIA-TABLE", "30000", "20000", "0");
        assertThat(seen(town.steward, book).saved()).isEqualByComparingTo("30000");
        assertThat(saved()).as("without a reply").isEqualByComparingTo(before);
        assertThat(seen(town.steward, book).open()).contains(Work.WITHDRAW);
        assertThat(seen(town.applicant, book).open()).doesNotContain(Work.WITHDRAW);
        refused(() -> withdraw(water, book, "不做了"), "role-may-not");
        refused(() -> withdraw(town.steward, book, ""), "remark-length");
        withdraw(town.steward, book, "改为单独办理");

        Volume gone = seen(town.applicant, book);
        assertThat(gone.withdrawn()).isEqualTo("改为单独办理");
        assertThat(gone.withdrawnOn()).isNotNull();
        assertThat(gone.saved()).isNull();
        assertThat(gone.chapters()).hasSize(5);
        assertThat(seen(town.steward, book).open()).isEmpty();
        assertThat(saved()).isEqualByComparingTo(before);
        refused(() -> datum(town.applicant, book, "SITE-AREA", "1"), "book-withdrawn");
        refused(() -> cost(town, book, "EIA-TABLE", "1", "0", "0"), "book-withdrawn");
        refused(() -> withdraw(town.steward, book, "再撤一次"), "book-withdrawn");
        assertThat(keeping.list(town.steward, new KeepingBooks.Shelf(true, project, null, 9), ZH))
                .isEmpty();
        open(town, project, FIVE);
        assertThat(
                        watching.timeline(town.steward, project, null, 0, 90, ZH).stream()
                                .map(Happening::text))
                .anyMatch(text -> text.startsWith("撤回一本制"));
        assertThat(log.ofProject(project, 0, 90))
                .extracting(LogEntry::payloadJson)
                .noneMatch(payload -> payload.contains("单独办理"));
    }

    @Test
    void theStewardEntersDataUnderAMandateAloneAndTheEnterpriseSeesIt() {
        UUID bare = town.project();
        UUID book = open(town, bare, List.of("EIA-TABLE", "ENERGY-REVIEW"));
        refused(() -> datum(town.steward, book, "SITE-AREA", "1"), "mandate-missing");
        datum(town.applicant, book, "SITE-AREA", "1");
        town.entrust(bare);
        datum(town.steward, book, "SITE-AREA", "2");
        assertThat(acts.acts(town.applicant, bare, null, 10))
                .extracting(SeeingActs.Act::act, SeeingActs.Act::items, SeeingActs.Act::refused)
                .containsExactlyInAnyOrder(
                        tuple("SUPPLY", List.of("EIA-TABLE", "ENERGY-REVIEW"), "mandate-missing"),
                        tuple("SUPPLY", List.of("EIA-TABLE", "ENERGY-REVIEW"), null));
    }

    private BigDecimal saved() {
        return keeping.savings(town.leader, COUNTY, null, ZH).saved();
    }

    private void withdraw(Actor by, UUID book, String why) {
        town.as(by);
        keeping.enter(
                by,
                book,
                -1,
                new Entry(
                        Work.WITHDRAW, null, null, null, null, null, null, null, null, null, why));
    }

    @Test
    void othersSeeNothingAndSayNothing() {
        UUID book = open(town, project, List.of("EIA-TABLE", "ENERGY-REVIEW"));
        commission(town, book, PaidBy.GOVERNMENT);
        data(town, book);
        Town other = new Town(context);
        Actor stranger = town.hired(Role.APPLICANT, COUNTY, null, UUID.randomUUID());
        for (Actor nobody : List.of(other.steward, town.unit, water, stranger)) {
            refused(() -> seen(nobody, book), "book-unknown");
        }
        refused(() -> say(energy, book, Work.AGREE, "EIA-TABLE"), "book-chapter-not-yours");
        refused(() -> say(town.applicant, book, Work.AGREE, "EIA-TABLE"), "book-chapter-not-yours");
        refused(
                () -> keeping.enter(town.applicant, book, -1, costs("EIA-TABLE", "1", "0", "0")),
                "role-may-not");
        assertThat(seen(energy, book).data())
                .extracting(KeepingBooks.Datum::meaning)
                .contains("ENERGY-USE")
                .doesNotContain("EMISSIONS");
    }

    @Test
    void whatWasWrittenGoesWithTheTextsOfAnOldProject() {
        UUID book = open(town, project, List.of("EIA-TABLE", "ENERGY-REVIEW"));
        commission(town, book, PaidBy.GOVERNMENT);
        data(town, book);
        retained.stream()
                .filter(it -> it.term().kind().equals("projects"))
                .forEach(it -> it.remove(project));
        assertThat(seen(town.steward, book).agency()).isNull();
        assertThat(seen(town.steward, book).data())
                .extracting(KeepingBooks.Datum::value)
                .containsOnlyNulls();
    }

    private UUID open(Town where, UUID of, List<String> items) {
        UUID id = UUID.randomUUID();
        where.as(where.steward);
        keeping.open(where.steward, id, of, BUNDLE, items);
        return id;
    }

    private void commission(Town where, UUID book, PaidBy payer) {
        where.as(where.steward);
        keeping.enter(
                where.steward,
                book,
                -1,
                new Entry(
                        Work.COMMISSION,
                        payer,
                        where.file(where.steward),
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        "晋城环评院"));
    }

    /** What the chapters need. */
    private void data(Town where, UUID book) {
        seen(where.steward, book)
                .data()
                .forEach(
                        it ->
                                datum(
                                        where.steward,
                                        book,
                                        it.meaning(),
                                        it.form().equals("NUMBER") ? "5000" : "年产一万吨"));
    }

    private void datum(Actor by, UUID book, String meaning, String text) {
        town.as(by);
        keeping.enter(by, book, -1, datum(meaning, text));
    }

    private static Entry datum(String meaning, String text) {
        return new Entry(Work.DATUM, null, null, meaning, null, null, null, null, null, null, text);
    }

    private void say(Actor unit, UUID book, Work work, String item) {
        town.as(unit);
        keeping.enter(
                unit,
                book,
                -1,
                new Entry(work, null, null, null, item, null, null, null, null, null, "按报告第三章"));
    }

    private void cost(
            Town where,
            UUID book,
            String item,
            String alone,
            String government,
            String enterprise) {
        where.as(where.steward);
        keeping.enter(where.steward, book, -1, costs(item, alone, government, enterprise));
    }

    private static Entry costs(String item, String alone, String government, String enterprise) {
        return new Entry(
                Work.COST,
                null,
                null,
                null,
                item,
                new BigDecimal(alone),
                new BigDecimal(government),
                new BigDecimal(enterprise),
                null,
                null,
                null);
    }

    private void reply(Town where, UUID book) {
        where.as(where.steward);
        keeping.enter(
                where.steward,
                book,
                -1,
                new Entry(
                        Work.REPLY,
                        null,
                        where.file(where.steward),
                        null,
                        null,
                        null,
                        null,
                        null,
                        "晋市审批〔2026〕7号",
                        LocalDate.of(2026, 11, 2),
                        null));
    }

    private List<String> again(UUID book) {
        return seen(town.steward, book).chapters().stream()
                .filter(KeepingBooks.ChapterSheet::again)
                .map(KeepingBooks.ChapterSheet::item)
                .toList();
    }

    private Volume seen(Actor by, UUID book) {
        return keeping.book(by, book, ZH);
    }
}
