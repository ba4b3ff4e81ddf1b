package org.xiangmuzhang.parties.keys;

import org.springframework.stereotype.Component;
import org.xiangmuzhang.parties.SharedSecrets;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** The key stands among those of people; the name of the algorithm leads a value. */
@Component
class KeyOfSharedSecrets implements SharedSecrets {

    private static final UUID NOBODY = new UUID(0, 2);

    private final PersonKeys keys;

    KeyOfSharedSecrets(PersonKeys keys) {
        this.keys = keys;
    }

    @Override
    public byte[] seal(String secret, String about) {
        byte[] name = keys.algorithm().name().getBytes(StandardCharsets.US_ASCII);
        byte[] sealed = keys.of(NOBODY).seal(keys.algorithm(), secret, about);
        return ByteBuffer.allocate(1 + name.length + sealed.length)
                .put((byte) name.length)
                .put(name)
                .put(sealed)
                .array();
    }

    @Override
    public String open(byte[] sealed, String about) {
        ByteBuffer both = ByteBuffer.wrap(sealed);
        byte[] name = new byte[both.get()];
        both.get(name);
        byte[] rest = new byte[both.remaining()];
        both.get(rest);
        return keys.of(NOBODY)
                .open(Algorithm.valueOf(new String(name, StandardCharsets.US_ASCII)), rest, about);
    }
}
