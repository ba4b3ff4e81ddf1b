package org.xiangmuzhang.rest.answer;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.Part;

import org.jspecify.annotations.Nullable;
import org.springframework.web.util.WebUtils;
import org.xiangmuzhang.rest.ActingPost;
import org.xiangmuzhang.rest.edge.WholeBody;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * What makes two requests the same: the post in which the caller acts and the body. Of an upload
 * the parts count, read from where the container put them, not the boundary between them.
 */
final class Fingerprint {

    private final MessageDigest digest = sha256();

    private Fingerprint() {}

    static String of(HttpServletRequest request, @Nullable ActingPost post)
            throws IOException, ServletException {
        Fingerprint fingerprint = new Fingerprint();
        fingerprint.add(post == null ? request.getHeader("X-Post") : post.of(request).toString());
        WholeBody body = WebUtils.getNativeRequest(request, WholeBody.class);
        if (body != null) {
            fingerprint.digest.update(body.bytes());
        } else {
            for (Part part : request.getParts()) {
                fingerprint.add(part.getName());
                fingerprint.add(part.getSubmittedFileName());
                fingerprint.add(part);
            }
        }
        return HexFormat.of().formatHex(fingerprint.digest.digest());
    }

    /** The caller under a name that is not a login. */
    static String ofCaller(String name) {
        return HexFormat.of().formatHex(sha256().digest(name.getBytes(StandardCharsets.UTF_8)));
    }

    private void add(@Nullable String text) {
        digest.update(String.valueOf(text).getBytes(StandardCharsets.UTF_8));
        digest.update((byte) 0);
    }

    private void add(Part part) throws IOException {
        add(Long.toString(part.getSize()));
        byte[] buffer = new byte[64 * 1024];
        try (InputStream content = part.getInputStream()) {
            for (int read; (read = content.read(buffer)) >= 0; ) {
                digest.update(buffer, 0, read);
            }
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
