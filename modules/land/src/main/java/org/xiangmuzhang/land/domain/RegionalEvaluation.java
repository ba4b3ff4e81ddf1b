package org.xiangmuzhang.land.domain;

import org.jmolecules.ddd.annotation.ValueObject;

import java.util.List;

/**
 * 区域评估: an assessment made once for an area, in place of the projects' own.
 *
 * @param replaces codes of the catalog items that it stands in for or reduces
 * @param validYears usual period of validity; each place sets its own
 */
@ValueObject
public record RegionalEvaluation(
        String code,
        String nameZh,
        String nameEn,
        List<String> replaces,
        String department,
        String basis,
        String effect,
        int validYears) {

    public RegionalEvaluation {
        replaces = List.copyOf(replaces);
    }
}
