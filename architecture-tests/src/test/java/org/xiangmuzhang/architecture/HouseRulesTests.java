package org.xiangmuzhang.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.conditions.ArchConditions.callMethodWhere;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;

import org.jmolecules.architecture.hexagonal.Application;
import org.jmolecules.architecture.hexagonal.PrimaryAdapter;
import org.jmolecules.architecture.hexagonal.PrimaryPort;
import org.jmolecules.architecture.hexagonal.SecondaryAdapter;
import org.jmolecules.architecture.hexagonal.SecondaryPort;
import org.jmolecules.archunit.JMoleculesArchitectureRules;
import org.jmolecules.archunit.JMoleculesArchitectureRules.VerificationDepth;
import org.jmolecules.archunit.JMoleculesDddRules;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.springframework.modulith.NamedInterface;
import org.xiangmuzhang.kernel.EventType;
import org.xiangmuzhang.kernel.LoggedEvent;
import org.xiangmuzhang.kernel.Region;

import java.lang.annotation.Annotation;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Each rule holds for the house, and catches the offender planted for it. */
class HouseRulesTests {

    private static final Set<String> PERSONAL =
            Set.of(
                    "name",
                    "title",
                    "phone",
                    "mobile",
                    "email",
                    "address",
                    "text",
                    "comment",
                    "reason",
                    "note",
                    "login",
                    "contact",
                    "opinion",
                    "idnumber");

    /** Part of the hexagon, or of what is published. */
    private static final Set<Class<? extends Annotation>> ROLES =
            Set.of(
                    Application.class,
                    PrimaryPort.class,
                    SecondaryPort.class,
                    PrimaryAdapter.class,
                    SecondaryAdapter.class,
                    NamedInterface.class);

    private static final Set<String> RULE_NAMES = Set.of("reason", "rule", "cause");
    private static final Set<Class<?>> PLAIN =
            Set.of(
                    String.class,
                    UUID.class,
                    Region.class,
                    LocalDate.class,
                    Instant.class,
                    BigDecimal.class,
                    Integer.class,
                    Long.class,
                    Boolean.class,
                    int.class,
                    long.class,
                    boolean.class);

    /** Rule by the name of the package in which its offender is planted. */
    private static Map<String, ArchRule> rules() {
        return Map.ofEntries(
                Map.entry("framework", domainKnowsNoFramework()),
                Map.entry("siblings", adaptersDoNotKnowEachOther()),
                Map.entry("outward", domainKnowsNothingFurtherOut()),
                Map.entry("hexagon", hexagonIsSemiStrict()),
                Map.entry("roles", nothingIsWithoutARole()),
                Map.entry("building", JMoleculesDddRules.all()),
                Map.entry("names", namesSayWhatAThingIs()),
                Map.entry("thinair", timeComesFromTheClock()),
                Map.entry("nulls", everyPackageIsNullMarked()),
                Map.entry("events", eventsAreNamedPlainRecords()),
                Map.entry("personal", eventsCarryNoPersonalData()),
                Map.entry("console", nobodyPrintsToTheConsole()));
    }

    @TestFactory
    Stream<DynamicTest> everyRuleHolds() {
        return rules().entrySet().stream()
                .map(
                        rule ->
                                DynamicTest.dynamicTest(
                                        rule.getKey() + ": " + rule.getValue().getDescription(),
                                        () -> rule.getValue().check(House.production())));
    }

    @TestFactory
    Stream<DynamicTest> everyRuleCatchesItsPlantedOffender() {
        return rules().entrySet().stream()
                .map(
                        rule ->
                                DynamicTest.dynamicTest(
                                        rule.getKey(),
                                        () ->
                                                assertThat(
                                                                rule.getValue()
                                                                        .evaluate(
                                                                                House.planted(
                                                                                        rule
                                                                                                .getKey()))
                                                                        .hasViolation())
                                                        .as("planted offender of %s", rule.getKey())
                                                        .isTrue()));
    }

    @Test
    void everyModuleHasClasses() {
        assertThat(withoutClasses(House.moduleNames())).isEmpty();
    }

    @Test
    void aModuleWithoutClassesIsSeen() {
        assertThat(withoutClasses(List.of("kernel", "hollow"))).containsExactly("hollow");
    }

    private static List<String> withoutClasses(List<String> modules) {
        return modules.stream()
                .filter(
                        module ->
                                House.production().stream()
                                        .filter(resideInAPackage(packagesOf(module)))
                                        .allMatch(
                                                type ->
                                                        type.getSimpleName()
                                                                .equals("package-info")))
                .toList();
    }

    private static String packagesOf(String module) {
        return module.equals("app") ? House.BASE : House.BASE + "." + module + "..";
    }

    private static ArchRule domainKnowsNoFramework() {
        return noClasses()
                .that()
                .resideInAPackage("..domain..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "org.springframework..",
                        "java.sql..",
                        "javax.sql..",
                        "java.net..",
                        "jakarta..",
                        "tools.jackson..");
    }

    private static ArchRule domainKnowsNothingFurtherOut() {
        return noClasses()
                .that()
                .resideInAPackage("..domain..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("..application..", "..adapter..", "..port..");
    }

    private static ArchRule adaptersDoNotKnowEachOther() {
        return slices().matching("(**).adapter.(*).(*)..").should().notDependOnEachOther();
    }

    private static ArchRule hexagonIsSemiStrict() {
        return JMoleculesArchitectureRules.ensureHexagonal(VerificationDepth.SEMI_STRICT);
    }

    private static ArchRule nothingIsWithoutARole() {
        return classes()
                .that()
                .resideInAnyPackage("..intake..", "..steward..")
                .and()
                .doNotHaveSimpleName("package-info")
                .should(
                        new ArchCondition<>("stand in a package that says its role") {
                            @Override
                            public void check(JavaClass type, ConditionEvents events) {
                                boolean said =
                                        ROLES.stream().anyMatch(type.getPackage()::isAnnotatedWith);
                                events.add(
                                        new SimpleConditionEvent(
                                                type,
                                                said,
                                                type.getName() + " in a package without a role"));
                            }
                        });
    }

    private static ArchRule namesSayWhatAThingIs() {
        return noClasses()
                .should()
                .haveNameMatching(".*(Impl|Manager|Util|Utils|Helper|DTO|Dto)")
                .orShould()
                .resideInAnyPackage("..util..", "..common..", "..dto..", "..helper..");
    }

    private static ArchRule timeComesFromTheClock() {
        return noClasses()
                .that()
                .resideOutsideOfPackages(House.BASE + ".timers..")
                .should(
                        callMethodWhere(
                                describe(
                                        "takes the time from thin air",
                                        HouseRulesTests::takesTimeFromThinAir)));
    }

    private static boolean takesTimeFromThinAir(JavaMethodCall call) {
        JavaClass owner = call.getTargetOwner();
        boolean now =
                call.getName().equals("now")
                        && owner.getPackageName().equals("java.time")
                        && call.getTarget().getRawParameterTypes().stream()
                                .noneMatch(type -> type.isEquivalentTo(java.time.Clock.class));
        boolean system =
                owner.isEquivalentTo(System.class) && call.getName().equals("currentTimeMillis");
        boolean clock =
                owner.isEquivalentTo(java.time.Clock.class) && call.getName().startsWith("system");
        return now || system || clock;
    }

    private static ArchRule nobodyPrintsToTheConsole() {
        return noClasses()
                .that()
                .haveSimpleNameNotEndingWith("Command")
                .should()
                .accessField(System.class, "out")
                .orShould()
                .accessField(System.class, "err")
                .orShould()
                .callMethod(Throwable.class, "printStackTrace");
    }

    private static ArchRule everyPackageIsNullMarked() {
        return classes()
                .should(
                        new ArchCondition<>("stand in a package that is @NullMarked") {
                            @Override
                            public void check(JavaClass type, ConditionEvents events) {
                                boolean marked =
                                        type.getPackage()
                                                .isAnnotatedWith(
                                                        "org.jspecify.annotations.NullMarked");
                                events.add(
                                        new SimpleConditionEvent(
                                                type,
                                                marked,
                                                type.getName() + " in an unmarked package"));
                            }
                        });
    }

    private static ArchRule eventsAreNamedPlainRecords() {
        return classes()
                .that(
                        describe(
                                "are logged events",
                                (JavaClass type) ->
                                        type.isAssignableTo(LoggedEvent.class)
                                                && !type.isEquivalentTo(LoggedEvent.class)
                                                && !type.isInterface()))
                .should(
                        new ArchCondition<>("be named records of plain values") {
                            @Override
                            public void check(JavaClass type, ConditionEvents events) {
                                List<String> faults = shapeFaults(type.reflect());
                                events.add(
                                        new SimpleConditionEvent(
                                                type,
                                                faults.isEmpty(),
                                                type.getName() + " " + faults));
                            }
                        });
    }

    private static List<String> shapeFaults(Class<?> type) {
        List<String> faults = new ArrayList<>();
        EventType eventType = type.getAnnotation(EventType.class);
        if (!type.isRecord()) {
            faults.add("is no record");
        }
        if (eventType == null) {
            faults.add("has no name of its own");
        } else if (!eventType.name().matches("[a-z]+\\.[a-z]+(-[a-z]+)*")
                || !type.getPackageName()
                        .startsWith(House.BASE + "." + eventType.name().split("\\.")[0])) {
            faults.add("name is not <module>.<what-happened>: " + eventType.name());
        }
        plainFaults(type, faults);
        return faults;
    }

    private static void plainFaults(Class<?> type, List<String> faults) {
        if (!type.isRecord()) {
            return;
        }
        for (RecordComponent component : type.getRecordComponents()) {
            for (Class<?> part : parts(component)) {
                if (part.isRecord() && !PLAIN.contains(part)) {
                    plainFaults(part, faults);
                } else if (!PLAIN.contains(part)) {
                    faults.add(component.getName() + " is a " + part.getName());
                }
            }
        }
    }

    private static List<Class<?>> parts(RecordComponent component) {
        if (List.class.isAssignableFrom(component.getType())
                || Set.class.isAssignableFrom(component.getType())) {
            var list = (java.lang.reflect.ParameterizedType) component.getGenericType();
            return List.of((Class<?>) list.getActualTypeArguments()[0]);
        }
        return List.of(component.getType());
    }

    private static ArchRule eventsCarryNoPersonalData() {
        return classes()
                .that(
                        describe(
                                "are logged events or parts of them",
                                (JavaClass type) ->
                                        (type.isAssignableTo(LoggedEvent.class)
                                                        || type.getPackageName()
                                                                .endsWith(".events"))
                                                && type.isRecord()))
                .should(
                        new ArchCondition<>("carry ids instead of personal data and free text") {
                            @Override
                            public void check(JavaClass type, ConditionEvents events) {
                                for (RecordComponent component :
                                        type.reflect().getRecordComponents()) {
                                    boolean personal =
                                            component.getType() == String.class
                                                    && !RULE_NAMES.contains(component.getName())
                                                    && looksPersonal(component.getName());
                                    events.add(
                                            new SimpleConditionEvent(
                                                    type,
                                                    !personal,
                                                    type.getName() + "." + component.getName()));
                                }
                            }
                        });
    }

    private static boolean looksPersonal(String component) {
        String lower = component.toLowerCase(java.util.Locale.ROOT);
        return PERSONAL.contains(lower)
                || Pattern.compile("(Name|Phone|Address|Text|Comment|Note)$")
                        .matcher(component)
                        .find();
    }
}
