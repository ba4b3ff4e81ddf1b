package org.xiangmuzhang.webhooks.sending;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The signature of Standard Webhooks, version 1: HMAC-SHA-256 over id, time and body. */
public final class Signature {

    private static final String LEAD = "whsec_";
    private static final int LENGTH = 32;
    private static final String ALGORITHM = "HmacSHA256";
    private static final SecureRandom RANDOM = new SecureRandom();

    private Signature() {}

    /** A new secret, as the receiver's library takes it. */
    public static String secret() {
        byte[] bytes = new byte[LENGTH];
        RANDOM.nextBytes(bytes);
        return LEAD + Base64.getEncoder().encodeToString(bytes);
    }

    /**
     * The value of {@code webhook-signature}.
     *
     * @param timestamp seconds of the epoch, as {@code webhook-timestamp} says
     */
    public static String of(String secret, String id, long timestamp, String body) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            byte[] key = Base64.getDecoder().decode(secret.substring(LEAD.length()));
            mac.init(new SecretKeySpec(key, ALGORITHM));
            String signed = id + "." + timestamp + "." + body;
            return "v1,"
                    + Base64.getEncoder()
                            .encodeToString(mac.doFinal(signed.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
