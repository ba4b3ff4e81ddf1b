package org.xiangmuzhang.files.content;

import org.xiangmuzhang.kernel.Refusal;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PushbackInputStream;
import java.lang.foreign.Arena;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/**
 * Tells what kind of file a content is, and refuses what would harm whoever opens it: what unpacks
 * to very much, archives in archives, names that lead elsewhere, huge pictures, document type
 * declarations, files of two kinds at once. Everything is looked at where it stands, a few
 * kilobytes at a time, and never more than {@link Unpacking} allows.
 */
public final class Inspection {

    private static final byte[] PDF = "%PDF-".getBytes(StandardCharsets.US_ASCII);

    /** Readers look for the head of a PDF so far. */
    private static final int HEAD = 1024;

    private final ByteBuffer content;
    private final Unpacking unpacking;
    private final byte[] buffer = new byte[16 * 1024];

    private Inspection(ByteBuffer content) {
        this.content = content;
        this.unpacking = new Unpacking(content.remaining());
    }

    /** The kind of a file of this name, or a refusal. */
    public static FileKind of(Path file, String name) throws IOException {
        try (FileChannel channel = FileChannel.open(file);
                Arena arena = Arena.ofConfined()) {
            return of(
                    channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size(), arena)
                            .asByteBuffer(),
                    name);
        }
    }

    static FileKind of(ByteBuffer content, String name) {
        if (!content.hasRemaining()) {
            throw Refusal.invalid("file-empty", "/file");
        }
        FileKind promised =
                FileKind.promisedBy(name)
                        .orElseThrow(() -> Refusal.invalid("file-type-unknown", "/file"));
        String detected = TypeByContent.of(content);
        if (!promised.looksLike(detected)) {
            throw FileKind.takes(detected)
                    ? Refusal.invalid("file-type-mismatch", "/file", promised.mediaType(), detected)
                    : Refusal.invalid("file-type-unknown", "/file");
        }
        new Inspection(content).look(promised);
        return promised;
    }

    private void look(FileKind kind) {
        Optional<Archive> archive = Archive.find(content);
        if (archive.isPresent() != kind.isContainer()
                || isPdf() != (kind == FileKind.PDF)
                || kind == FileKind.PDF && !beginsAsPdf()) {
            throw Refusal.invalid("file-two-kinds", "/file");
        }
        try {
            if (archive.isPresent()) {
                archive.get().each(unpacking, entry -> look(entry, 1));
            } else if (kind == FileKind.PDF) {
                Pages.look(content, unpacking);
            } else if (kind == FileKind.PNG || kind == FileKind.JPEG) {
                Picture.look(new BufferedInputStream(new Bytes(content)), unpacking);
            }
        } catch (IOException | IllegalArgumentException broken) {
            throw Refusal.invalid("file-unreadable", "/file");
        }
    }

    /**
     * What lies in an archive, or in what is packed in one.
     *
     * @param depth in how many archives it lies
     */
    private void look(InputStream packed, int depth) throws IOException {
        PushbackInputStream entry = new PushbackInputStream(unpacking.counted(packed), 4);
        byte[] head = entry.readNBytes(4);
        entry.unread(head);
        int magic = head.length < 4 ? 0 : ByteBuffer.wrap(head).getInt();
        if (magic == Integer.reverseBytes(Archive.ENTRY)) {
            mayBePacked(depth);
            try (ZipInputStream archive = new ZipInputStream(entry, StandardCharsets.ISO_8859_1)) {
                lookInside(archive, depth);
            }
        } else if (magic >>> 16 == 0x1f8b) {
            mayBePacked(depth);
            try (InputStream unzipped = new GZIPInputStream(entry)) {
                look(unzipped, depth + 1);
            }
        } else if (isOtherArchive(magic)) {
            throw Refusal.invalid("file-archive-inside", "/file");
        } else if (Picture.begins(magic)) {
            Picture.look(entry, unpacking);
            entry.transferTo(OutputStream.nullOutputStream());
        } else {
            Declarations.look(entry, buffer);
        }
    }

    private void lookInside(ZipInputStream archive, int depth) throws IOException {
        ZipEntry entry;
        while ((entry = archive.getNextEntry()) != null) {
            unpacking.addEntry();
            Archive.mustStayInside(entry.getName());
            look(archive, depth + 1);
        }
    }

    /** A sheet in a text is packed in a packed file, and that is as deep as it goes. */
    private static void mayBePacked(int depth) {
        if (depth > 1) {
            throw Refusal.invalid("file-archive-inside", "/file");
        }
    }

    /** 7z, RAR, xz, bzip2, zstd, cabinet. */
    private static boolean isOtherArchive(int magic) {
        return magic == 0x377abcaf
                || magic == 0x52617221
                || magic == 0xfd377a58
                || magic >>> 8 == 0x425a68
                || magic == 0x28b52ffd
                || magic == 0x4d534346;
    }

    private boolean beginsAsPdf() {
        for (int at = 0; at < content.remaining() && at < HEAD; at++) {
            byte one = content.get(content.position() + at);
            if (one == '%') {
                return isPdfAt(at);
            }
            boolean mark = at < 3 && "\u00ef\u00bb\u00bf".indexOf(one & 0xff) == at;
            if (!mark && (one < 0 || one > ' ')) {
                return false;
            }
        }
        return false;
    }

    private boolean isPdf() {
        for (int at = 0; at < HEAD; at++) {
            if (isPdfAt(at)) {
                return true;
            }
        }
        return false;
    }

    private boolean isPdfAt(int at) {
        if (content.remaining() < at + PDF.length) {
            return false;
        }
        for (int i = 0; i < PDF.length; i++) {
            if (content.get(content.position() + at + i) != PDF[i]) {
                return false;
            }
        }
        return true;
    }
}
