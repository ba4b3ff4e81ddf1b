package org.xiangmuzhang.steward.adapter.in.console;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.multipart.MultipartFile;
import org.xiangmuzhang.console.Forms;
import org.xiangmuzhang.files.Files;
import org.xiangmuzhang.files.StoredFile;
import org.xiangmuzhang.kernel.Actor;
import org.xiangmuzhang.kernel.Region;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.UUID;

/** Files that come with a form; one that was refused keeps what was uploaded with it. */
@Component("steward.proofs")
class Proofs {

    private final Files files;
    private final Forms forms;

    Proofs(Files files, Forms forms) {
        this.files = files;
        this.forms = forms;
    }

    /** The file in the form's field, else the one that was kept, else null. */
    @Nullable UUID given(
            Region region,
            Actor actor,
            String field,
            @Nullable MultipartFile upload,
            @Nullable UUID kept) {
        if (upload == null || upload.isEmpty()) {
            return kept;
        }
        try (InputStream content = upload.getInputStream()) {
            String name = upload.getOriginalFilename();
            StoredFile stored = files.store(region, actor, name == null ? "" : name, content);
            forms.keep("kept-" + field, stored.id().toString());
            forms.keep("kept-name-" + field, stored.name());
            return stored.id();
        } catch (IOException cutOff) {
            throw new UncheckedIOException(cutOff);
        }
    }
}
