package org.xiangmuzhang.intake.domain.obligation;

import org.jmolecules.ddd.annotation.ValueObject;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * 承诺书: the words of a promise at a place.
 *
 * @param version names the words: whoever has promised under it has read exactly them
 */
@ValueObject
public record PromiseText(String version, String words) {

    public static PromiseText of(String words) {
        try {
            byte[] hash =
                    MessageDigest.getInstance("SHA-256")
                            .digest(words.getBytes(StandardCharsets.UTF_8));
            return new PromiseText(HexFormat.of().formatHex(hash, 0, 6), words);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
