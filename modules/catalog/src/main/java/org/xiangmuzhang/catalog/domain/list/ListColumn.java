package org.xiangmuzhang.catalog.domain.list;

/** What a line of a list says beside the item and its department. */
public enum ListColumn {
    /** Code of a kind of item. */
    KIND(Form.CODE, "catalog.kind."),
    STAGE(Form.CODE, "catalog.stage."),
    LEVEL(Form.TEXT, ""),
    /** Days and unit, such as {@code 20 WORKING_DAYS}. */
    LEGAL_LIMIT(Form.LIMIT, ""),
    PROMISED(Form.LIMIT, ""),
    BASIS(Form.TEXT, ""),
    RESULT(Form.TEXT, ""),
    VISITS(Form.NUMBER, ""),
    UNIT(Form.TEXT, ""),
    HOURS(Form.TEXT, ""),
    VALID_FROM(Form.TEXT, ""),
    VALID_UNTIL(Form.TEXT, ""),
    /** Code of a region. */
    PARK(Form.REGION, ""),
    MODE(Form.CODE, "catalog.delegation."),
    /** Code of the department that decided before. */
    FORMER(Form.DEPARTMENT, ""),
    /** Code of the department that decides now. */
    ORGAN(Form.DEPARTMENT, ""),
    /** Codes of items, with semicolons between them. */
    WAITS_FOR(Form.ITEMS, ""),
    /** Codes of departments, with semicolons between them. */
    OTHERS(Form.DEPARTMENTS, ""),
    AFTERWARDS(Form.CODE, "catalog.oversight."),
    /** How many materials the applicant hands in. */
    BROUGHT(Form.NUMBER, ""),
    STEPS(Form.NUMBER, ""),
    /** Code of a trade (GB/T 4754-2017). */
    TRADE(Form.TRADE, ""),
    RULE(Form.CODE, "catalog.value.rule."),
    VALUE(Form.TEXT, ""),
    /** Name of the seal that its decisions carry. */
    SEAL(Form.TEXT, ""),
    CONTENT(Form.TEXT, ""),
    COMPULSORY(Form.CODE, "settings."),
    FEE(Form.CODE, "catalog.fee."),
    FEE_NOTE(Form.TEXT, ""),
    SERVICE_LIMIT(Form.LIMIT, ""),
    /** Id in sources.csv. */
    SOURCE(Form.TEXT, ""),
    NOTE(Form.TEXT, "");

    /** What a cell holds. */
    public enum Form {
        TEXT,
        NUMBER,
        LIMIT,
        CODE,
        DEPARTMENT,
        DEPARTMENTS,
        ITEMS,
        REGION,
        TRADE
    }

    private final Form form;
    private final String sentences;

    ListColumn(Form form, String sentences) {
        this.form = form;
        this.sentences = sentences;
    }

    public Form form() {
        return form;
    }

    /** Where the sentences of a code begin. */
    public String sentences() {
        return sentences;
    }
}
