package org.xiangmuzhang.catalog.adapter.in.rest;

import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.xiangmuzhang.catalog.domain.Fault;
import org.xiangmuzhang.catalog.domain.TablesRefused;

import java.util.List;
import java.util.Locale;

/** Says every fault of refused tables in the caller's language. */
@Component
class FaultSentences {

    private static final String RULE = "tables-refused";

    private final MessageSource messages;

    FaultSentences(MessageSource messages) {
        this.messages = messages;
    }

    /** A problem document (RFC 9457) that lists all faults. */
    record FaultyTables(
            String type,
            String title,
            int status,
            String detail,
            String rule,
            List<String> pointers,
            List<FaultLine> errors) {}

    /** One fault: where it is, which rule is broken, and the sentence that says so. */
    record FaultLine(String table, int line, String column, String rule, String detail) {}

    FaultyTables problem(TablesRefused refused, Locale locale) {
        return problem(refused, List.of(), locale);
    }

    /** Of one row that came as an object of fields. */
    FaultyTables problemOfRow(TablesRefused refused, Locale locale) {
        List<String> pointers =
                refused.faults().stream()
                        .map(Fault::column)
                        .filter(column -> !column.isEmpty())
                        .distinct()
                        .map(column -> "/fields/" + column)
                        .toList();
        return problem(refused, pointers, locale);
    }

    /** Of an own item that came as fields and materials; line 1 is its first material. */
    FaultyTables problemOfItem(TablesRefused refused, Locale locale) {
        List<String> pointers =
                refused.faults().stream()
                        .filter(fault -> !fault.column().isEmpty())
                        .map(FaultSentences::pointer)
                        .distinct()
                        .toList();
        return problem(refused, pointers, locale);
    }

    private static String pointer(Fault fault) {
        if (fault.column().equals("code")) {
            return "/code";
        }
        return fault.line() == 0
                ? "/fields/" + fault.column()
                : "/materials/" + (fault.line() - 1) + "/" + fault.column();
    }

    private FaultyTables problem(TablesRefused refused, List<String> pointers, Locale locale) {
        List<Fault> faults = refused.faults();
        return new FaultyTables(
                "urn:xiangmuzhang:problem:" + RULE,
                messages.getMessage("problem-title.422", null, locale),
                422,
                messages.getMessage("problem." + RULE, new Object[] {faults.size()}, locale),
                RULE,
                pointers,
                faults.stream().map(fault -> line(fault, locale)).toList());
    }

    FaultLine line(Fault fault, Locale locale) {
        return new FaultLine(
                fault.table(),
                fault.line(),
                fault.column(),
                fault.rule(),
                messages.getMessage("fault." + fault.rule(), fault.arguments().toArray(), locale));
    }
}
