package org.xiangmuzhang.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.xiangmuzhang.catalog.api.Item;
import org.xiangmuzhang.catalog.domain.LocalRow;
import org.xiangmuzhang.catalog.domain.LocalValues;
import org.xiangmuzhang.catalog.domain.TablesRefused;
import org.xiangmuzhang.catalog.domain.list.LeftOut;
import org.xiangmuzhang.catalog.domain.list.ListChanges;
import org.xiangmuzhang.catalog.domain.list.ListColumn;
import org.xiangmuzhang.catalog.domain.list.ListKind;
import org.xiangmuzhang.catalog.domain.list.ListLine;
import org.xiangmuzhang.catalog.domain.list.PublishedList;
import org.xiangmuzhang.kernel.Actor;
import org.xiangmuzhang.kernel.Refusal;
import org.xiangmuzhang.kernel.Region;
import org.xiangmuzhang.kernel.TimeLimit;
import org.xiangmuzhang.kernel.WorkingDays;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

@Execution(ExecutionMode.CONCURRENT)
class ListsTests {

    private static final TestCatalog SHIPPED = TestCatalog.shipped();
    private static final Region CITY = new Region("140500");
    private static final Region COUNTY = new Region("140502");
    private static final Actor EDITOR = TestCatalog.editor("140500");
    private static final LocalDate TODAY = WorkingDays.today(Clock.systemUTC());

    @Test
    void powersAreTheItemsOfAKindOfPowerWithBasisAndLimits() {
        PublishedList powers = list(SHIPPED, ListKind.POWERS);

        assertThat(powers.lines())
                .extracting(ListLine::key)
                .contains("CONSTRUCTION-PERMIT", "ENT-FILING", "BUSINESS-REG", "LAND-CONVERSION")
                .doesNotContain("POWER-CONN", "DRAWING-REVIEW", "PROJECT-CODE");
        assertThat(line(powers, "EIA-REPORT").get(ListColumn.BASIS)).contains("环境影响评价法");
        assertThat(line(powers, "EIA-REPORT").get(ListColumn.LEGAL_LIMIT))
                .isEqualTo("60 CALENDAR_DAYS");
    }

    @Test
    void everyListIsAViewOfTheCatalog() {
        List<String> items = SHIPPED.catalog().items(COUNTY).stream().map(Item::code).toList();
        for (ListKind kind : ListKind.values()) {
            PublishedList list = list(SHIPPED, kind);

            assertThat(list.day()).isEqualTo(TODAY);
            assertThat(list.version()).hasSize(12);
            assertThat(list.lines()).extracting(ListLine::key).doesNotHaveDuplicates();
            assertThat(list.lines())
                    .allSatisfy(line -> assertThat(items).containsAll(line.items()));
        }
        assertThat(SHIPPED.lists().counts(COUNTY, null, null))
                .hasSize(ListKind.values().length)
                .allSatisfy(
                        (kind, lines) ->
                                assertThat(lines).isEqualTo(list(SHIPPED, kind).lines().size()));
    }

    @Test
    void intermediaryServicesNameTheItemsThatAskForThem() {
        PublishedList list = list(SHIPPED, ListKind.INTERMEDIARY);
        ListLine eia = line(list, "IS-EIA");

        assertThat(eia.items())
                .containsExactlyInAnyOrder("EIA-REPORT", "EIA-TABLE", "EIA-RADIATION");
        assertThat(eia.get(ListColumn.FEE)).isEqualTo("MARKET");
        assertThat(eia.get(ListColumn.BASIS)).isEqualTo("环境影响评价法");
        assertThat(eia.get(ListColumn.SERVICE_LIMIT)).isEqualTo("30 WORKING_DAYS");
        assertThat(list.leftOut())
                .anySatisfy(
                        left -> {
                            assertThat(left.reason()).isEqualTo(LeftOut.Reason.NO_SERVICE);
                            assertThat(left.nameZh()).isEqualTo("全套施工图设计文件");
                        });
    }

    @Test
    void itemThatIsPromisedForLaterIsNoItemOnTheSpot() {
        TestCatalog own = TestCatalog.shipped();
        assertThat(list(own, ListKind.ON_THE_SPOT).lines())
                .extracting(ListLine::key)
                .contains("PROJECT-CODE");

        own.overriding()
                .override(
                        CITY,
                        "PROJECT-CODE",
                        new LocalValues(
                                null,
                                null,
                                TimeLimit.workingDays(2),
                                null,
                                null,
                                null,
                                null,
                                null,
                                null),
                        0,
                        EDITOR);

        PublishedList list = list(own, ListKind.ON_THE_SPOT);
        assertThat(list.lines()).extracting(ListLine::key).doesNotContain("PROJECT-CODE");
        assertThat(list.leftOut())
                .contains(
                        new LeftOut(
                                "PROJECT-CODE",
                                "投资项目在线赋码",
                                "Project code assignment on the online platform",
                                LeftOut.Reason.PROMISED_LATER));
    }

    @Test
    void parkHasItsPowersByKindOnItsDaysAndTheCityAboveListsThem() {
        TestCatalog own = TestCatalog.shipped();
        Region city = new Region("370400");
        Region park = new Region("Z370403GX");
        Actor editor = TestCatalog.editor("370400");
        LocalDate until = TODAY.plusDays(30);
        delegate(own, city, park, "CONSTRUCTION-PERMIT", "ENTRUSTED", "PARK", until, editor);
        delegate(own, city, park, "ENT-FILING", "DIRECT", "PARK", until, editor);
        delegate(own, city, park, "BUSINESS-REG", "FORWARD", "MSR", until, editor);
        delegate(own, city, park, "LAND-CONVERSION", "REPORT_DIRECT", "NR", until, editor);

        assertThat(own.lists().list(ListKind.PARK, park, null, null).lines())
                .extracting(line -> line.get(ListColumn.MODE))
                .containsExactlyInAnyOrder("ENTRUSTED", "DIRECT", "FORWARD", "REPORT_DIRECT");
        assertThat(own.lists().list(ListKind.PARK, city, null, null).lines()).hasSize(4);
        assertThat(own.lists().list(ListKind.PARK, city, until.plusDays(1), null).lines())
                .isEmpty();
        assertThat(own.lists().list(ListKind.PARK, COUNTY, null, null).lines()).isEmpty();
        assertThat(own.lists().list(ListKind.PARK, COUNTY, null, null).leftOut())
                .extracting(LeftOut::reason)
                .containsOnly(LeftOut.Reason.NO_PARK);
    }

    private static void delegate(
            TestCatalog own,
            Region city,
            Region park,
            String item,
            String mode,
            String organ,
            LocalDate until,
            Actor editor) {
        own.rows()
                .override(
                        city,
                        "item_delegations",
                        item + "/" + park.code(),
                        new LocalRow(
                                false,
                                Map.of(
                                        "item_code",
                                        item,
                                        "region_code",
                                        park.code(),
                                        "mode",
                                        mode,
                                        "dept_code",
                                        organ,
                                        "basis",
                                        "园区赋权文件",
                                        "valid_from",
                                        TODAY.toString(),
                                        "valid_until",
                                        until.toString(),
                                        "source_id",
                                        "DEFAULT")),
                        0,
                        editor);
    }

    @Test
    void listOfADayGoneByIsWhatTheCatalogWasAtItsEnd() {
        TestCatalog own = TestCatalog.shipped();
        own.database()
                .sql("update catalog.edition set published_at = published_at - interval '10 days'")
                .update();
        own.database()
                .sql(
                        "update catalog.item_version set published_at = published_at - interval"
                                + " '10 days'")
                .update();
        own.rows()
                .override(
                        CITY,
                        "item_services",
                        "POWER-CONN/WEEKEND",
                        new LocalRow(
                                false,
                                Map.of(
                                        "item_code", "POWER-CONN",
                                        "way", "WEEKEND",
                                        "hours", "08:00-12:00",
                                        "source_id", "DEFAULT")),
                        0,
                        EDITOR);
        own.rows()
                .override(
                        CITY,
                        "item_services",
                        "SEAL/WEEKEND",
                        new LocalRow(true, Map.of()),
                        0,
                        EDITOR);
        own.rows()
                .override(
                        CITY,
                        "item_services",
                        "INVOICE/WEEKEND",
                        new LocalRow(false, Map.of("hours", "10:00-11:00")),
                        0,
                        EDITOR);

        PublishedList before = own.lists().list(ListKind.WEEKEND, COUNTY, TODAY.minusDays(5), null);
        ListChanges changes =
                own.lists().changes(ListKind.WEEKEND, COUNTY, TODAY.minusDays(5), null, null);

        assertThat(before.lines())
                .extracting(ListLine::key)
                .contains("SEAL")
                .doesNotContain("POWER-CONN");
        assertThat(before.version()).isNotEqualTo(changes.after().version());
        assertThat(own.lists().list(ListKind.WEEKEND, COUNTY, TODAY.minusDays(4), null).version())
                .isEqualTo(before.version());
        assertThat(changes.added()).extracting(ListLine::key).containsExactly("POWER-CONN");
        assertThat(changes.removed()).extracting(ListLine::key).containsExactly("SEAL");
        assertThat(changes.changed())
                .singleElement()
                .satisfies(
                        cell -> {
                            assertThat(cell.line().key()).isEqualTo("INVOICE");
                            assertThat(cell.column()).isEqualTo(ListColumn.HOURS);
                            assertThat(cell.before()).isEqualTo("09:00-16:00");
                            assertThat(cell.after()).isEqualTo("10:00-11:00");
                        });
        assertThat(own.lists().daysOfChange(5)).containsExactly(TODAY, TODAY.minusDays(10));
    }

    @Test
    void refusesDaysWithoutACatalogAndDaysOutOfOrder() {
        assertThat(
                        rule(
                                () ->
                                        SHIPPED.lists()
                                                .list(
                                                        ListKind.POWERS,
                                                        COUNTY,
                                                        TODAY.minusDays(2),
                                                        null)))
                .isEqualTo("list-before-catalog");
        assertThat(rule(() -> SHIPPED.lists().list(ListKind.POWERS, COUNTY, LocalDate.MIN, null)))
                .isEqualTo("list-day-bounds");
        assertThat(
                        rule(
                                () ->
                                        SHIPPED.lists()
                                                .changes(
                                                        ListKind.POWERS,
                                                        COUNTY,
                                                        TODAY,
                                                        TODAY.minusDays(1),
                                                        null)))
                .isEqualTo("days-out-of-order");
        assertThat(
                        rule(
                                () ->
                                        SHIPPED.lists()
                                                .list(
                                                        ListKind.POWERS,
                                                        new Region("999999"),
                                                        null,
                                                        null)))
                .isEqualTo("region-unknown");
    }

    @Test
    void refusesRowsWhoseDaysAreNone() {
        for (Map<String, String> wrong :
                List.of(
                        Map.of("valid_from", "2026-13-01"),
                        Map.of("valid_from", "2026-12-02", "valid_until", "2026-12-01"),
                        Map.of("way", "AT_NIGHT"),
                        Map.of("item_code", "NO-SUCH-ITEM"))) {
            Csv services = Csv.shipped("item_services").add(Map.of("item_code", "POWER-CONN"));
            services.rows().getLast().putAll(wrong);

            assertThatThrownBy(
                            () -> SHIPPED.importTables(Map.of("item_services", services.bytes())))
                    .as(wrong.toString())
                    .isInstanceOf(TablesRefused.class);
        }
    }

    @Test
    void refusesRequirementsOfATradeWithoutTheirNumber() {
        for (Map<String, String> wrong :
                List.of(
                        Map.of("value", ""),
                        Map.of("value", "many"),
                        Map.of("rule", "REQUIRED"),
                        Map.of("rule", "REQUIRED", "value", ""),
                        Map.of("trade_code", "ZZ"))) {
            Csv requirements = Csv.shipped("trade_requirements");
            requirements.rows().getFirst().putAll(wrong);

            assertThatThrownBy(
                            () ->
                                    SHIPPED.importTables(
                                            Map.of("trade_requirements", requirements.bytes())))
                    .as(wrong.toString())
                    .isInstanceOf(TablesRefused.class);
        }
    }

    private static String rule(ThrowingCallable call) {
        Refusal refusal = catchThrowableOfType(Refusal.class, call);
        return refusal.rule();
    }

    private static PublishedList list(TestCatalog catalog, ListKind kind) {
        return catalog.lists().list(kind, COUNTY, null, null);
    }

    private static ListLine line(PublishedList list, String key) {
        return list.lines().stream()
                .filter(line -> line.key().equals(key))
                .findFirst()
                .orElseThrow();
    }
}
