package org.xiangmuzhang.intake.port.in;

import org.xiangmuzhang.kernel.Region;

import java.time.LocalDate;

/** 公开核验: whether a document holds, for whoever was shown it and its code. */
public interface Attesting {

    /**
     * What was decided, as far as it helps to recognise the document; who holds it and its number
     * are shown in part only.
     *
     * @param code as it stands on documents
     * @param department its name at the place
     * @param state {@code APPROVED}, {@code REVOKED}, or {@code PRE_APPROVED}: the opinion of a
     *     simulated review, which gives no right to anything
     * @param number the last four characters of the document number
     * @param holder the first two and the last two characters of the enterprise's name
     */
    record Attested(
            String code,
            String itemName,
            String itemNameEn,
            String department,
            Region region,
            String place,
            String state,
            LocalDate on,
            String number,
            String holder) {}

    /**
     * Refuses with {@code check-code-malformed}, or {@code check-code-unknown} where nothing with a
     * document was decided.
     */
    Attested attested(String code);
}
