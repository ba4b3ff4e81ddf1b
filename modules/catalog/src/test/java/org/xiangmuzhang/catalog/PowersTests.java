package org.xiangmuzhang.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.xiangmuzhang.catalog.api.Item;
import org.xiangmuzhang.catalog.api.Organ;
import org.xiangmuzhang.catalog.domain.Fault;
import org.xiangmuzhang.catalog.domain.LocalRow;
import org.xiangmuzhang.catalog.domain.TablesRefused;
import org.xiangmuzhang.catalog.domain.list.LeftOut;
import org.xiangmuzhang.catalog.domain.list.ListColumn;
import org.xiangmuzhang.catalog.domain.list.ListKind;
import org.xiangmuzhang.catalog.domain.list.PublishedList;
import org.xiangmuzhang.kernel.Region;
import org.xiangmuzhang.kernel.WorkingDays;
import org.xiangmuzhang.practices.Practice;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Who decides at a place on a day, and by which seal. */
@Execution(ExecutionMode.CONCURRENT)
class PowersTests {

    private static final LocalDate TODAY = WorkingDays.today(Clock.systemUTC());
    private static final Region CITY = new Region("370400");
    private static final Region PARK = new Region("Z370403GX");
    private static final Region ELSEWHERE = new Region("140500");
    private static final String ITEM = "CONSTRUCTION-PERMIT";

    private final TestCatalog catalog = TestCatalog.shipped();

    @Test
    @Practice("PR-062")
    void theResponsibleOrganChangesFromItsDayAtThePlaceAndBelowItAlone() {
        String before = item(CITY).department();
        seal("370400-1", "ASB");
        transfer(ITEM, before, "ASB", "370400-1", TODAY.plusDays(10));

        assertThat(organ(CITY, TODAY.plusDays(9)).department()).isEqualTo(before);
        Organ after = organ(PARK, TODAY.plusDays(10));
        assertThat(after.department()).isEqualTo("ASB");
        assertThat(after.former()).isEqualTo(before);
        assertThat(after.why()).isEqualTo(Organ.Why.TRANSFERRED);
        assertThat(after.since()).isEqualTo(TODAY.plusDays(10));
        assertThat(organ(ELSEWHERE, TODAY.plusDays(10)).department()).isEqualTo(before);
        assertThat(list(ListKind.CENTRALISED, TODAY.plusDays(9)).lines()).isEmpty();
        assertThat(list(ListKind.CENTRALISED, TODAY.plusDays(9)).leftOut())
                .extracting(LeftOut::reason)
                .containsExactly(LeftOut.Reason.NO_PLACE);
        assertThat(list(ListKind.CENTRALISED, TODAY.plusDays(10)).lines())
                .singleElement()
                .satisfies(
                        line -> {
                            assertThat(line.key()).isEqualTo(ITEM);
                            assertThat(line.get(ListColumn.FORMER)).isEqualTo(before);
                            assertThat(line.get(ListColumn.ORGAN)).isEqualTo("ASB");
                            assertThat(line.get(ListColumn.VALID_FROM))
                                    .isEqualTo(TODAY.plusDays(10).toString());
                        });
    }

    @Test
    @Practice("PR-063")
    void theSealOfADecisionIsThatOfTheOrganAndAnotherOrgansSealIsRefused() {
        seal("370400-1", "ASB");
        seal("370400-2", "NR");
        String before = item(CITY).department();

        List<Fault> faults =
                catchThrowableOfType(
                                TablesRefused.class,
                                () -> transfer(ITEM, before, "ASB", "370400-2", TODAY))
                        .faults();

        assertThat(faults)
                .singleElement()
                .satisfies(
                        fault -> {
                            assertThat(fault.rule()).isEqualTo("seal-of-another-organ");
                            assertThat(fault.column()).isEqualTo("seal_code");
                            assertThat(fault.arguments()).containsExactly("370400-2", "NR", "ASB");
                        });
        transfer(ITEM, before, "ASB", "370400-1", TODAY);
        assertThat(organ(CITY, TODAY).seal()).isEqualTo("印章 370400-1");
        Item land = catalog.catalog().item(CITY, "SITE-PREEXAM").orElseThrow();
        assertThat(catalog.catalog().organ(CITY, land, TODAY).seal()).isEqualTo("印章 370400-2");
        assertThat(list(ListKind.CENTRALISED, TODAY).lines().getFirst().get(ListColumn.SEAL))
                .isEqualTo("印章 370400-1");
        assertThat(
                        catchThrowableOfType(
                                        TablesRefused.class,
                                        () -> transfer("SITE-PREEXAM", "NR", "NR", "", TODAY))
                                .faults())
                .extracting(Fault::rule)
                .containsExactly("transfer-to-the-same-organ");
    }

    @Test
    @Practice("PR-068")
    void aParkDecidesWhatItWasGivenOnItsDaysByTheKindsThatLetItDecide() {
        delegate(ITEM, "ENTRUSTED");
        delegate("BUSINESS-REG", "FORWARD");
        String before = item(CITY).department();

        Organ given = organ(PARK, TODAY);
        assertThat(given.department()).isEqualTo("PARK");
        assertThat(given.former()).isEqualTo(before);
        assertThat(given.why()).isEqualTo(Organ.Why.DELEGATED);
        assertThat(organ(CITY, TODAY).department()).isEqualTo(before);
        assertThat(organ(PARK, TODAY.plusDays(31)).department()).isEqualTo(before);
        Item registration = catalog.catalog().item(PARK, "BUSINESS-REG").orElseThrow();
        assertThat(catalog.catalog().organ(PARK, registration, TODAY).department())
                .isEqualTo(registration.department());
    }

    private Item item(Region region) {
        return catalog.catalog().item(region, ITEM).orElseThrow();
    }

    private Organ organ(Region region, LocalDate day) {
        return catalog.catalog().organ(region, item(region), day);
    }

    private PublishedList list(ListKind kind, LocalDate day) {
        return catalog.lists().list(kind, CITY, day, null);
    }

    private void seal(String code, String department) {
        row(
                "seals",
                code,
                Map.of(
                        "seal_code",
                        code,
                        "name_zh",
                        "印章 " + code,
                        "dept_code",
                        department,
                        "region_code",
                        CITY.code()));
    }

    private void transfer(String item, String from, String to, String seal, LocalDate day) {
        row(
                "item_transfers",
                item + "/" + CITY.code(),
                Map.of(
                        "item_code", item,
                        "region_code", CITY.code(),
                        "former_dept_code", from,
                        "dept_code", to,
                        "seal_code", seal,
                        "valid_from", day.toString()));
    }

    private void delegate(String item, String mode) {
        row(
                "item_delegations",
                item + "/" + PARK.code(),
                Map.of(
                        "item_code",
                        item,
                        "region_code",
                        PARK.code(),
                        "mode",
                        mode,
                        "dept_code",
                        "PARK",
                        "valid_until",
                        TODAY.plusDays(30).toString()));
    }

    private void row(String table, String key, Map<String, String> fields) {
        Map<String, String> all = new HashMap<>(fields);
        all.put("source_id", "DEFAULT");
        catalog.rows()
                .override(
                        CITY,
                        table,
                        key,
                        new LocalRow(false, all),
                        0,
                        TestCatalog.editor("370400"));
    }
}
