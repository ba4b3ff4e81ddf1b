package org.xiangmuzhang.files.content;

import java.io.InputStream;
import java.nio.ByteBuffer;

/** What is left in a buffer, as a stream; the buffer itself stays where it is. */
final class Bytes extends InputStream {

    private final ByteBuffer left;

    Bytes(ByteBuffer of) {
        left = of.duplicate();
    }

    @Override
    public int read() {
        return left.hasRemaining() ? left.get() & 0xff : -1;
    }

    @Override
    public int read(byte[] into, int offset, int length) {
        if (!left.hasRemaining()) {
            return length == 0 ? 0 : -1;
        }
        int read = Math.min(length, left.remaining());
        left.get(into, offset, read);
        return read;
    }

    @Override
    public int available() {
        return left.remaining();
    }
}
