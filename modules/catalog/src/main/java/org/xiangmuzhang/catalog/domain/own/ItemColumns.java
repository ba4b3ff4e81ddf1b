package org.xiangmuzhang.catalog.domain.own;

import static org.xiangmuzhang.catalog.spi.Column.code;
import static org.xiangmuzhang.catalog.spi.Column.oneOf;
import static org.xiangmuzhang.catalog.spi.Column.text;
import static org.xiangmuzhang.catalog.spi.Column.whole;
import static org.xiangmuzhang.catalog.spi.Column.yesNo;

import org.xiangmuzhang.catalog.api.Dependency;
import org.xiangmuzhang.catalog.api.Exclusion;
import org.xiangmuzhang.catalog.api.SpecialProcedure;
import org.xiangmuzhang.catalog.api.Stage;
import org.xiangmuzhang.catalog.spi.Column;
import org.xiangmuzhang.kernel.Bounds;
import org.xiangmuzhang.kernel.Refusal;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** The columns of an own item and of its materials, in the order of forms and files. */
public final class ItemColumns {

    /** The column of files that forms do not have. */
    public static final String CODE = "code";

    static final int LONGEST = 2000;

    private static final int MOST_DAYS = 3650;
    private static final String ITEM_CODE = "[A-Z0-9]+(-[A-Z0-9]+)*";

    /** Of the item itself. */
    public static final List<Column> ITEM =
            List.of(
                    oneOf("level", Level.class),
                    code("parent").optional(),
                    text("name_zh"),
                    text("name_en").optional(),
                    oneOf("stage", Stage.class).optional(),
                    oneOf(
                                    "kind", "PERMIT", "CONFIRM", "FILING", "REVIEW", "UTILITY",
                                    "SERVICE", "OTHER")
                            .optional(),
                    text("basis").optional(),
                    code("department"),
                    whole("statutory_days", 0, MOST_DAYS).optional(),
                    oneOf("statutory_unit", "WD", "CD").optional(),
                    whole("promised_days", 0, MOST_DAYS),
                    oneOf("promised_unit", "WD", "CD"),
                    oneOf("procedures", SpecialProcedure.class).several().optional(),
                    yesNo("commitment"),
                    yesNo("deficiency_tolerant"),
                    yesNo("simulatable"),
                    text("result"),
                    text("applies_when").optional(),
                    text("before")
                            .must("before-form", List.of(), ItemColumns::isBefore)
                            .several()
                            .optional(),
                    text("valid_until")
                            .must("date-form", List.of(), ItemColumns::isDate)
                            .optional(),
                    oneOf("exclusion", Exclusion.Category.class).optional(),
                    text("exclusion_clause").optional());

    /** Of each material that it asks for. */
    public static final List<Column> MATERIAL =
            List.of(
                    text("material_number")
                            .must("material-number", List.of(), it -> it.matches("[A-Z0-9]{1,8}")),
                    text("material_name_zh"),
                    text("material_name_en").optional(),
                    oneOf("material_form", "ORIGINAL", "COPY", "ELECTRONIC", "E_CERTIFICATE"),
                    oneOf("material_source", "APPLICANT", "GOVERNMENT_ECERT", "INTERMEDIARY"),
                    yesNo("material_required"),
                    yesNo("material_deferrable"),
                    code("material_produced_by").several().optional(),
                    yesNo("material_reusable"),
                    text("material_basis").optional(),
                    yesNo("material_committable").optional(),
                    text("material_template").optional(),
                    text("material_sample").optional());

    private ItemColumns() {}

    /** The header of a file: the item's code, its columns, and those of a material. */
    public static List<String> header() {
        return Stream.of(
                        Stream.of(CODE),
                        ITEM.stream().map(Column::name),
                        MATERIAL.stream().map(Column::name))
                .flatMap(names -> names)
                .toList();
    }

    private static boolean isBefore(String text) {
        String[] parts = text.split("/", -1);
        return parts.length <= 3
                && parts[0].matches(ITEM_CODE)
                && (parts.length < 2 || names(Dependency.Kind.values(), parts[1]))
                && (parts.length < 3 || names(Dependency.Relaxation.values(), parts[2]));
    }

    private static boolean names(Enum<?>[] constants, String name) {
        return Arrays.stream(constants).anyMatch(constant -> constant.name().equals(name));
    }

    private static boolean isDate(String text) {
        try {
            return Bounds.date(LocalDate.parse(text)) != null;
        } catch (DateTimeParseException | Refusal e) {
            return false;
        }
    }
}
