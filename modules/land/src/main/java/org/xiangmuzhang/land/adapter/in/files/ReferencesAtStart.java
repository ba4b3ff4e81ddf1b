package org.xiangmuzhang.land.adapter.in.files;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import org.xiangmuzhang.land.application.ImportingReferences;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Takes over the shipped reference tables when they are new. */
@Component
class ReferencesAtStart implements ApplicationRunner {

    private static final Logger LOG = LoggerFactory.getLogger(ReferencesAtStart.class);

    private final ImportingReferences importing;

    ReferencesAtStart(ImportingReferences importing) {
        this.importing = importing;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        List<String> conflicts =
                importing.take(new ReferenceFiles(ReferencesAtStart::shipped).read());
        if (!conflicts.isEmpty()) {
            LOG.warn("Land indicators with a local row under a changed template: {}", conflicts);
        }
    }

    static String shipped(String file) {
        try {
            return new ClassPathResource("reference/land/" + file)
                    .getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
