package org.xiangmuzhang.steward.port.in;

import org.xiangmuzhang.kernel.Region;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * A past project of the approval library 审批服务库: what it needed and how it went, to be taken as a
 * template.
 *
 * @param from first day of its plan
 * @param finished day of its last item
 * @param items codes of the items that it needed, by the days on which they ended
 * @param courses what its steward chose; a plan drawn like it takes all but the dates
 */
public record LibraryEntry(
        UUID project,
        String name,
        Region region,
        LocalDate from,
        LocalDate finished,
        List<String> items,
        PlanSheet.Wishes courses) {}
