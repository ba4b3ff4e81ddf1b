package org.xiangmuzhang.steward.adapter.in;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * One of the five papers (五张纸) of a project, in the reader's words.
 *
 * @param version which one it is: the plan's revision, how many mandates were signed, or how often
 *     something was decided about the project
 * @param on the day on which this version came about, or null before there is any
 * @param ready whether it says what it is made for; a completion sheet does after the end only
 */
public record ServicePaper(
        UUID project,
        String projectCode,
        String projectName,
        Kind paper,
        String title,
        long version,
        @Nullable LocalDate on,
        boolean ready,
        List<Fact> facts,
        List<Table> tables) {

    /** 委托书、审批方案、信息台账、办结单、工作建议. */
    public enum Kind {
        MANDATE,
        PLAN,
        LEDGER,
        COMPLETION,
        ADVICE
    }

    /** Something that the paper says of the project. */
    public record Fact(String name, String value) {}

    /** A list in the paper. */
    public record Table(String name, List<String> columns, List<List<String>> rows) {}
}
