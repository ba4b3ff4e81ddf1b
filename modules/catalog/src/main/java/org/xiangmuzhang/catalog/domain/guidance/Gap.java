package org.xiangmuzhang.catalog.domain.guidance;

import org.jmolecules.ddd.annotation.ValueObject;

import java.util.List;

/**
 * Why a guide may not be published.
 *
 * @param subject code of the question, item or type that it is about; of numbers the range
 * @param path questions and answers that lead there, from the first question on; of a circle its
 *     questions; empty where no path does
 */
@ValueObject
public record Gap(Kind kind, String subject, List<Step> path) {

    /** What is wrong. */
    public enum Kind {
        NO_QUESTION,
        QUESTION_WITHOUT_ANSWERS,
        ANSWER_LEADS_NOWHERE,
        NUMBERS_NOT_COVERED,
        NUMBERS_COVERED_TWICE,
        QUESTION_NEVER_REACHED,
        CIRCLE,
        ANSWERS_CONTRADICT,
        ITEM_NEVER_REACHED,
        ITEM_UNKNOWN,
        TYPE_UNKNOWN,
        TAKES_AWAY_WHAT_IS_NOT_GIVEN,
        ENDS_WITH_NOTHING
    }

    public Gap {
        path = List.copyOf(path);
    }
}
