package org.xiangmuzhang.privacy;

import org.springframework.stereotype.Component;
import org.xiangmuzhang.parties.ShortLived;
import org.xiangmuzhang.rest.AnswerSeal;

import java.util.Optional;

/** Answers are kept for seven days, and show whatever was answered. */
@Component
class AnswersUnderDayKeys implements AnswerSeal {

    private static final String ABOUT = "answer";

    private final ShortLived sealing;

    AnswersUnderDayKeys(ShortLived sealing) {
        this.sealing = sealing;
    }

    @Override
    public byte[] seal(byte[] body) {
        return sealing.seal(body, ABOUT);
    }

    @Override
    public Optional<byte[]> open(byte[] sealed) {
        return sealing.open(sealed, ABOUT);
    }
}
