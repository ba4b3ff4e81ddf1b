package org.xiangmuzhang.parties.keys;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** 48 random bytes: a key for each algorithm, so that no key serves two. */
public final class Secret {

    static final int LENGTH = 48;
    private static final int NONCE = 12;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final byte[] bytes;

    Secret(byte[] bytes) {
        if (bytes.length != LENGTH) {
            throw new IllegalArgumentException("A key has " + LENGTH + " bytes");
        }
        this.bytes = bytes.clone();
    }

    static Secret random() {
        byte[] bytes = new byte[LENGTH];
        RANDOM.nextBytes(bytes);
        return new Secret(bytes);
    }

    /**
     * Seals a text.
     *
     * @param about what the text is; opens with the same words only, so that no sealed value can be
     *     put in another's place
     */
    public byte[] seal(Algorithm algorithm, String text, String about) {
        return seal(algorithm, text.getBytes(StandardCharsets.UTF_8), about);
    }

    /** The text; fails when it was sealed under another key, about something else, or changed. */
    public String open(Algorithm algorithm, byte[] sealed, String about) {
        return new String(bytes(algorithm, sealed, about), StandardCharsets.UTF_8);
    }

    /** HMAC-SHA-256 under the whole of it. */
    byte[] mac(String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(bytes, "HmacSHA256"));
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    byte[] seal(Algorithm algorithm, byte[] text, String about) {
        byte[] nonce = new byte[NONCE];
        RANDOM.nextBytes(nonce);
        byte[] sealed = run(algorithm, true, nonce, text, about);
        byte[] both = Arrays.copyOf(nonce, NONCE + sealed.length);
        System.arraycopy(sealed, 0, both, NONCE, sealed.length);
        return both;
    }

    byte[] bytes(Algorithm algorithm, byte[] sealed, String about) {
        return run(
                algorithm,
                false,
                Arrays.copyOf(sealed, NONCE),
                Arrays.copyOfRange(sealed, NONCE, sealed.length),
                about);
    }

    byte[] bytes() {
        return bytes.clone();
    }

    /** Tells keys apart and says nothing else of them. */
    String fingerprint() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update("xiangmuzhang master key ".getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest.digest(bytes), 0, 8);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private byte[] run(
            Algorithm algorithm, boolean sealing, byte[] nonce, byte[] text, String about) {
        try {
            return algorithm.run(
                    sealing,
                    Arrays.copyOfRange(
                            bytes, algorithm.offset, algorithm.offset + algorithm.length),
                    nonce,
                    text,
                    about.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Not sealed under this key, or changed: " + about, e);
        }
    }
}
