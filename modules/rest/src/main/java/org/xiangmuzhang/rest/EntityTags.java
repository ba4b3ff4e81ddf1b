package org.xiangmuzhang.rest;

import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity.BodyBuilder;
import org.xiangmuzhang.kernel.Refusal;

/** A resource's version as its entity tag (RFC 9110 §8.8.3): {@code "7"}. */
public final class EntityTags {

    static final String MISSING = "if-match-missing";

    private EntityTags() {}

    /** Adds the {@code ETag} header of a version to an answer. */
    public static BodyBuilder tag(BodyBuilder answer, long version) {
        return answer.eTag("\"" + version + "\"");
    }

    /**
     * Refuses a change that was decided on another version: {@code version-stale} (412), or {@code
     * if-match-missing} (428) when the caller does not say on which.
     *
     * @param ifMatch the {@code If-Match} header: one tag, several with commas between, or a star
     */
    public static void check(@Nullable String ifMatch, long version) {
        if (ifMatch == null || ifMatch.isBlank()) {
            throw Refusal.stale(MISSING, Long.toString(version));
        }
        for (String tag : ifMatch.split(",")) {
            String one = tag.strip();
            if (one.equals("*") || one.equals("\"" + version + "\"")) {
                return;
            }
        }
        throw Refusal.stale("version-stale", Long.toString(version));
    }

    /**
     * Refuses a change with {@code version-stale} (412) that was decided on another version than
     * the one that stood on the page.
     */
    public static void check(long seen, long version) {
        check("\"" + seen + "\"", version);
    }
}
