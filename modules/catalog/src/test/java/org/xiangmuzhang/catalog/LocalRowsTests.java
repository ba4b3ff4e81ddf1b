package org.xiangmuzhang.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.xiangmuzhang.catalog.api.Material;
import org.xiangmuzhang.catalog.api.ProjectType;
import org.xiangmuzhang.catalog.api.ReferenceRows;
import org.xiangmuzhang.catalog.domain.Fault;
import org.xiangmuzhang.catalog.domain.LocalRow;
import org.xiangmuzhang.catalog.domain.LocalValues;
import org.xiangmuzhang.catalog.domain.RowOverride;
import org.xiangmuzhang.catalog.domain.TablesRefused;
import org.xiangmuzhang.catalog.events.ItemsChanged;
import org.xiangmuzhang.kernel.Refusal;
import org.xiangmuzhang.kernel.Region;

import java.util.List;
import java.util.Map;

@Execution(ExecutionMode.CONCURRENT)
class LocalRowsTests {

    private static final Region JINCHENG = new Region("140500");
    private static final Region CITY = new Region("140502");
    private static final Region NINGBO = new Region("330200");
    private static final String TYPE = "PT-GOV-ROAD";
    private static final String NEEDS = "project_type_items";
    private static final String ORDER = "item_dependencies";
    private static final LocalRow ABSENT = new LocalRow(true, Map.of());
    private static final LocalRow INHERITED = new LocalRow(false, Map.of());

    private final TestCatalog catalog = TestCatalog.shipped();

    @Test
    void changesOneFieldOfAProjectTypeAtThePlaceAndBelowIt() {
        override(JINCHENG, "project_types", TYPE, fields("total_target_days", "77"), 0);

        assertThat(type(JINCHENG).targetDays()).isEqualTo(77);
        assertThat(type(CITY).targetDays()).isEqualTo(77);
        assertThat(type(CITY).nameZh()).isEqualTo(type(NINGBO).nameZh());
        assertThat(type(NINGBO).targetDays()).isNotEqualTo(77);
        assertThat(type(CITY).version()).isNotEqualTo(type(NINGBO).version());
    }

    @Test
    void leavesAnItemOfATypeOutOrMakesItMandatory() {
        override(CITY, NEEDS, TYPE + "/PIPE-MOVE", ABSENT, 0);
        override(CITY, NEEDS, TYPE + "/EIA-TABLE", fields("necessity", "mandatory"), 0);

        assertThat(items(CITY)).doesNotContain("PIPE-MOVE");
        assertThat(items(NINGBO)).contains("PIPE-MOVE");
        assertThat(type(CITY).items())
                .filteredOn(need -> need.item().code().equals("EIA-TABLE"))
                .singleElement()
                .extracting(ProjectType.Need::mandatory)
                .isEqualTo(true);
    }

    @Test
    void addsAnOrderBetweenItemsAndTellsOfTheItemThatWaits() {
        override(CITY, ORDER, "DEP-L1", edge("DEP-L1", "EIA-TABLE", "PIPE-MOVE"), 0);

        assertThat(type(CITY).dependencies())
                .anyMatch(edge -> edge.from().equals("EIA-TABLE") && edge.to().equals("PIPE-MOVE"));
        assertThat(type(NINGBO).dependencies()).noneMatch(edge -> edge.id().equals("DEP-L1"));
        assertThat(catalog.browsing().preconditions(CITY, "PIPE-MOVE"))
                .anyMatch(before -> before.item().equals("EIA-TABLE"));
        assertThat(catalog.events())
                .singleElement()
                .isInstanceOfSatisfying(
                        ItemsChanged.class,
                        changed -> {
                            assertThat(changed.region()).isEqualTo(CITY);
                            assertThat(changed.itemCodes()).containsExactly("PIPE-MOVE");
                        });
    }

    @Test
    void publishesAPackageOfItsOwn() {
        Map<String, String> own =
                Map.ofEntries(
                        Map.entry("package_code", "PKG-LOCAL-1"),
                        Map.entry("name_zh", "本地一件事"),
                        Map.entry("name_en", "One matter of our own"),
                        Map.entry("kind", "ONE_MATTER"),
                        Map.entry("seed_id", ""),
                        Map.entry("case_no", ""),
                        Map.entry("place_zh", "晋城市城区"),
                        Map.entry("item_codes", "EIA-TABLE;PIPE-MOVE"),
                        Map.entry("handling_mode", "one window"),
                        Map.entry("published_effect", "none yet"),
                        Map.entry("source_id", "GENERAL"));
        override(CITY, "packages", "PKG-LOCAL-1", new LocalRow(false, own), 0);

        assertThat(catalog.browsing().at(CITY).template().bundles()).containsKey("PKG-LOCAL-1");
        assertThat(catalog.browsing().at(NINGBO).template().bundles())
                .doesNotContainKey("PKG-LOCAL-1");
    }

    @Test
    void staysWhenTheTemplateChangesAndTheConflictIsListedUntilThePlaceDecidesAgain() {
        override(CITY, "project_types", TYPE, fields("total_target_days", "77"), 0);
        assertThat(catalog.overriding().conflicts(Region.TEMPLATE)).isEmpty();

        changeTemplate("name_en", "Town road");

        assertThat(type(CITY).targetDays()).isEqualTo(77);
        assertThat(type(CITY).nameEn()).isEqualTo("Town road");
        assertThat(catalog.overriding().conflicts(JINCHENG))
                .singleElement()
                .satisfies(
                        conflict -> {
                            assertThat(conflict.region()).isEqualTo(CITY);
                            assertThat(conflict.table()).isEqualTo("project_types");
                            assertThat(conflict.code()).isEqualTo(TYPE);
                            assertThat(conflict.changed()).containsExactly("name_en");
                        });
        assertThat(catalog.overriding().conflicts(NINGBO)).isEmpty();

        override(CITY, "project_types", TYPE, fields("total_target_days", "77"), 1);
        assertThat(catalog.overriding().conflicts(Region.TEMPLATE)).isEmpty();
    }

    @Test
    void everyVersionOfATableStaysReadable() {
        override(CITY, "project_types", TYPE, fields("total_target_days", "77"), 0);
        ReferenceRows before = catalog.tables().rows("project_types", CITY);
        ReferenceRows template = catalog.tables().rows("project_types", NINGBO);
        override(CITY, "project_types", TYPE, fields("total_target_days", "66"), 1);
        changeTemplate("name_en", "Town road");

        assertThat(catalog.tables().rows("project_types", CITY).version())
                .startsWith("2~140502.")
                .isNotEqualTo(before.version());
        assertThat(template.version()).isEqualTo("1");
        assertThat(catalog.tables().rows("project_types", before.version()).rows())
                .containsExactlyInAnyOrderElementsOf(before.rows());
        assertThat(catalog.tables().rows("project_types", "1").rows())
                .containsExactlyInAnyOrderElementsOf(template.rows());
        assertThat(refusal(() -> catalog.tables().rows("project_types", "9")))
                .isEqualTo("table-version-unknown");
    }

    @Test
    void goesBackToTheParents() {
        override(CITY, NEEDS, TYPE + "/PIPE-MOVE", ABSENT, 0);
        RowOverride back = override(CITY, NEEDS, TYPE + "/PIPE-MOVE", INHERITED, 1);

        assertThat(back.version()).isEqualTo(2);
        assertThat(items(CITY)).isEqualTo(items(NINGBO));
    }

    @Test
    void namesTheFaultsThatAPlaceWouldBring() {
        assertThat(faults(() -> override(CITY, NEEDS, need("EIA-TABLE"), fields("necessity", "x"))))
                .singleElement()
                .satisfies(
                        fault -> {
                            assertThat(fault.table()).isEqualTo(NEEDS);
                            assertThat(fault.column()).isEqualTo("necessity");
                            assertThat(fault.rule()).isEqualTo("value-not-allowed");
                        });
        assertThat(
                        faults(
                                () ->
                                        override(
                                                CITY,
                                                ORDER,
                                                "DEP-L1",
                                                edge("DEP-L1", "CONSTRUCTION-PERMIT", "NOBODY"))))
                .extracting(Fault::rule)
                .containsExactly("unknown-reference");
        assertThat(
                        faults(
                                () ->
                                        override(
                                                CITY,
                                                ORDER,
                                                "DEP-L1",
                                                edge("DEP-L1", "ENT-FILING", "PROJECT-CODE"))))
                .extracting(Fault::rule)
                .contains("mutual-preconditions");
        assertThat(catalog.overriding().conflicts(Region.TEMPLATE)).isEmpty();
        assertThat(catalog.tables().rows(ORDER, CITY).version()).isEqualTo("1");
    }

    @Test
    void refusesAnOrderThatAPlacesOwnMaterialsTurnIntoACircle() {
        own(CITY, "BID-SCHEME", "SEAL");

        List<Fault> faults =
                faults(() -> override(CITY, ORDER, "DEP-L1", edge("DEP-L1", "BID-SCHEME", "SEAL")));

        assertThat(faults)
                .singleElement()
                .satisfies(
                        fault -> {
                            assertThat(fault.rule()).isEqualTo("mutual-preconditions");
                            assertThat(fault.arguments().getFirst()).contains("BID-SCHEME", "SEAL");
                        });
    }

    @Test
    void materialsOfAPlaceDoNotHoldWhileAnOrderFromAboveTurnsThemIntoACircle() {
        own(CITY, "BID-SCHEME", "SEAL");
        String before = catalog.catalog().item(CITY, "BID-SCHEME").orElseThrow().version();

        override(JINCHENG, ORDER, "DEP-L1", edge("DEP-L1", "BID-SCHEME", "SEAL"), 0);

        assertThat(before).isEqualTo("1~140502.1");
        assertThat(catalog.catalog().item(CITY, "BID-SCHEME").orElseThrow().version())
                .isEqualTo("1");
        assertThat(catalog.browsing().at(CITY).graph().circle()).isEmpty();
        override(JINCHENG, ORDER, "DEP-L1", INHERITED, 1);
        assertThat(catalog.catalog().item(CITY, "BID-SCHEME").orElseThrow().version())
                .isEqualTo(before);
    }

    private void own(Region region, String item, String producer) {
        Material made =
                new Material(
                        "LOCAL-1",
                        "本地材料",
                        "Local material",
                        "ELECTRONIC",
                        "GOVERNMENT_ECERT",
                        true,
                        false,
                        List.of(producer),
                        true);
        catalog.overriding()
                .override(
                        region,
                        item,
                        new LocalValues(
                                null, null, null, null, null, null, null, List.of(made), null),
                        0,
                        TestCatalog.editor("000000"));
    }

    @Test
    void refusesWhatIsTheSameEverywhereOrNotTheRow() {
        assertThat(refusal(() -> override(CITY, "departments", "NR", fields("name_zh", "x"))))
                .isEqualTo("table-same-everywhere");
        assertThat(refusal(() -> override(CITY, "regions", "140502", fields("name_zh", "x"))))
                .isEqualTo("table-same-everywhere");
        assertThat(refusal(() -> override(CITY, "nothing", "1", ABSENT)))
                .isEqualTo("table-unknown");
        assertThat(refusal(() -> override(CITY, ORDER, "DEP-001", fields("colour", "red"))))
                .isEqualTo("column-not-of-table");
        assertThat(refusal(() -> override(CITY, ORDER, "DEP-001", fields("dependency_id", "X"))))
                .isEqualTo("row-key-differs");
        assertThat(refusal(() -> override(new Region("999999"), ORDER, "DEP-001", ABSENT)))
                .isEqualTo("region-unknown");
    }

    @Test
    void refusesWhoDecidedOnAnOlderVersionAndWhoseEditorIsOfAnotherPlace() {
        override(CITY, NEEDS, need("PIPE-MOVE"), ABSENT, 0);

        assertThat(refusal(() -> override(CITY, NEEDS, need("PIPE-MOVE"), INHERITED)))
                .isEqualTo("version-stale");
        assertThat(
                        refusal(
                                () ->
                                        catalog.rows()
                                                .override(
                                                        NINGBO,
                                                        NEEDS,
                                                        need("PIPE-MOVE"),
                                                        ABSENT,
                                                        0,
                                                        TestCatalog.editor("140500"))))
                .isEqualTo("not-your-place");
        assertThat(items(CITY)).doesNotContain("PIPE-MOVE");
    }

    @Test
    void anOrderThatALaterTemplateTurnsIntoACircleDoesNotHold() {
        override(CITY, ORDER, "DEP-L1", edge("DEP-L1", "GOV-PROPOSAL", "TECH-FILING"), 0);

        catalog.importTables(
                Map.of(
                        ORDER,
                        Csv.shipped(ORDER)
                                .change("DEP-001", "from_item", "TECH-FILING")
                                .change("DEP-001", "to_item", "GOV-PROPOSAL")
                                .bytes()));

        assertThat(catalog.browsing().at(CITY).template().dependencies())
                .isEqualTo(catalog.browsing().at(NINGBO).template().dependencies());
    }

    private RowOverride override(
            Region region, String table, String key, LocalRow row, long before) {
        return catalog.rows()
                .override(region, table, key, row, before, TestCatalog.editor("000000"));
    }

    private RowOverride override(Region region, String table, String key, LocalRow row) {
        return override(region, table, key, row, 0);
    }

    private void changeTemplate(String column, String value) {
        catalog.importTables(
                Map.of(
                        "project_types",
                        Csv.shipped("project_types").change(TYPE, column, value).bytes()));
    }

    private ProjectType type(Region region) {
        return catalog.catalog().projectType(region, TYPE).orElseThrow();
    }

    private List<String> items(Region region) {
        return type(region).items().stream().map(need -> need.item().code()).toList();
    }

    private static String need(String item) {
        return TYPE + "/" + item;
    }

    private static LocalRow fields(String column, String value) {
        return new LocalRow(false, Map.of(column, value));
    }

    private static LocalRow edge(String id, String from, String to) {
        return new LocalRow(
                false,
                Map.of(
                        "dependency_id", id,
                        "from_item", from,
                        "to_item", to,
                        "kind", "LEGAL",
                        "relaxable_by", "NONE",
                        "applies_when", "always",
                        "source_id", "GENERAL"));
    }

    private static List<Fault> faults(ThrowingCallable call) {
        return catchThrowableOfType(TablesRefused.class, call).faults();
    }

    private static String refusal(ThrowingCallable call) {
        return catchThrowableOfType(Refusal.class, call).rule();
    }

    @Test
    void everyRowOfOnePlaceIsThereAfterARestart() {
        TestCatalog own = TestCatalog.shipped();
        for (String item : List.of("FOOD-LICENSE", "SEAL", "INVOICE")) {
            own.rows()
                    .override(
                            new Region("140500"),
                            "item_steps",
                            item,
                            new LocalRow(false, Map.of("visits", "7")),
                            0,
                            TestCatalog.editor("140500"));
        }

        assertThat(own.otherNode().tables().rows("item_steps", new Region("140500")).rows())
                .filteredOn(row -> row.get("visits").equals("7"))
                .extracting(row -> row.get("item_code"))
                .containsExactlyInAnyOrder("FOOD-LICENSE", "SEAL", "INVOICE");
    }
}
