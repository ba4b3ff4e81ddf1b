package org.xiangmuzhang.parties.keys;

import org.springframework.stereotype.Component;
import org.xiangmuzhang.parties.SharedSecrets;

import java.util.Arrays;
import java.util.UUID;

/** The key stands among those of people; the number of the algorithm leads a value. */
@Component
class KeyOfSharedSecrets implements SharedSecrets {

    private static final UUID NOBODY = new UUID(0, 2);

    private final PersonKeys keys;

    KeyOfSharedSecrets(PersonKeys keys) {
        this.keys = keys;
    }

    @Override
    public byte[] seal(String secret, String about) {
        byte[] sealed = keys.of(NOBODY).seal(keys.algorithm(), secret, about);
        byte[] both = new byte[sealed.length + 1];
        both[0] = (byte) keys.algorithm().ordinal();
        System.arraycopy(sealed, 0, both, 1, sealed.length);
        return both;
    }

    @Override
    public String open(byte[] sealed, String about) {
        return keys.of(NOBODY)
                .open(
                        Algorithm.values()[sealed[0]],
                        Arrays.copyOfRange(sealed, 1, sealed.length),
                        about);
    }
}
