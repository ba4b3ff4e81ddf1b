package org.xiangmuzhang;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/**
 * When this node is to stop it first says so, by its readiness, and serves on for a while, until
 * the proxy has seen it and sends nobody any more. Only then are open requests finished.
 */
@Component
class Draining implements SmartLifecycle {

    private final Duration drain;
    private volatile boolean running;

    Draining(@Value("${xiangmuzhang.drain:0s}") Duration drain) {
        this.drain = drain;
    }

    @Override
    public void start() {
        running = true;
    }

    @Override
    public void stop() {
        running = false;
        long end = System.nanoTime() + drain.toNanos();
        for (long left = drain.toNanos(); left > 0; left = end - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** Stops before all others. */
    @Override
    public int getPhase() {
        return Integer.MAX_VALUE;
    }
}
