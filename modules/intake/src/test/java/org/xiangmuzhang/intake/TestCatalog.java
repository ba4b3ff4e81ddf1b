package org.xiangmuzhang.intake;

import org.xiangmuzhang.catalog.PlainCatalog;
import org.xiangmuzhang.catalog.api.Dependency;
import org.xiangmuzhang.catalog.api.Exclusion;
import org.xiangmuzhang.catalog.api.Item;
import org.xiangmuzhang.catalog.api.Material;
import org.xiangmuzhang.catalog.api.MergedItem;
import org.xiangmuzhang.catalog.api.SpecialProcedure;
import org.xiangmuzhang.catalog.api.Stage;
import org.xiangmuzhang.kernel.Region;
import org.xiangmuzhang.kernel.TimeLimit;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A small catalog: the items of the solar plant and of the road, of four departments. */
final class TestCatalog extends PlainCatalog {

    private final Map<String, Item> listed =
            Stream.of(
                            item("SITE-PREEXAM", "NR", 20, 10, "PUBLICITY", "EXPERT"),
                            item("ENT-APPROVAL", "NDRC", 20, 5, "EVAL"),
                            item("SOILWATER-TABLE", "WATER", 10, 3, "EXPERT"),
                            item("EIA-RADIATION", "EE", 30, 10, "PUBLICITY", "EXPERT"),
                            item("GOV-FEAS-COMBINED", "NDRC", 20, 5, "EVAL", "EXPERT"),
                            item("LAND-PLAN-PERMIT", "NR", 20, 5, "PUBLICITY"),
                            item("ENG-PLAN-PERMIT", "NR", 20, 5, "PUBLICITY"),
                            item("MANDATE", "NR", 0, 0))
                    .collect(Collectors.toConcurrentMap(Item::code, Function.identity()));
    private final Map<String, Item> versions = new ConcurrentHashMap<>();

    TestCatalog() {
        super(Calendars.of2026());
    }

    /** Lists the item in this version from now on. */
    void publish(Item item) {
        listed.put(item.code(), item);
        versions.put(item.code() + " " + item.version(), item);
    }

    /** Lists the item no more. */
    void withdraw(String code) {
        listed.remove(code);
    }

    /** An item with one material, both called alike. */
    static Item called(String code, String version, String zh, String en, int promised) {
        return new Item(
                code,
                version,
                zh + "审批",
                en + " approval",
                Stage.LAND_AND_PROJECT,
                "PERMIT",
                "NR",
                TimeLimit.workingDays(20),
                TimeLimit.workingDays(promised),
                Set.of(),
                false,
                false,
                false,
                false,
                "批复",
                null,
                List.of(
                        new Material(
                                code + "-1",
                                zh + "申请表",
                                en + " form",
                                "ELECTRONIC",
                                "APPLICANT",
                                true,
                                false,
                                List.of(),
                                false)),
                Exclusion.NONE);
    }

    private static Item item(
            String code, String department, int statutory, int promised, String... procedures) {
        boolean milestone = code.equals("MANDATE");
        return new Item(
                code,
                "1",
                "事项" + code,
                "Item " + code,
                Stage.LAND_AND_PROJECT,
                "PERMIT",
                department,
                TimeLimit.workingDays(statutory),
                TimeLimit.workingDays(promised),
                Stream.of(procedures).map(SpecialProcedure::valueOf).collect(Collectors.toSet()),
                code.equals("ENT-APPROVAL"),
                code.equals("SOILWATER-TABLE"),
                code.endsWith("PERMIT"),
                milestone,
                "批复",
                null,
                List.of(material(code + "-1", false), material(code + "-2", true)),
                Exclusion.NONE);
    }

    private static Material material(String id, boolean deferrable) {
        return new Material(
                id,
                "材料" + id,
                "Material " + id,
                "ELECTRONIC",
                "APPLICANT",
                true,
                deferrable,
                List.of(),
                false);
    }

    @Override
    public Optional<Item> item(Region region, String code) {
        return Optional.ofNullable(listed.get(code));
    }

    @Override
    public Optional<Item> itemInVersion(Region region, String code, String version) {
        return Optional.ofNullable(versions.get(code + " " + version)).or(() -> item(region, code));
    }

    @Override
    public List<Item> items(Region region) {
        return List.copyOf(listed.values());
    }

    @Override
    public List<Dependency> dependenciesOf(Region region, String item) {
        return item.equals("ENG-PLAN-PERMIT")
                ? List.of(
                        new Dependency(
                                "DEP-045",
                                "LAND-PLAN-PERMIT",
                                item,
                                Dependency.Kind.LEGAL,
                                Dependency.Relaxation.MOCK,
                                "always"))
                : List.of();
    }

    @Override
    public List<MergedItem> mergedItems(Region region) {
        return List.of(
                new MergedItem(
                        "GOV-FEAS-COMBINED",
                        List.of("GOV-PROPOSAL", "GOV-FEASIBILITY", "GOV-PRELIM-DESIGN")));
    }

    @Override
    public String departmentName(String code) {
        return "部门" + code;
    }

    @Override
    public boolean knows(Region region) {
        return !region.code().startsWith("99") && !region.equals(Region.TEMPLATE);
    }

    /** The same item, with other materials, for simulated review or not. */
    static Item like(Item item, boolean simulatable, List<Material> materials) {
        return new Item(
                item.code(),
                item.version(),
                item.nameZh(),
                item.nameEn(),
                item.stage(),
                item.kind(),
                item.department(),
                item.statutory(),
                item.promised(),
                item.procedures(),
                item.commitment(),
                item.deficiencyTolerant(),
                simulatable,
                item.milestone(),
                item.resultNameZh(),
                item.appliesWhen(),
                materials,
                item.exclusion());
    }
}
