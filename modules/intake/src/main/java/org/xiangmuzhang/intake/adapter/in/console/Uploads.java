package org.xiangmuzhang.intake.adapter.in.console;

import jakarta.servlet.http.HttpServletRequest;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.multipart.MultipartHttpServletRequest;
import org.springframework.web.util.WebUtils;
import org.xiangmuzhang.console.Forms;
import org.xiangmuzhang.files.Files;
import org.xiangmuzhang.files.StoredFile;
import org.xiangmuzhang.kernel.Actor;
import org.xiangmuzhang.kernel.Refusal;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.UUID;

/**
 * The files of a form. A file is stored before the form is judged, and its id travels with the form
 * from then on, so that nobody uploads twice because another field was wrong.
 */
@Component("intake.uploads")
class Uploads {

    private final Files files;
    private final Forms forms;

    Uploads(Files files, Forms forms) {
        this.files = files;
        this.forms = forms;
    }

    /** The file of a field: uploaded now, or with the form before; null when there is none. */
    @Nullable UUID take(HttpServletRequest request, String field, Actor actor) {
        MultipartHttpServletRequest parts =
                WebUtils.getNativeRequest(request, MultipartHttpServletRequest.class);
        MultipartFile upload = parts == null ? null : parts.getFile(field);
        if (upload != null && !upload.isEmpty()) {
            StoredFile stored = store(upload, field, actor);
            forms.keep("kept-" + field, stored.id().toString());
            forms.keep("kept-name-" + field, stored.name());
            return stored.id();
        }
        String kept = request.getParameter("kept-" + field);
        return kept == null || kept.isEmpty() ? null : id(kept, field);
    }

    private StoredFile store(MultipartFile upload, String field, Actor actor) {
        String name = upload.getOriginalFilename();
        try (InputStream content = upload.getInputStream()) {
            return files.store(actor.region(), actor, name == null ? "" : name, content);
        } catch (Refusal refusal) {
            throw Refusal.invalid(refusal.rule(), "/" + field, refusal.arguments().toArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static UUID id(String kept, String field) {
        try {
            return UUID.fromString(kept);
        } catch (IllegalArgumentException e) {
            throw Refusal.invalid("form-field-unreadable", "/" + field);
        }
    }
}
