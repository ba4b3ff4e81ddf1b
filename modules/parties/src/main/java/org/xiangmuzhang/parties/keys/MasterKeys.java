package org.xiangmuzhang.parties.keys;

import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * The operator's keys, which wrap those of people. The last one wraps; the others only open what
 * was wrapped before it came, until the operator takes them away.
 */
public final class MasterKeys {

    private final Map<String, Secret> byFingerprint = new LinkedHashMap<>();
    private final Secret current;

    MasterKeys(List<Secret> keys) {
        if (keys.isEmpty()) {
            throw new MasterKeysRefusedException("no key is given");
        }
        keys.forEach(key -> byFingerprint.put(key.fingerprint(), key));
        this.current = keys.getLast();
    }

    /** Reads one key a line, 48 bytes in base64; empty lines and those after # say nothing. */
    public static MasterKeys parse(String text) {
        return new MasterKeys(
                text.lines()
                        .map(String::strip)
                        .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                        .map(MasterKeys::key)
                        .toList());
    }

    /** A new key as a line that {@link #parse} reads. */
    public static String line() {
        return Base64.getEncoder().encodeToString(Secret.random().bytes());
    }

    Set<String> fingerprints() {
        return byFingerprint.keySet();
    }

    String current() {
        return current.fingerprint();
    }

    byte[] wrap(Algorithm algorithm, Secret secret, UUID person) {
        return current.seal(algorithm, secret.bytes(), about(person));
    }

    Secret unwrap(String master, Algorithm algorithm, byte[] wrapped, UUID person) {
        Secret key = byFingerprint.get(master);
        if (key == null) {
            throw new IllegalStateException("The master key " + master + " is not given");
        }
        return new Secret(key.bytes(algorithm, wrapped, about(person)));
    }

    private static String about(UUID person) {
        return "key of " + person;
    }

    private static Secret key(String line) {
        try {
            return new Secret(Base64.getDecoder().decode(line));
        } catch (IllegalArgumentException e) {
            throw new MasterKeysRefusedException(
                    "a line is not " + Secret.LENGTH + " bytes in base64");
        }
    }
}
