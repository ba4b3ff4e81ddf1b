package org.xiangmuzhang.catalog;

import org.xiangmuzhang.catalog.domain.guidance.Guide;

import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;

/** The guides that come with the platform. */
public final class GuideFiles {

    private GuideFiles() {}

    /** The shipped guide of this code. */
    public static Guide shipped(String code) {
        try (InputStream file = GuideFiles.class.getResourceAsStream("guides/" + code + ".json")) {
            return JsonMapper.builder()
                    .build()
                    .readValue(Objects.requireNonNull(file).readAllBytes(), Guide.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
