package org.xiangmuzhang.supervision.domain;

import org.jmolecules.ddd.annotation.ValueObject;
import org.jspecify.annotations.Nullable;

/**
 * Who holds an item.
 *
 * @param detail department code, or kind of the special procedure; null for the others
 */
@ValueObject
public record Holder(Kind kind, @Nullable String detail) {

    public static final Holder HALL = new Holder(Kind.HALL, null);
    public static final Holder APPLICANT = new Holder(Kind.APPLICANT, null);
    public static final Holder WAITING = new Holder(Kind.WAITING, null);

    /** The sorts of holders; the platform counts their days apart. */
    public enum Kind {
        /** 窗口: until it accepts or refuses. */
        HALL,
        /** 申请人: while it corrects. */
        APPLICANT,
        /** 部门. */
        DEPARTMENT,
        /** 特别程序: publicity, hearing, expert review, site visit. */
        SPECIAL_PROCEDURE,
        /** 中介: testing and commissioned evaluation. */
        INTERMEDIARY,
        /** A pre-approval that waits for its condition. */
        WAITING
    }

    public static Holder department(String code) {
        return new Holder(Kind.DEPARTMENT, code);
    }

    /** Who holds the item while a procedure of {@code SpecialProcedure} lasts. */
    public static Holder during(String procedure) {
        return switch (procedure) {
            case "CORRECTION" -> APPLICANT;
            case "EVAL", "TEST" -> new Holder(Kind.INTERMEDIARY, procedure);
            default -> new Holder(Kind.SPECIAL_PROCEDURE, procedure);
        };
    }
}
