package org.xiangmuzhang.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.xiangmuzhang.catalog.api.Item;
import org.xiangmuzhang.catalog.domain.Fault;
import org.xiangmuzhang.catalog.domain.TablesRefused;
import org.xiangmuzhang.catalog.events.CalendarPublished;
import org.xiangmuzhang.catalog.events.ItemsChanged;
import org.xiangmuzhang.kernel.Actor;
import org.xiangmuzhang.kernel.Refusal;
import org.xiangmuzhang.kernel.Region;
import org.xiangmuzhang.kernel.Role;
import org.xiangmuzhang.kernel.TimeLimit;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

@Execution(ExecutionMode.CONCURRENT)
class ImportTests {

    private static final Actor EDITOR = TestCatalog.editor("000000");
    private static final TestCatalog SHIPPED = TestCatalog.shipped();

    @Test
    void namesTableLineAndColumnOfEveryFaultAndTakesNothing() {
        Csv items =
                Csv.shipped("items")
                        .change("SITE-PREEXAM", "lead_dept_code", "NOBODY")
                        .change("ENT-FILING", "committed_days", "soon")
                        .change("GOV-PROPOSAL", "name_zh", "")
                        .change("BID-SCHEME", "stage_code", "LATER");

        assertThat(faults("items", items.bytes()))
                .containsExactlyInAnyOrder(
                        fault(items, "SITE-PREEXAM", "lead_dept_code", "unknown-reference"),
                        fault(items, "ENT-FILING", "committed_days", "number-bounds"),
                        fault(items, "GOV-PROPOSAL", "name_zh", "value-missing"),
                        fault(items, "BID-SCHEME", "stage_code", "value-not-allowed"));
        assertThat(SHIPPED.browsing().item(Region.TEMPLATE, "SITE-PREEXAM", null).department())
                .isEqualTo("NR");
    }

    @Test
    void refusesPromiseLongerThanTheLaw() {
        Csv items = Csv.shipped("items").change("SITE-PREEXAM", "committed_days", "21");

        assertThat(faults("items", items.bytes()))
                .containsExactly(
                        fault(items, "SITE-PREEXAM", "committed_days", "promise-longer-than-law"));
    }

    @Test
    void refusesLimitWithoutUnit() {
        Csv items = Csv.shipped("items").change("SITE-PREEXAM", "statutory_unit", "");

        assertThat(faults("items", items.bytes()))
                .containsExactly(fault(items, "SITE-PREEXAM", "statutory_unit", "days-and-unit"));
    }

    @Test
    void refusesCodeThatStandsTwice() {
        Csv departments =
                Csv.shipped("departments").add(Map.of("dept_code", "NR", "name_zh", "又一个"));

        assertThat(faults("departments", departments.bytes()))
                .containsExactly(
                        "departments:"
                                + (departments.rows().size() + 1)
                                + ":dept_code:duplicate-key");
    }

    @Test
    void refusesCycleOfDependenciesAndNamesIt() {
        Csv dependencies =
                Csv.shipped("item_dependencies")
                        .add(
                                Map.of(
                                        "dependency_id", "DEP-900",
                                        "from_item", "CONSTRUCTION-PERMIT",
                                        "to_item", "SITE-PREEXAM"));

        List<Fault> faults = refused("item_dependencies", dependencies.bytes()).faults();

        assertThat(faults)
                .filteredOn(fault -> fault.rule().equals("cycle"))
                .anySatisfy(
                        fault -> {
                            assertThat(fault.line()).isEqualTo(dependencies.line("DEP-900"));
                            assertThat(fault.column()).isEqualTo("from_item");
                            assertThat(fault.arguments().getFirst())
                                    .contains("CONSTRUCTION-PERMIT → SITE-PREEXAM");
                        });
    }

    @Test
    void refusesCycleThatOnlyAMaterialCloses() {
        Csv materials =
                Csv.shipped("item_materials")
                        .change("MAT-051", "produced_by_item", "CONSTRUCTION-PERMIT");

        assertThat(refused("item_materials", materials.bytes()).faults())
                .anySatisfy(
                        fault -> {
                            assertThat(fault.table()).isEqualTo("item_materials");
                            assertThat(fault.line()).isEqualTo(materials.line("MAT-051"));
                            assertThat(fault.column()).isEqualTo("produced_by_item");
                            assertThat(fault.rule()).isEqualTo("cycle");
                        });
    }

    @Test
    void refusesItemsThatAreEachOthersPreconditionByThatName() {
        Csv dependencies =
                Csv.shipped("item_dependencies")
                        .add(
                                Map.of(
                                        "dependency_id", "DEP-900",
                                        "from_item", "ENT-FILING",
                                        "to_item", "PROJECT-CODE"));

        assertThat(refused("item_dependencies", dependencies.bytes()).faults())
                .filteredOn(fault -> fault.rule().equals("mutual-preconditions"))
                .extracting(Fault::line)
                .containsExactlyInAnyOrder(
                        dependencies.line("DEP-001"), dependencies.line("DEP-900"));
        assertThat(refused("item_dependencies", dependencies.bytes()).faults())
                .filteredOn(fault -> fault.rule().equals("mutual-preconditions"))
                .allSatisfy(
                        fault ->
                                assertThat(fault.arguments().getFirst())
                                        .contains("ENT-FILING → PROJECT-CODE"));
    }

    @Test
    void refusesAnyAlternativeThatClosesACircle() {
        Csv materials =
                Csv.shipped("item_materials")
                        .change("MAT-051", "produced_by_item", "BUSINESS-REG;CONSTRUCTION-PERMIT");

        assertThat(refused("item_materials", materials.bytes()).faults())
                .filteredOn(fault -> fault.rule().equals("cycle"))
                .anySatisfy(fault -> assertThat(fault.line()).isEqualTo(materials.line("MAT-051")));
    }

    @Test
    void refusesAMaterialThatNoneOfItsProducersCanProduceAndNamesThePath() {
        Csv nobody = Csv.shipped("item_materials").change("MAT-002", "produced_by_item", "NOBODY");
        Csv one =
                Csv.shipped("item_materials")
                        .change("MAT-002", "produced_by_item", "BUSINESS-REG;NOBODY");

        assertThat(refused("item_materials", nobody.bytes()).faults())
                .singleElement()
                .satisfies(
                        fault -> {
                            assertThat(fault.rule()).isEqualTo("material-nobody-produces");
                            assertThat(fault.arguments())
                                    .containsExactly("项目基本信息表", "NOBODY → PROJECT-CODE");
                        });
        assertThat(faults("item_materials", one.bytes()))
                .containsExactly(
                        "item_materials:"
                                + one.line("MAT-002")
                                + ":produced_by_item:unknown-reference");
    }

    @Test
    void refusesAPackageThatMakesAnItemWaitForItself() {
        Csv merged =
                Csv.shipped("packages")
                        .change("PKG-FEAS-3IN1", "item_codes", "PROJECT-CODE;GOV-FEAS-COMBINED");
        Csv carried =
                Csv.shipped("packages")
                        .change("PKG-CHANGE-1N", "item_codes", "ENT-FILING;PROJECT-CODE");

        assertThat(refused("packages", merged.bytes()).faults())
                .filteredOn(fault -> fault.rule().equals("package-in-a-circle"))
                .singleElement()
                .satisfies(
                        fault -> {
                            assertThat(fault.table()).isEqualTo("merged_approvals");
                            assertThat(fault.arguments().getFirst()).isEqualTo("PKG-FEAS-3IN1");
                            assertThat(fault.arguments().getLast())
                                    .contains("GOV-FEAS-COMBINED", " → ");
                        });
        assertThat(refused("packages", carried.bytes()).faults())
                .singleElement()
                .satisfies(
                        fault -> {
                            assertThat(fault.rule()).isEqualTo("package-in-a-circle");
                            assertThat(fault.line()).isEqualTo(carried.line("PKG-CHANGE-1N"));
                            assertThat(fault.arguments().getLast())
                                    .contains("ENT-FILING → PROJECT-CODE");
                        });
    }

    @Test
    void flagsMaterialsWhoseNamesContainEachOtherAndTakesThemAllTheSame() {
        TestCatalog catalog = TestCatalog.shipped();
        Csv materials = Csv.shipped("item_materials").change("MAT-004", "name_zh", "项目策划");

        List<Fault> flags =
                catalog.importTables(Map.of("item_materials", materials.bytes())).flags();

        assertThat(flags)
                .singleElement()
                .satisfies(
                        flag -> {
                            assertThat(flag.rule()).isEqualTo("material-contained");
                            assertThat(flag.line()).isEqualTo(materials.line("MAT-004"));
                            assertThat(flag.arguments()).containsExactly("项目策划", "项目策划生成申请表");
                        });
        assertThat(catalog.browsing().item(Region.TEMPLATE, "PROJECT-PLANNING", null).materials())
                .extracting(material -> material.nameZh())
                .contains("项目策划");
    }

    @Test
    void refusesItemsWithoutOneThatOthersReferTo() {
        Csv items = Csv.shipped("items");
        items.rows().removeIf(row -> "PROJECT-CODE".equals(row.get("item_code")));

        assertThat(refused("items", items.bytes()).faults())
                .extracting(Fault::table)
                .contains("item_dependencies", "item_materials", "project_type_items");
    }

    @Test
    void refusesWorkingDayThatIsNotWhatItsDateSays() {
        Csv workdays = Csv.shipped("workdays").change("2026-10-01", "weekday", "周一");

        assertThat(faults("workdays", workdays.bytes()))
                .containsExactly(fault(workdays, "2026-10-01", "weekday", "weekday-differs"));
    }

    @Test
    void refusesOrderOfATypeAgainstADependency() {
        Csv needs = Csv.shipped("project_type_items");
        needs.each(
                row ->
                        "PT-IND-MOCK".equals(row.get("project_type_code"))
                                && "CONSTRUCTION-PERMIT".equals(row.get("item_code")),
                row -> row.put("seq", "1"));

        assertThat(refused("project_type_items", needs.bytes()).faults())
                .extracting(Fault::rule)
                .contains("sequence-against-dependency", "sequence-gap");
    }

    @Test
    void refusesWhatIsNotTheTable() {
        assertThat(faults("departments", bytes(""))).containsExactly("departments:1::table-empty");
        assertThat(faults("departments", bytes("dept_code,name\nA,B\n")))
                .containsExactly("departments:1:name_zh:column-missing");
        assertThat(faults("departments", bytes("dept_code,name_zh,name_en,note,more\n")))
                .containsExactly("departments:1:more:column-unknown");
        assertThat(faults("departments", bytes("dept_code,name_zh,name_en,note\nA,甲,A\n")))
                .containsExactly("departments:2:note:field-count");
        assertThat(faults("departments", bytes("dept_code,name_zh,name_en,note\nA,\"甲\"x,A,\n")))
                .containsExactly("departments:2::csv-form");
        assertThat(faults("departments", new byte[] {(byte) 0xC3, 0x28}))
                .containsExactly("departments:1::not-utf-8");
        assertThatThrownBy(() -> imported("people", bytes("")))
                .isInstanceOfSatisfying(
                        Refusal.class, r -> assertThat(r.rule()).isEqualTo("table-unknown"));
    }

    @Test
    void onlyTheEditorOfTheTemplateImports() {
        byte[] table = Csv.shipped("departments").bytes();
        Actor clerk = new Actor(new UUID(0, 8), Role.CLERK, Region.TEMPLATE, null, null);

        assertThat(rule(table, Region.TEMPLATE, clerk)).isEqualTo("role-may-not");
        assertThat(rule(table, Region.TEMPLATE, TestCatalog.editor("140502")))
                .isEqualTo("not-your-place");
        assertThat(rule(table, new Region("140502"), EDITOR)).isEqualTo("import-template-only");
    }

    @Test
    void sameRowsAgainChangeNothingHoweverTheFileIsWritten() {
        TestCatalog catalog = TestCatalog.shipped();
        String crlf =
                new String(Csv.shipped("items").bytes(), StandardCharsets.UTF_8)
                        .replaceAll("\r?\n", "\r\n");

        assertThat(
                        catchThrowableOfType(
                                        Refusal.class,
                                        () -> catalog.importTables(Map.of("items", bytes(crlf))))
                                .rule())
                .isEqualTo("tables-unchanged");
        assertThat(catalog.browsing().version()).isEqualTo(1);
        assertThat(catalog.events()).isEmpty();
    }

    @Test
    void changedRowMakesANewVersionOfItsItemAlone() {
        TestCatalog catalog = TestCatalog.shipped();

        catalog.importTables(
                Map.of(
                        "items",
                        Csv.shipped("items")
                                .change("SITE-PREEXAM", "committed_days", "8")
                                .bytes()));

        Item item = catalog.catalog().item(Region.TEMPLATE, "SITE-PREEXAM").orElseThrow();
        assertThat(item.version()).isEqualTo("2");
        assertThat(item.promised()).isEqualTo(TimeLimit.workingDays(8));
        assertThat(catalog.catalog().item(Region.TEMPLATE, "ENT-FILING").orElseThrow().version())
                .isEqualTo("1");
        assertThat(catalog.browsing().item(Region.TEMPLATE, "SITE-PREEXAM", "1").promised())
                .isEqualTo(TimeLimit.workingDays(10));
        assertThat(catalog.events())
                .singleElement()
                .isInstanceOfSatisfying(
                        ItemsChanged.class,
                        changed -> {
                            assertThat(changed.itemCodes()).containsExactly("SITE-PREEXAM");
                            assertThat(changed.version()).isEqualTo("2");
                        });
    }

    @Test
    void publishedYearMakesANewCalendar() {
        TestCatalog catalog = TestCatalog.shipped();
        Csv workdays =
                Csv.shipped("workdays").each(row -> true, row -> row.put("status", "OFFICIAL"));

        catalog.importTables(Map.of("workdays", workdays.bytes()));

        assertThat(catalog.catalog().calendar().version()).isEqualTo("workdays-2");
        assertThat(catalog.events())
                .singleElement()
                .isInstanceOfSatisfying(
                        CalendarPublished.class,
                        published -> assertThat(published.version()).isEqualTo("workdays-2"));
    }

    @Test
    void severalTablesAreTakenTogetherOrNotAtAll() {
        TestCatalog catalog = TestCatalog.shipped();
        Map<String, byte[]> tables = new LinkedHashMap<>();
        tables.put("departments", Csv.shipped("departments").change("NR", "note", "x").bytes());
        tables.put("items", Csv.shipped("items").change("ENT-FILING", "kind_code", "X").bytes());

        assertThatThrownBy(() -> catalog.importTables(tables)).isInstanceOf(TablesRefused.class);
        assertThat(
                        catalog.database()
                                .sql("select count(*) from catalog.edition where number > 1")
                                .query(Integer.class)
                                .single())
                .isZero();
    }

    @Test
    void restartKeepsWhatAnEditorImportedSince() {
        TestCatalog catalog = TestCatalog.shipped();
        catalog.importTables(
                Map.of(
                        "departments",
                        Csv.shipped("departments").change("NR", "name_zh", "自规局").bytes()));

        TestCatalog restarted = catalog.otherNode();
        restarted.importing().importShipped(TestCatalog.shippedTables());

        assertThat(restarted.catalog().departmentName("NR")).isEqualTo("自规局");
    }

    private static void imported(String table, byte[] content) {
        SHIPPED.importTables(Map.of(table, content));
    }

    private static TablesRefused refused(String table, byte[] content) {
        return catchThrowableOfType(TablesRefused.class, () -> imported(table, content));
    }

    private static List<String> faults(String table, byte[] content) {
        return refused(table, content).faults().stream()
                .map(
                        fault ->
                                fault.table()
                                        + ":"
                                        + fault.line()
                                        + ":"
                                        + fault.column()
                                        + ":"
                                        + fault.rule())
                .toList();
    }

    private static String fault(Csv csv, String key, String column, String rule) {
        String table = csv.rows().getFirst().containsKey("weekday") ? "workdays" : "items";
        return table + ":" + csv.line(key) + ":" + column + ":" + rule;
    }

    private static String rule(byte[] table, Region region, Actor actor) {
        return catchThrowableOfType(
                        Refusal.class,
                        () ->
                                SHIPPED.proposing()
                                        .propose(Map.of("departments", table), region, "试", actor))
                .rule();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
