package org.xiangmuzhang.steward.adapter.in;

import java.util.List;
import java.util.UUID;

/**
 * The service file of a project: its five papers, and whether the five ones (五个一) are there.
 *
 * @param complete whether each of the five ones is there, so that work may begin
 */
public record ServiceFile(
        UUID project, boolean complete, List<One> ones, List<ServicePaper> papers) {

    /** One steward, one team, one plan, one list of factors, one template of commitments. */
    public record One(String what, boolean there, int count) {}
}
