package org.xiangmuzhang.signin;

import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Checks the signature of a token once a minute, not with every request that carries it; never
 * beyond the token's own end. Who the caller is, and in which post, is asked each time.
 */
public final class RememberedTokens implements JwtDecoder {

    private static final int MOST = 1000;
    private static final long WHILE = Duration.ofMinutes(1).toNanos();

    private final JwtDecoder decoder;
    private final Clock clock;
    private final Map<String, Seen> seen =
            new LinkedHashMap<>() {
                @Override
                protected boolean removeEldestEntry(Map.Entry<String, Seen> eldest) {
                    return size() > MOST;
                }
            };

    private record Seen(Jwt token, Instant end, long since) {

        boolean holdsAt(Instant now) {
            return System.nanoTime() - since < WHILE && now.isBefore(end);
        }
    }

    /** What the decoder refuses is not remembered. */
    public RememberedTokens(JwtDecoder decoder, Clock clock) {
        this.decoder = decoder;
        this.clock = clock;
    }

    @Override
    public Jwt decode(String token) {
        Seen known = known(token);
        if (known != null && known.holdsAt(clock.instant())) {
            return known.token();
        }
        Jwt decoded = decoder.decode(token);
        Instant end = decoded.getExpiresAt();
        if (end != null) {
            remember(token, new Seen(decoded, end, System.nanoTime()));
        }
        return decoded;
    }

    private @Nullable Seen known(String token) {
        synchronized (seen) {
            return seen.get(token);
        }
    }

    private void remember(String token, Seen now) {
        synchronized (seen) {
            seen.remove(token);
            seen.put(token, now);
        }
    }
}
