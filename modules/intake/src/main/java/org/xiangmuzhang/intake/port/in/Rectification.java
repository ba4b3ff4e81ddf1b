package org.xiangmuzhang.intake.port.in;

import org.jspecify.annotations.Nullable;
import org.xiangmuzhang.kernel.SocialCreditCode;

/**
 * What was taken down wrongly, and what is right.
 *
 * @param enterprise credit code of the right one, or null where that is not wrong
 * @param project where it belongs, or null where that is not wrong
 * @param item code of the wrong item, or null where none is
 * @param rightItem code of the right one in its place, or null
 */
public record Rectification(
        @Nullable SocialCreditCode enterprise,
        @Nullable Belonging project,
        @Nullable String item,
        @Nullable String rightItem) {

    /**
     * Where an application belongs.
     *
     * @param code code of the project, or null for none
     */
    public record Belonging(@Nullable String code) {

        /** Null where nobody says anything of it. */
        public static @Nullable Belonging of(@Nullable String code, boolean none) {
            return code != null || none ? new Belonging(code) : null;
        }
    }
}
