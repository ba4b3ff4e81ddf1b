package org.xiangmuzhang.webhooks.sending;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.Base64;

/** With the example of the standard's own libraries. */
class SignatureTests {

    private static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
    private static final String ID = "msg_p5jXN8AQM9LWM0D4loKWxJek";
    private static final long TIME = 1_614_265_330;
    private static final String BODY = "{\"test\": 2432232314}";

    @Test
    void isTheOneThatReceiversWorkOut() {
        assertThat(Signature.of(SECRET, ID, TIME, BODY))
                .isEqualTo("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
    }

    @Test
    void isAnotherForEveryIdTimeBodyAndSecret() {
        assertThat(Signature.of(SECRET, ID, TIME, BODY))
                .isNotEqualTo(Signature.of(SECRET, "msg", TIME, BODY))
                .isNotEqualTo(Signature.of(SECRET, ID, TIME + 1, BODY))
                .isNotEqualTo(Signature.of(SECRET, ID, TIME, BODY + " "))
                .isNotEqualTo(Signature.of(Signature.secret(), ID, TIME, BODY));
    }

    @Test
    void aNewSecretHas32BytesThatNobodyKnows() {
        String secret = Signature.secret();

        assertThat(secret).startsWith("whsec_").isNotEqualTo(Signature.secret());
        assertThat(Base64.getDecoder().decode(secret.substring(6))).hasSize(32);
    }
}
