package org.xiangmuzhang.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.xiangmuzhang.catalog.api.Item;
import org.xiangmuzhang.catalog.api.Material;
import org.xiangmuzhang.catalog.domain.ItemOverride;
import org.xiangmuzhang.catalog.domain.LocalValues;
import org.xiangmuzhang.catalog.events.ItemsChanged;
import org.xiangmuzhang.kernel.Actor;
import org.xiangmuzhang.kernel.Refusal;
import org.xiangmuzhang.kernel.Region;
import org.xiangmuzhang.kernel.TimeLimit;
import org.xiangmuzhang.practices.Practice;

import java.util.List;
import java.util.Map;

@Execution(ExecutionMode.CONCURRENT)
class OverrideTests {

    private static final Region JINCHENG = new Region("140500");
    private static final Region CITY = new Region("140502");
    private static final Region QINSHUI = new Region("140521");
    private static final Region NINGBO = new Region("330200");
    private static final String ITEM = "SITE-PREEXAM";

    private final TestCatalog catalog = TestCatalog.shipped();

    @Test
    void holdsAtThePlaceAndBelowIt() {
        override(JINCHENG, promise(7), 0);

        assertThat(item(JINCHENG).promised()).isEqualTo(TimeLimit.workingDays(7));
        assertThat(item(QINSHUI).promised()).isEqualTo(TimeLimit.workingDays(7));
        assertThat(item(NINGBO).promised()).isEqualTo(TimeLimit.workingDays(10));
        assertThat(item(Region.TEMPLATE).promised()).isEqualTo(TimeLimit.workingDays(10));
    }

    @Test
    @Practice("PR-049")
    void nearerPlaceWinsAndTheRestIsInherited() {
        override(JINCHENG, promise(7), 0);
        override(CITY, department("ASB"), 0);

        assertThat(item(CITY).department()).isEqualTo("ASB");
        assertThat(item(CITY).promised()).isEqualTo(TimeLimit.workingDays(7));
        assertThat(item(CITY).version()).isEqualTo("1~140500.1~140502.1");
        assertThat(item(JINCHENG).department()).isEqualTo("NR");
    }

    @Test
    void placeKeepsNameCodeAndKindOfTheTemplate() {
        override(CITY, promise(5), 0);

        Item local = item(CITY);
        Item template = item(Region.TEMPLATE);
        assertThat(local)
                .usingRecursiveComparison()
                .ignoringFields("version", "promised")
                .isEqualTo(template);
        assertThat(local.promised()).isNotEqualTo(template.promised());
    }

    @Test
    void reachesTheProjectTypesOfThePlace() {
        override(CITY, promise(5), 0);

        assertThat(promiseInType(CITY)).isEqualTo(TimeLimit.workingDays(5));
        assertThat(promiseInType(NINGBO)).isEqualTo(TimeLimit.workingDays(10));
        assertThat(catalog.catalog().projectType(CITY, "PT-GOV-ROAD").orElseThrow().version())
                .isNotEqualTo(
                        catalog.catalog()
                                .projectType(NINGBO, "PT-GOV-ROAD")
                                .orElseThrow()
                                .version());
    }

    @Test
    void placeAsksForItsOwnMaterials() {
        Material own =
                new Material(
                        "LOCAL-1",
                        "承诺书",
                        "Promise",
                        "ELECTRONIC",
                        "APPLICANT",
                        true,
                        false,
                        List.of(),
                        false);

        override(CITY, materials(own), 0);

        assertThat(item(CITY).materials()).containsExactly(own);
        assertThat(item(NINGBO).materials()).doesNotContain(own);
    }

    @Test
    void everyVersionStaysReadable() {
        override(CITY, promise(7), 0);
        String accepted = item(CITY).version();
        override(CITY, promise(3), 1);
        changeTemplate("committed_days", "9");

        assertThat(item(CITY).promised()).isEqualTo(TimeLimit.workingDays(3));
        assertThat(catalog.browsing().item(CITY, ITEM, accepted).promised())
                .isEqualTo(TimeLimit.workingDays(7));
        assertThat(catalog.browsing().item(CITY, ITEM, "1").promised())
                .isEqualTo(TimeLimit.workingDays(10));
        assertThat(refusal(() -> catalog.browsing().item(CITY, ITEM, "9")).rule())
                .isEqualTo("item-version-unknown");
    }

    @Test
    void tellsWhichItemChangedWhere() {
        catalog.events().clear();

        override(CITY, promise(7), 0);

        assertThat(catalog.events())
                .singleElement()
                .isInstanceOfSatisfying(
                        ItemsChanged.class,
                        changed -> {
                            assertThat(changed.region()).isEqualTo(CITY);
                            assertThat(changed.itemCodes()).containsExactly(ITEM);
                        });
    }

    @Test
    void staysWhenTheTemplateChangesAndTheConflictIsListed() {
        override(CITY, promise(7), 0);
        assertThat(catalog.overriding().conflicts(Region.TEMPLATE)).isEmpty();

        changeTemplate("name_en", "Land pre-examination");

        assertThat(item(CITY).promised()).isEqualTo(TimeLimit.workingDays(7));
        assertThat(item(CITY).nameEn()).isEqualTo("Land pre-examination");
        assertThat(catalog.overriding().conflicts(JINCHENG))
                .singleElement()
                .satisfies(
                        conflict -> {
                            assertThat(conflict.region()).isEqualTo(CITY);
                            assertThat(conflict.code()).isEqualTo(ITEM);
                            assertThat(conflict.base()).isEqualTo("1");
                            assertThat(conflict.current()).isEqualTo("2");
                            assertThat(conflict.changed()).containsExactly("nameEn");
                        });
        assertThat(catalog.overriding().conflicts(NINGBO)).isEmpty();
    }

    @Test
    void conflictIsSettledByDecidingAgain() {
        override(CITY, promise(7), 0);
        changeTemplate("committed_days", "9");

        override(CITY, promise(7), 1);

        assertThat(catalog.overriding().conflicts(Region.TEMPLATE)).isEmpty();
    }

    @Test
    void refusesWhoDecidedOnAnOlderVersion() {
        override(CITY, promise(7), 0);

        assertThat(refusal(() -> override(CITY, promise(6), 0)).rule()).isEqualTo("version-stale");
        assertThat(refusal(() -> override(CITY, promise(6), 5)).rule()).isEqualTo("version-stale");
        assertThat(item(CITY).promised()).isEqualTo(TimeLimit.workingDays(7));
    }

    @Test
    void refusesWhatTheLawOrTheCatalogDoesNotKnow() {
        assertThat(refusal(() -> override(CITY, promise(21), 0)).rule())
                .isEqualTo("promise-longer-than-law");
        assertThat(refusal(() -> override(CITY, statutory(30), 0)).rule())
                .isEqualTo("limit-longer-than-law");
        assertThat(refusal(() -> override(CITY, department("NOBODY"), 0)).rule())
                .isEqualTo("department-unknown");
        assertThat(refusal(() -> override(new Region("999999"), promise(1), 0)).rule())
                .isEqualTo("region-unknown");
        assertThat(refusal(() -> override(Region.TEMPLATE, promise(1), 0)).rule())
                .isEqualTo("region-unknown");
    }

    @Test
    void refusesMaterialsThatWouldWaitForTheItemItself() {
        Material circular =
                new Material(
                        "LOCAL-1",
                        "许可证",
                        "Permit",
                        "ELECTRONIC",
                        "APPLICANT",
                        true,
                        false,
                        List.of("CONSTRUCTION-PERMIT"),
                        false);

        Refusal refusal = refusal(() -> override(CITY, materials(circular), 0));

        assertThat(refusal.rule()).isEqualTo("materials-in-a-circle");
        assertThat(refusal.arguments().toString()).contains(ITEM + " → ", " → CONSTRUCTION-PERMIT");
    }

    @Test
    void refusesMaterialsByWhichTwoItemsWaitForEachOtherByThatName() {
        Refusal refusal = refusal(() -> override(CITY, materials(made("GOV-FEASIBILITY")), 0));

        assertThat(refusal.rule()).isEqualTo("materials-mutual");
        assertThat(refusal.arguments().toString()).contains(ITEM, "GOV-FEASIBILITY", " → ");
    }

    @Test
    void refusesAMaterialThatNobodyProducesAndNamesThePath() {
        Refusal refusal = refusal(() -> override(CITY, materials(made("NOBODY")), 0));

        assertThat(refusal.rule()).isEqualTo("material-nobody-produces");
        assertThat(refusal.arguments().toString()).contains("许可证", "NOBODY → " + ITEM);
        assertThat(
                        refusal(() -> override(CITY, materials(made("PROJECT-CODE", "NOBODY")), 0))
                                .rule())
                .isEqualTo("item-unknown");
    }

    private static Material made(String... producers) {
        return new Material(
                "LOCAL-1",
                "许可证",
                "Permit",
                "ELECTRONIC",
                "APPLICANT",
                true,
                false,
                List.of(producers),
                false);
    }

    @Test
    void editorChangesOnlyItsOwnPlaceAndThoseBelow() {
        Actor ofJincheng = TestCatalog.editor("140500");

        assertThat(catalog.overriding().override(QINSHUI, ITEM, promise(7), 0, ofJincheng))
                .extracting(ItemOverride::version)
                .isEqualTo(1L);
        assertThat(
                        refusal(
                                        () ->
                                                catalog.overriding()
                                                        .override(
                                                                NINGBO,
                                                                ITEM,
                                                                promise(7),
                                                                0,
                                                                ofJincheng))
                                .rule())
                .isEqualTo("not-your-place");
    }

    @Test
    void otherNodeSeesTheChangeSoon() {
        TestCatalog other = catalog.otherNode();
        assertThat(other.catalog().item(CITY, ITEM).orElseThrow().promised().days()).isEqualTo(10);

        override(CITY, promise(7), 0);

        await().until(() -> other.catalog().item(CITY, ITEM).orElseThrow().promised().days() == 7);
    }

    private void override(Region region, LocalValues values, long before) {
        catalog.overriding().override(region, ITEM, values, before, TestCatalog.editor("000000"));
    }

    private void changeTemplate(String column, String value) {
        catalog.importTables(
                Map.of("items", Csv.shipped("items").change(ITEM, column, value).bytes()));
    }

    private Item item(Region region) {
        return catalog.catalog().item(region, ITEM).orElseThrow();
    }

    private TimeLimit promiseInType(Region region) {
        return catalog.catalog().projectType(region, "PT-GOV-ROAD").orElseThrow().items().stream()
                .filter(need -> need.item().code().equals(ITEM))
                .findFirst()
                .orElseThrow()
                .item()
                .promised();
    }

    private static Refusal refusal(org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
        return catchThrowableOfType(Refusal.class, call);
    }

    private static LocalValues promise(int days) {
        return new LocalValues(
                null, null, TimeLimit.workingDays(days), null, null, null, null, null, null);
    }

    private static LocalValues statutory(int days) {
        return new LocalValues(
                null, TimeLimit.workingDays(days), null, null, null, null, null, null, null);
    }

    private static LocalValues department(String code) {
        return new LocalValues(code, null, null, null, null, null, null, null, null);
    }

    private static LocalValues materials(Material... materials) {
        return new LocalValues(null, null, null, null, null, null, null, List.of(materials), null);
    }
}
