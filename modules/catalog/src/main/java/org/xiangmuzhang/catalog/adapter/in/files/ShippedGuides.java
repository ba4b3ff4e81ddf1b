package org.xiangmuzhang.catalog.adapter.in.files;

import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.annotation.Order;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.xiangmuzhang.catalog.domain.guidance.Guide;
import org.xiangmuzhang.catalog.port.in.EditingGuides;

import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Objects;

/**
 * Publishes the guides that came with the platform, at every start; each file is called by its
 * code.
 */
@Component
@Order(11)
class ShippedGuides implements ApplicationRunner {

    private static final String FILES = "classpath:org/xiangmuzhang/catalog/guides/*.json";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final EditingGuides editing;

    ShippedGuides(EditingGuides editing) {
        this.editing = editing;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        try {
            for (Resource file : new PathMatchingResourcePatternResolver().getResources(FILES)) {
                ship(
                        Objects.requireNonNull(file.getFilename()).replace(".json", ""),
                        JSON.readValue(file.getContentAsByteArray(), Guide.class));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Guides are unreadable", e);
        }
    }

    private void ship(String code, Guide guide) {
        try {
            editing.ship(code, guide);
        } catch (DuplicateKeyException anotherNode) {
            editing.ship(code, guide);
        }
    }
}
