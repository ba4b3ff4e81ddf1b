package org.xiangmuzhang.files.content;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What may be uploaded. */
public enum FileKind {
    PDF("application/pdf", "application/pdf", Set.of("pdf")),
    PNG("image/png", "image/png", Set.of("png")),
    JPEG("image/jpeg", "image/jpeg", Set.of("jpg", "jpeg")),
    OFD("application/ofd", "application/ofd", Set.of("ofd")),
    DOCX(
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
            Set.of("docx")),
    XLSX(
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            Set.of("xlsx")),
    TEXT("text/plain", "text/plain", Set.of("txt")),
    CSV("text/csv", "text/plain", Set.of("csv")),
    DWG("image/vnd.dwg", "image/vnd.dwg", Set.of("dwg"));

    private final String mediaType;
    private final String content;
    private final Set<String> extensions;

    FileKind(String mediaType, String content, Set<String> extensions) {
        this.mediaType = mediaType;
        this.content = content;
        this.extensions = extensions;
    }

    public String mediaType() {
        return mediaType;
    }

    /** Whether it is a zip container with a fixed layout. */
    boolean isContainer() {
        return this == OFD || this == DOCX || this == XLSX;
    }

    /** Whether bytes that look like this type can be a file of this kind. */
    boolean looksLike(String detected) {
        return content.equals(detected);
    }

    /** The kind that a name's extension promises. */
    static Optional<FileKind> promisedBy(String name) {
        String extension = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        for (FileKind kind : values()) {
            if (kind.extensions.contains(extension)) {
                return Optional.of(kind);
            }
        }
        return Optional.empty();
    }

    /** Whether bytes that look like this type can be a file of any kind. */
    static boolean takes(String detected) {
        for (FileKind kind : values()) {
            if (kind.looksLike(detected)) {
                return true;
            }
        }
        return false;
    }
}
