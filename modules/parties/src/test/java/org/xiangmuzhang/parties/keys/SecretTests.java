package org.xiangmuzhang.parties.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.bouncycastle.util.encoders.Hex;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;

class SecretTests {

    private final Secret secret = Secret.random();

    @ParameterizedTest
    @EnumSource
    void opensWhatItSealed(Algorithm algorithm) {
        byte[] sealed = secret.seal(algorithm, "张志远", "name");

        assertThat(secret.open(algorithm, sealed, "name")).isEqualTo("张志远");
        assertThat(new String(sealed, StandardCharsets.UTF_8)).doesNotContain("张志远");
    }

    @ParameterizedTest
    @EnumSource
    void sealsTheSameTextDifferentlyEachTime(Algorithm algorithm) {
        assertThat(secret.seal(algorithm, "张志远", "name"))
                .isNotEqualTo(secret.seal(algorithm, "张志远", "name"));
    }

    @ParameterizedTest
    @EnumSource
    void refusesAnotherKeyAnotherPlaceAndAChange(Algorithm algorithm) {
        byte[] sealed = secret.seal(algorithm, "张志远", "name");
        byte[] changed = sealed.clone();
        changed[changed.length - 1] ^= 1;

        assertThatThrownBy(() -> Secret.random().open(algorithm, sealed, "name"))
                .isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> secret.open(algorithm, sealed, "phone"))
                .isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> secret.open(algorithm, changed, "name"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageNotContaining("张志远");
    }

    /** RFC 8998, appendix A.1: SM4-GCM. */
    @Test
    void sealsBySm4AsPublished() throws GeneralSecurityException {
        byte[] sealed =
                Algorithm.SM4_GCM.run(
                        true,
                        Hex.decode("0123456789ABCDEFFEDCBA9876543210"),
                        Hex.decode("00001234567800000000ABCD"),
                        Hex.decode(
                                "AAAAAAAAAAAAAAAABBBBBBBBBBBBBBBBCCCCCCCCCCCCCCCCDDDDDDDDDDDDDDDD"
                                        + "EEEEEEEEEEEEEEEEFFFFFFFFFFFFFFFFEEEEEEEEEEEEEEEEAAAAAAAA"
                                        + "AAAAAAAA"),
                        Hex.decode("FEEDFACEDEADBEEFFEEDFACEDEADBEEFABADDAD2"));

        assertThat(sealed)
                .isEqualTo(
                        Hex.decode(
                                "17F399F08C67D5EE19D0DC9969C4BB7D5FD46FD3756489069157B282BB200735"
                                        + "D82710CA5C22F0CCFA7CBF93D496AC15A56834CBCF98C397B4024A26"
                                        + "91233B8D83DE3541E4C2B58177E065A9BF7B62EC"));
    }

    @Test
    void masterKeysSayWhatIsWrongWithoutSayingTheKey() {
        assertThatThrownBy(() -> MasterKeys.parse("# none\n\n"))
                .hasMessageContaining("no key is given");
        assertThatThrownBy(() -> MasterKeys.parse("c2hvcnQ="))
                .hasMessageContaining("48 bytes")
                .hasMessageNotContaining("c2hvcnQ=");
    }
}
