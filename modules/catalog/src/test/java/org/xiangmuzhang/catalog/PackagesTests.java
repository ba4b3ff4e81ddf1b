package org.xiangmuzhang.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.xiangmuzhang.catalog.domain.Fault;
import org.xiangmuzhang.catalog.domain.LocalRow;
import org.xiangmuzhang.catalog.domain.LocalValues;
import org.xiangmuzhang.catalog.domain.TablesRefused;
import org.xiangmuzhang.catalog.domain.bundle.Family;
import org.xiangmuzhang.catalog.domain.bundle.Measure;
import org.xiangmuzhang.catalog.domain.bundle.OneMatter;
import org.xiangmuzhang.catalog.domain.bundle.Part;
import org.xiangmuzhang.catalog.domain.bundle.PublishedFigure;
import org.xiangmuzhang.catalog.domain.bundle.Saving;
import org.xiangmuzhang.catalog.domain.bundle.SharedField;
import org.xiangmuzhang.catalog.domain.bundle.SharedMaterial;
import org.xiangmuzhang.catalog.domain.bundle.Term;
import org.xiangmuzhang.catalog.port.in.LookingAtPackages;
import org.xiangmuzhang.catalog.port.in.LookingAtPackages.PackageLine;
import org.xiangmuzhang.kernel.Refusal;
import org.xiangmuzhang.kernel.Region;
import org.xiangmuzhang.kernel.TimeLimit;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

@Execution(ExecutionMode.CONCURRENT)
class PackagesTests {

    private static final TestCatalog SHIPPED = TestCatalog.shipped();
    private static final LookingAtPackages PACKAGES = SHIPPED.packages();
    private static final Region COUNTY = new Region("140522");

    @Test
    void everyPackageOfTheTableIsThereWithItsFamilyAndItsLead() {
        List<PackageLine> lines = PACKAGES.packages(COUNTY);

        assertThat(lines).hasSameSizeAs(Csv.shipped("packages").rows());
        assertThat(lines).allSatisfy(line -> assertThat(line.lead()).isNotNull());
        assertThat(lines.stream().map(PackageLine::family).distinct()).contains(Family.values());
        assertThat(lines).noneSatisfy(line -> assertThat(line.lapsed()).isNotEmpty());
    }

    @Test
    void mergedDecisionIsCountedAgainstTheThreeThatItReplaces() {
        OneMatter matter = PACKAGES.matter(COUNTY, "PKG-FEAS-3IN1");

        assertThat(place(matter, "GOV-FEAS-COMBINED")).isEqualTo(Part.Place.STANDS_FOR_OTHERS);
        assertThat(place(matter, "GOV-PROPOSAL")).isEqualTo(Part.Place.REPLACED);
        assertThat(matter.saving(Measure.LEGAL_DAYS).oneByOne())
                .extracting(Term::item)
                .containsExactly("GOV-PROPOSAL", "GOV-FEASIBILITY", "GOV-PRELIM-DESIGN");
        assertThat(matter.saving(Measure.LEGAL_DAYS).before()).isEqualTo(60);
        assertThat(matter.saving(Measure.LEGAL_DAYS).after()).isEqualTo(1);
        assertThat(matter.promised()).isEqualTo(TimeLimit.workingDays(1));
    }

    @Test
    void mergerThatDoesNotHoldAtAPlaceLeavesTheItemsAsTheyAre() {
        OneMatter there = PACKAGES.matter(new Region("350200"), "PKG-CAD-IN-PLAN");
        OneMatter here = PACKAGES.matter(COUNTY, "PKG-CAD-IN-PLAN");

        assertThat(place(there, "CAD-BUILD")).isEqualTo(Part.Place.REPLACED);
        assertThat(there.saving(Measure.LEGAL_DAYS).before()).isEqualTo(40);
        assertThat(place(here, "CAD-BUILD")).isEqualTo(Part.Place.DECIDED);
    }

    @Test
    void figureIsProvenWhenNoNumberOfItIsAStartingValue() {
        TestCatalog own = TestCatalog.shipped();
        assertThat(PACKAGES.matter(COUNTY, "PKG-BARBER").saving(Measure.DAYS).assumed())
                .containsExactly("DEFAULT");
        for (String code : List.of("BUSINESS-REG", "HYGIENE-LICENSE")) {
            own.overriding()
                    .override(
                            COUNTY,
                            code,
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
                            TestCatalog.editor("140522"));
        }

        OneMatter matter = own.packages().matter(COUNTY, "PKG-BARBER");
        assertThat(matter.saving(Measure.DAYS).isProven()).isTrue();
        assertThat(matter.saving(Measure.TRIPS).isProven()).isFalse();
        assertThat(matter.assumed()).contains("DEFAULT");
    }

    @Test
    void ofAChoiceOneItemIsCounted() {
        OneMatter matter = PACKAGES.matter(COUNTY, "PKG-ONE-BOOK-5");

        assertThat(place(matter, "EIA-TABLE")).isEqualTo(Part.Place.INSTEAD);
        assertThat(matter.saving(Measure.DAYS).oneByOne()).hasSize(5);
        assertThat(matter.saving(Measure.DAYS).before()).isEqualTo(15 + 5 + 3 + 10 + 15);
    }

    @Test
    void oneReviewDoesForAllItemsOfABundledAssessment() {
        OneMatter matter = PACKAGES.matter(COUNTY, "PKG-ONE-BOOK-5");

        assertThat(matter.steps()).isEqualTo(1);
        assertThat(matter.saving(Measure.DAYS).after()).isEqualTo(15);
        assertThat(matter.saving(Measure.STEPS).ordered())
                .extracting(Term::why)
                .containsExactly(
                        Term.Why.ACCEPTED_ONCE, Term.Why.AT_ONE_TIME, Term.Why.HANDED_OVER_ONCE);
    }

    @Test
    void itemsWaitForWhatTheLawOrTheirMaterialsPutBeforeThem() {
        OneMatter matter = PACKAGES.matter(COUNTY, "PKG-FIRST-CHECK");

        assertThat(part(matter, "JOINT-ACCEPT").after())
                .contains("PLAN-VERIFY", "FIRE-ACCEPT", "JOINT-SURVEY");
        assertThat(part(matter, "PLAN-VERIFY").step()).isEqualTo(2);
        assertThat(matter.saving(Measure.DAYS).ordered())
                .extracting(Term::item)
                .containsExactly("JOINT-SURVEY", "PLAN-VERIFY", "JOINT-ACCEPT");
        assertThat(matter.saving(Measure.DAYS).after()).isEqualTo(10 + 5 + 10);
    }

    @Test
    void materialOfSeveralItemsStandsOnceWithEverybodyWhoReadsIt() {
        OneMatter matter = PACKAGES.matter(COUNTY, "PKG-3PLUS");

        assertThat(matter.materials()).extracting(SharedMaterial::nameZh).doesNotHaveDuplicates();
        assertThat(matter.materials())
                .anySatisfy(
                        material -> {
                            assertThat(material.readers()).hasSizeGreaterThan(1);
                            assertThat(material.departments()).isNotEmpty();
                        });
    }

    @Test
    void whatItsMakerAsksForItselfIsHandedInOnce() {
        OneMatter matter =
                PACKAGES.preview(COUNTY, Map.of("item_codes", "STEWARD-ENTRUST;STEWARD-STUDY"));
        SharedMaterial entrustment = material(matter, "全代办服务委托书");

        assertThat(entrustment.fate()).isEqualTo(SharedMaterial.Fate.HANDED_IN);
        assertThat(entrustment.readers()).containsExactly("STEWARD-ENTRUST", "STEWARD-STUDY");
        assertThat(matter.saving(Measure.LISTED).saved()).isEqualTo(1);
    }

    @Test
    void whatIsMadeInsideThePackageIsNotHandedIn() {
        OneMatter matter = PACKAGES.matter(COUNTY, "PKG-FIRST-CHECK");
        Saving materials = matter.saving(Measure.MATERIALS);

        assertThat(material(matter, "多测合一成果报告").fate()).isEqualTo(SharedMaterial.Fate.MADE_INSIDE);
        assertThat(material(matter, "多测合一成果报告").madeBy()).containsExactly("JOINT-SURVEY");
        assertThat(materials.before()).isEqualTo(17);
        assertThat(materials.after())
                .isEqualTo(13)
                .isEqualTo(
                        (int)
                                matter.materials().stream()
                                        .filter(it -> it.fate() == SharedMaterial.Fate.HANDED_IN)
                                        .count());
    }

    @Test
    void fieldsOfOneMeaningStandOnceAndKnowTheirReaders() {
        OneMatter matter = PACKAGES.matter(COUNTY, "PKG-FOURCERT");
        SharedField area =
                matter.fields().stream()
                        .filter(field -> field.meaning().equals("PROJECT-CODE"))
                        .findFirst()
                        .orElseThrow();

        assertThat(matter.fields()).extracting(SharedField::meaning).doesNotHaveDuplicates();
        assertThat(area.readers())
                .containsExactlyInAnyOrder(
                        "LAND-REGISTRATION",
                        "LAND-PLAN-PERMIT",
                        "ENG-PLAN-PERMIT",
                        "CONSTRUCTION-PERMIT");
        assertThat(area.departments()).containsExactlyInAnyOrder("REGISTRY", "NR", "HURD");
        assertThat(matter.saving(Measure.FIELDS).after()).isEqualTo(matter.fields().size());
    }

    @Test
    void everyItemHasFieldsStepsAndVisits() {
        List<String> items =
                Csv.shipped("items").rows().stream()
                        .map(row -> Objects.requireNonNull(row.get("item_code")))
                        .toList();
        List<String> fields =
                Csv.shipped("item_fields").rows().stream()
                        .map(row -> Objects.requireNonNull(row.get("item_code")))
                        .toList();
        List<String> steps =
                Csv.shipped("item_steps").rows().stream()
                        .map(row -> Objects.requireNonNull(row.get("item_code")))
                        .toList();

        assertThat(fields).containsAll(items);
        assertThat(steps).containsExactlyElementsOf(items);
    }

    @Test
    void changeThatCarriesPermitsAsksForTheChangeAlone() {
        OneMatter matter = PACKAGES.matter(COUNTY, "PKG-CHANGE-1N");

        assertThat(matter.parts())
                .filteredOn(part -> part.place() == Part.Place.CARRIED)
                .hasSize(3);
        assertThat(matter.materials())
                .allSatisfy(
                        material ->
                                assertThat(material.readers()).containsExactly("BUSINESS-CHANGE"));
        assertThat(matter.saving(Measure.DAYS).computed()).isEqualTo(10);
        assertThat(matter.saving(Measure.DAYS).after()).isZero();
    }

    @Test
    void sumsAreThoseOfTheirTermsAndPublishedFiguresStandBeside() {
        OneMatter matter = PACKAGES.matter(COUNTY, "PKG-SNACK");

        assertThat(matter.savings())
                .allSatisfy(
                        saving ->
                                assertThat(saving.computed())
                                        .isEqualTo(
                                                saving.ordered().stream()
                                                        .mapToInt(Term::value)
                                                        .sum()));
        assertThat(matter.saving(Measure.TRIPS).published())
                .singleElement()
                .satisfies(
                        figure -> {
                            assertThat(figure.percent()).isTrue();
                            assertThat(figure.change()).isEqualByComparingTo("80");
                        });
    }

    @Test
    void publishedFiguresAreReadInAllTheirForms() {
        for (String form :
                List.of(
                        "DAYS:55>1WD",
                        "DAYS:>4H",
                        "DAYS:~100>10WD",
                        "TRIPS:-80%",
                        "TRIPS:-27",
                        "COST:~-1500000CNY",
                        "DAYS:~-1MON")) {
            assertThat(PublishedFigure.isForm(form)).as(form).isTrue();
        }
        for (String form :
                List.of("", "DAYS", "DAYS:55", "DAYS:5>>1", "HOURS:1>2", "DAYS:-80%%", "=1+1")) {
            assertThat(PublishedFigure.isForm(form)).as(form).isFalse();
        }
    }

    @Test
    void placeMayHaveOtherStepsAndFieldsForAnItem() {
        TestCatalog own = TestCatalog.shipped();
        Region city = new Region("140500");
        int before = own.packages().matter(COUNTY, "PKG-SNACK").saving(Measure.TRIPS).before();

        own.rows()
                .override(
                        city,
                        "item_steps",
                        "FOOD-LICENSE",
                        new LocalRow(false, Map.of("visits", "0")),
                        0,
                        TestCatalog.editor("140500"));
        own.rows()
                .override(
                        city,
                        "item_fields",
                        "FOOD-LICENSE/EMPLOYEES",
                        new LocalRow(true, Map.of()),
                        0,
                        TestCatalog.editor("140500"));

        OneMatter below = own.packages().matter(COUNTY, "PKG-SNACK");
        assertThat(below.saving(Measure.TRIPS).before()).isEqualTo(before - 2);
        assertThat(below.fields())
                .extracting(SharedField::meaning)
                .doesNotContain("EMPLOYEES")
                .contains("PREMISES");
        assertThat(own.packages().matter(new Region("330200"), "PKG-SNACK").fields())
                .extracting(SharedField::meaning)
                .contains("EMPLOYEES");
    }

    @Test
    void packageWhoseItemLapsesIsFlaggedAndRefusedForNewUse() {
        TestCatalog own = TestCatalog.shipped();
        Csv items = Csv.shipped("items").add(Map.of("item_code", "ITEM-OF-A-YEAR"));
        own.importTables(Map.of("items", items.bytes()));
        Map<String, String> row = new HashMap<>(Csv.shipped("packages").rows().getFirst());
        row.putAll(
                Map.of(
                        "package_code", "PKG-LOCAL-1",
                        "item_codes", "BUSINESS-REG;ITEM-OF-A-YEAR",
                        "choices", ""));
        own.rows()
                .override(
                        new Region("140500"),
                        "packages",
                        "PKG-LOCAL-1",
                        new LocalRow(false, row),
                        0,
                        TestCatalog.editor("140500"));
        assertThat(own.packages().forNewUse(COUNTY, "PKG-LOCAL-1").lapsed()).isEmpty();

        own.importTables(Map.of("items", Csv.shipped("items").bytes()));

        OneMatter matter = own.packages().matter(COUNTY, "PKG-LOCAL-1");
        assertThat(matter.lapsed()).containsExactly("ITEM-OF-A-YEAR");
        assertThat(matter.isUsable()).isFalse();
        assertThat(matter.saving(Measure.DAYS).oneByOne()).hasSize(1);
        assertThatThrownBy(() -> own.packages().forNewUse(COUNTY, "PKG-LOCAL-1"))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> {
                            assertThat(refusal.rule()).isEqualTo("package-lapsed");
                            assertThat(refusal.kind()).isEqualTo(Refusal.Kind.CONFLICT);
                            assertThat(refusal.arguments()).contains("ITEM-OF-A-YEAR");
                        });
    }

    @Test
    void packageWithoutItemsOfTheCatalogIsForInformationOnly() {
        assertThat(PACKAGES.matter(COUNTY, "PKG-VETERAN").savings()).isEmpty();
        assertThatThrownBy(() -> PACKAGES.forNewUse(COUNTY, "PKG-VETERAN"))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> assertThat(refusal.rule()).isEqualTo("package-without-items"));
    }

    @Test
    void refusesPackagesThatCannotBeWorkedOut() {
        assertThat(faults("PKG-SNACK", "item_codes", "BUSINESS-REG;BUSINESS-REG"))
                .containsExactly("item_codes:item-twice");
        assertThat(faults("PKG-SNACK", "choices", "BUSINESS-REG/EIA-TABLE"))
                .containsExactly("choices:item-not-in-package");
        assertThat(faults("PKG-SNACK", "promised_days", "3"))
                .containsExactly("promised_unit:days-and-unit");
        assertThat(faults("PKG-SNACK", "published_figures", "DAYS:much"))
                .containsExactly("published_figures:figure-form");
        assertThat(faults("PKG-SNACK", "family", "SOMETHING"))
                .containsExactly("family:value-not-allowed");
    }

    private static List<String> faults(String code, String column, String value) {
        Csv packages = Csv.shipped("packages").change(code, column, value);
        try {
            SHIPPED.importTables(Map.of("packages", packages.bytes()));
            return List.of();
        } catch (TablesRefused refused) {
            return refused.faults().stream()
                    .map((Fault fault) -> fault.column() + ":" + fault.rule())
                    .toList();
        }
    }

    private static Part part(OneMatter matter, String item) {
        return matter.parts().stream()
                .filter(part -> part.item().code().equals(item))
                .findFirst()
                .orElseThrow();
    }

    private static Part.Place place(OneMatter matter, String item) {
        return part(matter, item).place();
    }

    private static SharedMaterial material(OneMatter matter, String name) {
        return matter.materials().stream()
                .filter(material -> material.nameZh().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
