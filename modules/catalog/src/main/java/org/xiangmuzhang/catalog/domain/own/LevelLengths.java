package org.xiangmuzhang.catalog.domain.own;

import org.jmolecules.ddd.annotation.ValueObject;

/** How many characters the code of an item of each level has at a place. */
@ValueObject
public record LevelLengths(int main, int sub, int business) {

    /** The length of a level. */
    public int of(Level level) {
        return switch (level) {
            case MAIN -> main;
            case SUB -> sub;
            case BUSINESS -> business;
        };
    }
}
