package org.xiangmuzhang.catalog.domain;

import org.jmolecules.ddd.annotation.ValueObject;

import java.util.List;

/**
 * Why a table is not taken.
 *
 * @param line line of the file, the header being line 1
 * @param column the column at fault; empty when the whole line is
 * @param rule the rule that is broken: key {@code fault.<rule>} of its sentence
 * @param arguments values for the sentence
 */
@ValueObject
public record Fault(String table, int line, String column, String rule, List<String> arguments) {

    /** So many faults are told at most: who mends these sees the rest. */
    public static final int TOLD = 200;

    public Fault {
        arguments = List.copyOf(arguments);
    }

    static Fault of(Table table, Row row, String column, String rule, String... arguments) {
        return new Fault(table.text(), row.line(), column, rule, List.of(arguments));
    }
}
