package org.xiangmuzhang.parties.keys;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;
import org.xiangmuzhang.parties.ShortLived;

import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Keys of days stand among those of people, wrapped like them; day and algorithm lead a value. */
@Component
class DayKeys implements ShortLived {

    private static final int DAYS = 9;
    private static final long KIND = 1;
    private static final int LONGEST_LEAD = 40;
    private static final Pattern LEAD = Pattern.compile("([0-9]{1,8}) ([A-Z0-9_]{1,20})\n");

    private final PersonKeys keys;
    private final InstantSource time;
    private volatile Current current = new Current(-1, null);

    /** The one key that nearly everything is sealed under; it belongs to nobody. */
    private record Current(long day, @Nullable Secret secret) {}

    /** By the real time: what is kept for days is kept by it. */
    @Autowired
    DayKeys(PersonKeys keys) {
        this(keys, InstantSource.system());
    }

    DayKeys(PersonKeys keys, InstantSource time) {
        this.keys = keys;
        this.time = time;
    }

    @Override
    public byte[] seal(byte[] content, String about) {
        long day = today();
        Algorithm algorithm = keys.algorithm();
        byte[] lead = (day + " " + algorithm + "\n").getBytes(StandardCharsets.US_ASCII);
        byte[] sealed = of(day).seal(algorithm, content, about);
        byte[] both = Arrays.copyOf(lead, lead.length + sealed.length);
        System.arraycopy(sealed, 0, both, lead.length, sealed.length);
        return both;
    }

    @Override
    public Optional<byte[]> open(byte[] sealed, String about) {
        Matcher lead =
                LEAD.matcher(
                        new String(
                                sealed,
                                0,
                                Math.min(sealed.length, LONGEST_LEAD),
                                StandardCharsets.ISO_8859_1));
        Secret secret = lead.lookingAt() ? find(Long.parseLong(lead.group(1))) : null;
        return secret == null
                ? Optional.empty()
                : Optional.of(
                        secret.bytes(
                                Algorithm.valueOf(lead.group(2)),
                                Arrays.copyOfRange(sealed, lead.end(), sealed.length),
                                about));
    }

    /** Forgets the keys of days that are over. */
    int forget() {
        return keys.forget(id(0), id(today() - DAYS));
    }

    private Secret of(long day) {
        Current known = current;
        Secret secret = known.day() == day ? known.secret() : null;
        if (secret == null) {
            Secret found = keys.of(id(day));
            PersonKeys.onceKept(() -> current = new Current(day, found));
            secret = found;
        }
        return secret;
    }

    private @Nullable Secret find(long day) {
        Current known = current;
        return known.day() == day && known.secret() != null ? known.secret() : keys.find(id(day));
    }

    private long today() {
        return LocalDate.ofInstant(time.instant(), ZoneOffset.UTC).toEpochDay();
    }

    private static UUID id(long day) {
        return new UUID(KIND, day);
    }
}
