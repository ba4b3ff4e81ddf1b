package org.xiangmuzhang.catalog.domain.guidance;

import org.jmolecules.ddd.annotation.ValueObject;
import org.jspecify.annotations.Nullable;

/**
 * One question on a path with the answer that it got there.
 *
 * @param answer null when the path ends with the question, or none of several was chosen
 */
@ValueObject
public record Step(String question, @Nullable String answer) {

    @Override
    public String toString() {
        return answer == null ? question : question + "=" + answer;
    }
}
