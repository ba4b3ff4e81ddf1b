package org.xiangmuzhang.intake;

import static org.xiangmuzhang.intake.TestSettings.row;

import org.xiangmuzhang.settings.Values;

/** Rows of the setting of forms and rules, about the item that tests ask for. */
final class TestForms {

    static final String ITEM = "SITE-PREEXAM";

    private TestForms() {}

    static Values field(String code, String type, String from, String reference) {
        return row(
                "item",
                ITEM,
                "field",
                code,
                "nameZh",
                code,
                "nameEn",
                code,
                "type",
                type,
                "from",
                from,
                "reference",
                reference);
    }

    static Values rule(String code, String kind, String subject, String against, String reason) {
        return about(ITEM, code, kind, subject, against, reason);
    }

    static Values about(
            String item, String code, String kind, String subject, String against, String reason) {
        return row(
                "rule",
                code,
                "item",
                item,
                "kind",
                kind,
                "subject",
                subject,
                "against",
                against,
                "reasonZh",
                reason,
                "reasonEn",
                "Reason");
    }
}
