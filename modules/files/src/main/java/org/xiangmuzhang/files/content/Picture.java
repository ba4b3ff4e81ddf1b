package org.xiangmuzhang.files.content;

import org.xiangmuzhang.kernel.Refusal;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.zip.InflaterInputStream;
import java.util.zip.ZipException;

/** How large a picture becomes for whoever shows it, from its head; no pixel is unpacked. */
final class Picture {

    /** A sheet of A0 at 300 dots an inch has 140 million. */
    private static final long PIXELS = 200_000_000;

    private static final int PNG = 0x89504e47;
    private static final int TIFF_LITTLE = 0x49492a00;
    private static final int TIFF_BIG = 0x4d4d002a;
    private static final int GIF = 0x47494638;
    private static final Set<String> PACKED_TEXT = Set.of("zTXt", "iTXt", "iCCP");

    private Picture() {}

    /** Whether bytes that begin like this are a picture whose size is told there. */
    static boolean begins(int magic) {
        return magic == PNG
                || magic == TIFF_LITTLE
                || magic == TIFF_BIG
                || magic == GIF
                || magic >>> 8 == 0xffd8ff
                || magic >>> 16 == 0x424d;
    }

    /** Refuses one that is too large; one that breaks off shows nobody anything. */
    static void look(InputStream picture, Unpacking unpacking) throws IOException {
        DataInputStream in = new DataInputStream(picture);
        try {
            int magic = in.readInt();
            if (magic == PNG) {
                png(in, unpacking);
            } else if (magic == TIFF_LITTLE || magic == TIFF_BIG) {
                tiff(in, magic == TIFF_LITTLE);
            } else if (magic == GIF) {
                in.readShort();
                mayBe(little(in.readUnsignedShort()), little(in.readUnsignedShort()));
            } else if (magic >>> 8 == 0xffd8ff) {
                jpeg(in, magic & 0xff);
            } else if (magic >>> 16 == 0x424d) {
                in.skipNBytes(14);
                mayBe(Integer.reverseBytes(in.readInt()), Integer.reverseBytes(in.readInt()));
            }
        } catch (EOFException brokenOff) {
            return;
        }
    }

    static void mayBe(long width, long height) {
        long least = Math.min(Math.abs(width), Math.abs(height));
        long most = Math.max(Math.abs(width), Math.abs(height));
        if (most > 0 && least > PIXELS / most) {
            throw Refusal.invalid("file-picture-too-large", "/file", PIXELS / 1_000_000);
        }
    }

    /** Its size stands in the first part; texts and profiles that are packed count as unpacked. */
    private static void png(DataInputStream in, Unpacking unpacking) throws IOException {
        in.readInt();
        while (true) {
            long length = in.readInt() & 0xffffffffL;
            String type = new String(in.readNBytes(4), StandardCharsets.ISO_8859_1);
            if (type.equals("IHDR") && length >= 8) {
                mayBe(in.readInt() & 0xffffffffL, in.readInt() & 0xffffffffL);
                length -= 8;
            } else if (type.equals("IEND")) {
                return;
            }
            Part part = new Part(in, length);
            if (PACKED_TEXT.contains(type)) {
                unpack(part, type.equals("iTXt"), unpacking);
            }
            part.skipRest();
            in.skipNBytes(4);
        }
    }

    private static void unpack(Part part, boolean international, Unpacking unpacking)
            throws IOException {
        skipWord(part);
        boolean packed = !international || part.read() == 1;
        part.read();
        if (international) {
            skipWord(part);
            skipWord(part);
        }
        if (packed) {
            try (InflaterInputStream text = new InflaterInputStream(part)) {
                unpacking.counted(text).transferTo(OutputStream.nullOutputStream());
            } catch (ZipException | EOFException noText) {
                return;
            }
        }
    }

    private static void skipWord(InputStream in) throws IOException {
        while (in.read() > 0) {
            continue;
        }
    }

    /** The frame header is behind as many other segments as there are. */
    private static void jpeg(DataInputStream in, int first) throws IOException {
        int marker = first;
        while (marker != 0xda && marker != 0xd9) {
            if (marker == 0xff) {
                marker = in.readUnsignedByte();
                continue;
            }
            boolean frame =
                    marker >= 0xc0
                            && marker <= 0xcf
                            && marker != 0xc4
                            && marker != 0xc8
                            && marker != 0xcc;
            boolean alone = marker <= 0x01 || marker >= 0xd0 && marker <= 0xd8;
            int length = alone ? 0 : in.readUnsignedShort() - 2;
            if (frame && length >= 5) {
                in.readUnsignedByte();
                int height = in.readUnsignedShort();
                mayBe(in.readUnsignedShort(), height);
                length -= 5;
            }
            in.skipNBytes(Math.max(0, length));
            do {
                marker = in.readUnsignedByte();
            } while (marker != 0xff);
            marker = in.readUnsignedByte();
        }
    }

    /** The first directory, where it stands further on. */
    private static void tiff(DataInputStream in, boolean little) throws IOException {
        in.skipNBytes(Math.max(0, whole(in, little) - 8));
        int fields = small(in, little);
        long[] size = new long[2];
        for (int field = 0; field < fields; field++) {
            int tag = small(in, little);
            boolean isSmall = small(in, little) == 3;
            in.readInt();
            long value;
            if (isSmall) {
                value = small(in, little);
                in.readShort();
            } else {
                value = whole(in, little);
            }
            if (tag == 256 || tag == 257) {
                size[tag - 256] = value;
            }
        }
        mayBe(size[0], size[1]);
    }

    private static int small(DataInputStream in, boolean little) throws IOException {
        int read = in.readUnsignedShort();
        return little ? little(read) : read;
    }

    private static long whole(DataInputStream in, boolean little) throws IOException {
        int read = in.readInt();
        return (little ? Integer.reverseBytes(read) : read) & 0xffffffffL;
    }

    private static int little(int big) {
        return (big & 0xff) << 8 | big >>> 8;
    }

    /** So many bytes of a stream. */
    private static final class Part extends InputStream {

        private final InputStream in;
        private long left;

        Part(InputStream in, long length) {
            this.in = in;
            this.left = length;
        }

        @Override
        public int read() throws IOException {
            return left-- > 0 ? in.read() : -1;
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            if (left <= 0) {
                return -1;
            }
            int read = in.read(into, offset, (int) Math.min(length, left));
            left -= Math.max(0, read);
            return read;
        }

        /** Also of a stream whose reader took nothing of it. */
        void skipRest() throws IOException {
            in.skipNBytes(Math.max(0, left));
        }
    }
}
