package org.xiangmuzhang.intake.application;

import org.springframework.stereotype.Component;
import org.xiangmuzhang.intake.domain.check.Answers;
import org.xiangmuzhang.parties.Remarks;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;

/** Keeps answers as texts that are sealed under the key of who filled them in. */
@Component
class SealedAnswers {

    /** Characters of one text: fewer than a remark may have. */
    private static final int PIECE = 1900;

    private final Remarks remarks;

    SealedAnswers(Remarks remarks) {
        this.remarks = remarks;
    }

    /** The texts in their order, each kept by the function. */
    List<UUID> seal(Answers answers, Function<String, UUID> keep) {
        List<UUID> kept = new ArrayList<>();
        int[] points = answers.text().codePoints().toArray();
        for (int at = 0; at < points.length; at += PIECE) {
            kept.add(keep.apply(new String(points, at, Math.min(PIECE, points.length - at))));
        }
        return kept;
    }

    /** None once one of the texts is gone. */
    Answers open(List<UUID> kept) {
        if (kept.isEmpty()) {
            return Answers.NONE;
        }
        Map<UUID, String> texts = remarks.texts(kept);
        if (!texts.keySet().containsAll(kept)) {
            return Answers.NONE;
        }
        StringBuilder text = new StringBuilder();
        kept.forEach(id -> text.append(texts.get(id)));
        return Answers.read(text.toString());
    }
}
