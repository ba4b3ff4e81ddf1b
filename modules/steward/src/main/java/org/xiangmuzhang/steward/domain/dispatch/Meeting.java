package org.xiangmuzhang.steward.domain.dispatch;

import org.jspecify.annotations.Nullable;
import org.xiangmuzhang.kernel.Refusal;
import org.xiangmuzhang.kernel.Region;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * 调度会: the meeting of a place in a week. Its agenda stands from when it is opened; each line is
 * treated once.
 */
public final class Meeting {

    private final UUID id;
    private final Region region;
    private final LocalDate week;
    private final UUID host;
    private final Instant openedAt;
    private final List<Line> lines;
    private @Nullable Instant closedAt;
    private long version;

    public Meeting(
            UUID id,
            Region region,
            LocalDate week,
            UUID host,
            Instant openedAt,
            @Nullable Instant closedAt,
            List<Line> lines,
            long version) {
        this.id = id;
        this.region = region;
        this.week = week;
        this.host = host;
        this.openedAt = openedAt;
        this.closedAt = closedAt;
        this.lines = new ArrayList<>(lines);
        this.version = version;
    }

    /** The line, if nothing was done with it. */
    public Line open(UUID line) {
        mustRun();
        Line found =
                lines.stream()
                        .filter(one -> one.id().equals(line))
                        .findFirst()
                        .orElseThrow(() -> Refusal.notFound("dispatch-line-unknown"));
        if (found.outcome() != Outcome.OPEN) {
            throw Refusal.conflict("dispatch-line-treated", found.number());
        }
        return found;
    }

    /** Treats an open line; what is carried once too often goes up, if there is something above. */
    public Line treat(
            UUID line,
            Outcome wished,
            int most,
            boolean hasAbove,
            @Nullable UUID remark,
            @Nullable UUID ticket) {
        Line before = open(line);
        boolean up = wished == Outcome.CARRIED && hasAbove && before.times() >= most;
        Line after = before.treated(up ? Outcome.RAISED : wished, remark, ticket);
        lines.set(lines.indexOf(before), after);
        version++;
        return after;
    }

    /** Ends it; every line must have been treated. */
    public void close(Instant at) {
        mustRun();
        if (lines.stream().anyMatch(line -> line.outcome() == Outcome.OPEN)) {
            throw new IllegalStateException("open lines");
        }
        closedAt = at;
        version++;
    }

    private void mustRun() {
        if (closedAt != null) {
            throw Refusal.conflict("dispatch-closed");
        }
    }

    public int count(Outcome outcome) {
        return (int) lines.stream().filter(line -> line.outcome() == outcome).count();
    }

    public UUID id() {
        return id;
    }

    public Region region() {
        return region;
    }

    public LocalDate week() {
        return week;
    }

    public UUID host() {
        return host;
    }

    public Instant openedAt() {
        return openedAt;
    }

    public @Nullable Instant closedAt() {
        return closedAt;
    }

    public List<Line> lines() {
        return List.copyOf(lines);
    }

    public long version() {
        return version;
    }
}
