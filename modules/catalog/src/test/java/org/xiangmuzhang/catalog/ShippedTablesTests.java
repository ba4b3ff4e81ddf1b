package org.xiangmuzhang.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.xiangmuzhang.catalog.api.Catalog;
import org.xiangmuzhang.catalog.api.Dependency;
import org.xiangmuzhang.catalog.api.Item;
import org.xiangmuzhang.catalog.api.Material;
import org.xiangmuzhang.catalog.api.MergedItem;
import org.xiangmuzhang.catalog.api.ProjectType;
import org.xiangmuzhang.catalog.api.Regions;
import org.xiangmuzhang.catalog.api.SpecialProcedure;
import org.xiangmuzhang.catalog.api.Stage;
import org.xiangmuzhang.catalog.domain.Table;
import org.xiangmuzhang.catalog.events.CalendarPublished;
import org.xiangmuzhang.catalog.events.ItemsChanged;
import org.xiangmuzhang.kernel.Actor;
import org.xiangmuzhang.kernel.Region;
import org.xiangmuzhang.kernel.Role;
import org.xiangmuzhang.kernel.TimeLimit;
import org.xiangmuzhang.kernel.WorkingDays;

import java.time.LocalDate;
import java.time.Year;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

@Execution(ExecutionMode.CONCURRENT)
class ShippedTablesTests {

    private static final TestCatalog SHIPPED = TestCatalog.shipped();
    private static final Catalog CATALOG = SHIPPED.catalog();

    @Test
    void everyTableHasTheRowsOfItsFile() {
        for (Table table : Table.OWN) {
            Integer stored =
                    SHIPPED.database()
                            .sql(
                                    """
                                    select count(*) from catalog.entry
                                    join catalog.edition on edition.id = entry.edition
                                    where in_force and table_name = ?
                                    """)
                            .param(table.text())
                            .query(Integer.class)
                            .single();

            assertThat(stored).as(table.text()).isEqualTo(Csv.shipped(table.text()).rows().size());
        }
    }

    @Test
    void firstImportTellsOfEveryItemAndOfTheCalendar() {
        TestCatalog fresh = TestCatalog.empty();
        fresh.importing().importShipped(TestCatalog.shippedTables());

        assertThat(fresh.events())
                .hasSize(2)
                .anySatisfy(
                        event ->
                                assertThat(event)
                                        .isInstanceOfSatisfying(
                                                ItemsChanged.class,
                                                changed ->
                                                        assertThat(changed.itemCodes())
                                                                .hasSameSizeAs(
                                                                        Csv.shipped("items")
                                                                                .rows())))
                .anySatisfy(event -> assertThat(event).isInstanceOf(CalendarPublished.class));
    }

    @Test
    void restartChangesNothingAndTellsNothing() {
        TestCatalog first = TestCatalog.shipped();
        TestCatalog again = first.otherNode();

        var imported = again.importing().importShipped(TestCatalog.shippedTables());

        assertThat(imported.tables()).hasSize(Table.OWN.size()).noneMatch(t -> t.changed());
        assertThat(imported.version()).isEqualTo(1);
        assertThat(again.events()).isEmpty();
    }

    @Test
    void itemCarriesMaterialsLimitsAndProcedures() {
        Item item = item("SITE-PREEXAM");

        assertThat(item.version()).isEqualTo("1");
        assertThat(item.stage()).isEqualTo(Stage.LAND_AND_PROJECT);
        assertThat(item.department()).isEqualTo("NR");
        assertThat(CATALOG.departmentName(item.department())).isEqualTo("自然资源主管部门");
        assertThat(item.statutory()).isEqualTo(TimeLimit.workingDays(20));
        assertThat(item.promised()).isEqualTo(TimeLimit.workingDays(10));
        assertThat(item.procedures())
                .containsExactlyInAnyOrder(SpecialProcedure.PUBLICITY, SpecialProcedure.EXPERT);
        assertThat(item.simulatable()).isTrue();
        assertThat(item.materials())
                .extracting(Material::id)
                .containsExactlyElementsOf(
                        Csv.shipped("item_materials").rows().stream()
                                .filter(row -> "SITE-PREEXAM".equals(row.get("item_code")))
                                .map(row -> row.getOrDefault("material_id", ""))
                                .toList());
    }

    @Test
    void limitInCalendarDaysKeepsItsUnit() {
        assertThat(item("EIA-REPORT").statutory()).isEqualTo(TimeLimit.calendarDays(60));
        assertThat(item("PROJECT-CODE").statutory()).isNull();
    }

    @Test
    void actsOfOtherContextsAreMilestones() {
        assertThat(CATALOG.items(Region.TEMPLATE).stream().filter(Item::milestone))
                .extracting(Item::code)
                .containsExactlyInAnyOrder(
                        "STEWARD-ENTRUST",
                        "STEWARD-STUDY",
                        "JOINT-PREEXAM",
                        "MOCK-APPROVAL",
                        "LAND-REQUISITION",
                        "LAND-GRANT",
                        "LAND-ALLOCATION",
                        "LAND-DELIVERY");
    }

    @Test
    void itemsComeByStageAndCode() {
        List<Item> items = CATALOG.items(new Region("140502"));

        assertThat(items)
                .hasSameSizeAs(Csv.shipped("items").rows())
                .isSortedAccordingTo(
                        (one, other) ->
                                one.stage() == other.stage()
                                        ? one.code().compareTo(other.code())
                                        : one.stage().compareTo(other.stage()));
    }

    @Test
    void projectTypesNeedTheItemsOfTheirTableInATopologicalOrder() {
        for (String code : List.of("PT-IND-MOCK", "PT-GOV-ROAD", "PT-PV-GROUND")) {
            ProjectType type = type(code);
            Set<String> earlier = new HashSet<>();
            Map<String, String> expected =
                    Csv.shipped("project_type_items").rows().stream()
                            .filter(row -> code.equals(row.get("project_type_code")))
                            .collect(
                                    Collectors.toMap(
                                            row -> row.getOrDefault("item_code", ""),
                                            row -> row.getOrDefault("necessity", "")));

            assertThat(type.items()).as(code).hasSize(expected.size());
            for (ProjectType.Need need : type.items()) {
                String item = need.item().code();
                assertThat(need.mandatory()).isEqualTo("mandatory".equals(expected.get(item)));
                assertThat(
                                type.dependencies().stream()
                                        .filter(edge -> edge.to().equals(item))
                                        .map(Dependency::from))
                        .isSubsetOf(earlier);
                earlier.add(item);
            }
        }
    }

    @Test
    void roadNeedsTheCombinedApprovalAndTheSolarPlantTheFourFrontItems() {
        assertThat(codes(type("PT-GOV-ROAD")))
                .contains("GOV-FEAS-COMBINED", "LAND-ALLOCATION")
                .doesNotContain("GOV-PROPOSAL", "GOV-FEASIBILITY", "GOV-PRELIM-DESIGN");
        assertThat(codes(type("PT-PV-GROUND")))
                .contains("SITE-PREEXAM", "ENT-APPROVAL", "SOILWATER-REPORT", "EIA-RADIATION");
        assertThat(codes(type("PT-IND-MOCK")))
                .contains("LAND-GRANT", "LAND-PLAN-PERMIT", "ENG-PLAN-PERMIT");
        assertThat(type("PT-IND-MOCK").targetDays()).isEqualTo(1);
    }

    @Test
    void combinedApprovalStandsForTheThreeItReplaces() {
        assertThat(CATALOG.mergedItems(new Region("140502")))
                .containsExactly(
                        new MergedItem(
                                "GOV-FEAS-COMBINED",
                                List.of("GOV-PROPOSAL", "GOV-FEASIBILITY", "GOV-PRELIM-DESIGN")));
    }

    @Test
    void mergedApprovalOfOnePlaceHoldsOnlyThere() {
        MergedItem airDefence = new MergedItem("ENG-PLAN-PERMIT", List.of("CAD-BUILD"));

        assertThat(CATALOG.mergedItems(new Region("350200"))).contains(airDefence);
        assertThat(CATALOG.mergedItems(new Region("350203"))).contains(airDefence);
        assertThat(CATALOG.mergedItems(new Region("350500"))).doesNotContain(airDefence);
    }

    @Test
    void calendarAgreesWithTheTableOfWorkingDays() {
        WorkingDays calendar = CATALOG.calendar();

        assertThat(calendar.version()).isEqualTo("workdays-1");
        for (Map<String, String> row : Csv.shipped("workdays").rows()) {
            LocalDate day = LocalDate.parse(row.getOrDefault("date", ""));
            assertThat(calendar.isWorkingDay(day))
                    .as(day.toString())
                    .isEqualTo("1".equals(row.get("is_working_day")));
            assertThat(calendar.isProvisional(day))
                    .isEqualTo(!"OFFICIAL".equals(row.get("status")));
        }
        assertThat(calendar.publishedYears())
                .containsExactlyInAnyOrder(Year.of(2024), Year.of(2025), Year.of(2026));
    }

    @Test
    void regionsAndIndustriesAreKnownByTheirCodes() {
        assertThat(CATALOG.knows(new Region("Z431000FTZ"))).isTrue();
        assertThat(CATALOG.knows(new Region("999999"))).isFalse();
        assertThat(CATALOG.knows(Region.TEMPLATE)).isFalse();
        assertThat(CATALOG.regionName(new Region("140502"))).isEqualTo("城区");
        assertThat(CATALOG.regionName(new Region("999999"))).isEqualTo("999999");
        assertThat(CATALOG.knowsIndustry("44")).isTrue();
        assertThat(CATALOG.knowsIndustry("D")).isTrue();
        assertThat(CATALOG.knowsIndustry("98")).isFalse();
    }

    private static Item item(String code) {
        return CATALOG.item(Region.TEMPLATE, code).orElseThrow();
    }

    private static ProjectType type(String code) {
        return CATALOG.projectType(Region.TEMPLATE, code).orElseThrow();
    }

    private static List<String> codes(ProjectType type) {
        return type.items().stream().map(need -> need.item().code()).toList();
    }

    @Test
    void regionsLieBelowWhateverTheTreeSaysAndBelowTheTemplate() {
        Regions regions = SHIPPED.regions();
        Region zone = new Region("Z370403GX");

        assertThat(regions.covers(new Region("370403"), zone)).isTrue();
        assertThat(regions.covers(new Region("370400"), zone)).isTrue();
        assertThat(regions.covers(new Region("370000"), zone)).isTrue();
        assertThat(regions.covers(Region.TEMPLATE, zone)).isTrue();
        assertThat(regions.covers(zone, new Region("370403"))).isFalse();
        assertThat(regions.covers(new Region("140500"), zone)).isFalse();
        assertThat(regions.covers(new Region("140500"), new Region("140502"))).isTrue();
        assertThat(regions.within(new Region("370403")))
                .containsExactlyInAnyOrder(new Region("370403"), zone);
        assertThat(regions.within(new Region("999999"))).containsExactly(new Region("999999"));
    }

    @Test
    void officialsLookAsFarAsTheirPostReaches() {
        Regions regions = SHIPPED.regions();
        Region city = new Region("140500");
        Region county = new Region("140502");
        for (Role role : Role.values()) {
            Actor actor = new Actor(UUID.randomUUID(), role, city, null, null);
            boolean down = Regions.LOOK_DOWN.contains(role) || role == Role.SYSTEM;

            assertThat(regions.reaches(actor, city)).as("%s", role).isTrue();
            assertThat(regions.reaches(actor, county)).as("%s", role).isEqualTo(down);
            assertThat(regions.reachOf(actor)).contains(city);
        }
    }
}
