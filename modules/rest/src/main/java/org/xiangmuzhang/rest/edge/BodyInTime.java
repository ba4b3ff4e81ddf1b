package org.xiangmuzhang.rest.edge;

import jakarta.servlet.ServletException;

import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.apache.coyote.ActionCode;
import org.apache.coyote.InputBuffer;
import org.apache.tomcat.util.net.ApplicationBufferHandler;
import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.time.Duration;

/**
 * Ends requests whose body trickles in: it must come at a rate, after a while of grace. The
 * container's own time-out counts between two bytes only, so that a patient sender could hold a
 * thread for days. What is left of a body after the answer is read on for a moment, so that the
 * caller hears the answer.
 */
final class BodyInTime extends ValveBase {

    private static final Duration READ_ON = Duration.ofSeconds(5);

    private final Duration grace;
    private final long bytesPerSecond;

    BodyInTime(Duration grace, long bytesPerSecond) {
        super(true);
        this.grace = grace;
        this.bytesPerSecond = bytesPerSecond;
    }

    @Override
    public void invoke(Request request, Response response) throws IOException, ServletException {
        org.apache.coyote.Request read = request.getCoyoteRequest();
        InputBuffer source = read.getInputBuffer();
        Timed timed = new Timed(source);
        read.setInputBuffer(timed);
        try {
            getNext().invoke(request, response);
            if (!read.hasExpectation() && !request.isAsync() && !read.isFinished()) {
                response.finishResponse();
                readOn(read, timed);
            }
        } finally {
            read.setInputBuffer(source);
        }
    }

    private static void readOn(org.apache.coyote.Request request, Timed timed) {
        timed.last = System.nanoTime() + READ_ON.toNanos();
        Ignored ignored = new Ignored();
        try {
            while (request.doRead(ignored) >= 0) {
                continue;
            }
        } catch (IOException late) {
            request.action(ActionCode.DISABLE_SWALLOW_INPUT, null);
        }
    }

    private final class Timed implements InputBuffer {

        private final InputBuffer source;
        private final long start = System.nanoTime();
        private long last = Long.MAX_VALUE;
        private long bytes;

        private Timed(InputBuffer source) {
            this.source = source;
        }

        @Override
        public int doRead(ApplicationBufferHandler handler) throws IOException {
            long now = System.nanoTime();
            long allowed = grace.plusSeconds(bytes / bytesPerSecond).toNanos();
            if (now - start > allowed || last != Long.MAX_VALUE && now - last > 0) {
                throw new BodyTooSlowException();
            }
            try {
                int read = source.doRead(handler);
                bytes += Math.max(0, read);
                return read;
            } catch (SocketTimeoutException stopped) {
                throw new BodyTooSlowException();
            }
        }

        @Override
        public int available() {
            return source.available();
        }
    }

    private static final class Ignored implements ApplicationBufferHandler {

        private @Nullable ByteBuffer buffer;

        @Override
        public void setByteBuffer(ByteBuffer buffer) {
            this.buffer = buffer;
        }

        @Override
        public @Nullable ByteBuffer getByteBuffer() {
            return buffer;
        }

        @Override
        public void expand(int size) {
            throw new UnsupportedOperationException("Nothing is kept");
        }
    }
}
