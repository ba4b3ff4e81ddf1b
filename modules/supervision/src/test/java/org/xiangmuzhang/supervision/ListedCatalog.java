package org.xiangmuzhang.supervision;

import org.xiangmuzhang.catalog.api.Exclusion;
import org.xiangmuzhang.catalog.api.Item;
import org.xiangmuzhang.catalog.api.Material;
import org.xiangmuzhang.catalog.api.SpecialProcedure;
import org.xiangmuzhang.catalog.api.Stage;
import org.xiangmuzhang.kernel.Region;
import org.xiangmuzhang.kernel.TimeLimit;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A catalog in which an item of any code asks for one material; the code names the department. */
class ListedCatalog extends SmallCatalog {

    @Override
    public Optional<Item> item(Region region, String code) {
        return Optional.of(
                new Item(
                        code,
                        "1",
                        code,
                        code,
                        Stage.LAND_AND_PROJECT,
                        "PERMIT",
                        code,
                        TimeLimit.workingDays(20),
                        TimeLimit.workingDays(10),
                        Set.of(SpecialProcedure.values()),
                        false,
                        false,
                        true,
                        false,
                        "批复",
                        null,
                        List.of(material(code + "-1")),
                        Exclusion.NONE));
    }

    private static Material material(String id) {
        return new Material(id, id, id, "ELECTRONIC", "APPLICANT", true, false, List.of(), false);
    }
}
