package org.xiangmuzhang.privacy;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.xiangmuzhang.kernel.Region;
import org.xiangmuzhang.kernel.WorkingDays;
import org.xiangmuzhang.parties.privacy.HeldKind;
import org.xiangmuzhang.parties.privacy.Holds;
import org.xiangmuzhang.parties.privacy.Retained;
import org.xiangmuzhang.parties.privacy.Retained.Piece;
import org.xiangmuzhang.privacy.RetentionRuns.Run;
import org.xiangmuzhang.settings.Setting;
import org.xiangmuzhang.settings.Settings;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Removes, once a day and kind by kind, what has been kept for as long as its place lets it be,
 * unless a hold or a matter needs it. Each piece goes in one transaction with the numbers of the
 * run: what is cut off goes on where it was, at the next turn and on any node.
 */
class RemovingInTime {

    private static final Logger LOG = LoggerFactory.getLogger(RemovingInTime.class);
    private static final int BATCH = 200;

    private final List<Retained> kinds;
    private final Setting setting;
    private final Settings settings;
    private final Holds holds;
    private final RetentionRuns runs;
    private final Clock clock;
    private final TransactionTemplate transaction;

    RemovingInTime(
            List<Retained> kinds,
            Setting setting,
            Settings settings,
            Holds holds,
            RetentionRuns runs,
            Clock clock,
            PlatformTransactionManager manager) {
        this.kinds = kinds;
        this.setting = setting;
        this.settings = settings;
        this.holds = holds;
        this.runs = runs;
        this.clock = clock;
        this.transaction = new TransactionTemplate(manager);
    }

    void run() {
        for (Retained kind : kinds) {
            runs.due(kind.term().kind()).ifPresent(run -> carryOut(kind, run));
        }
    }

    private enum Fate {
        REMOVED,
        HELD,
        NEEDED,
        FAILED
    }

    private void carryOut(Retained kind, Run begun) {
        Run run = begun;
        Instant now = clock.instant();
        Map<Region, Instant> dues = new HashMap<>();
        Instant least = now.minus(Duration.ofDays(kind.term().least()));
        List<Piece> pieces;
        do {
            pieces = kind.pieces(least, run.last(), BATCH);
            Map<HeldKind, Set<UUID>> held = held(pieces);
            for (Piece piece : pieces) {
                Instant due = dues.computeIfAbsent(piece.region(), at -> due(kind, at, now));
                run = seen(run, piece);
                if (piece.since().isBefore(due)) {
                    run = decided(kind, run, piece, isHeld(piece, held));
                }
            }
            runs.save(run);
        } while (pieces.size() == BATCH);
        runs.save(finished(run, clock.instant()));
        if (run.removed() + run.failed() > 0) {
            LOG.info(
                    "Time is over for {}: {} removed, {} held, {} needed, {} failed",
                    run.kind(),
                    run.removed(),
                    run.held(),
                    run.needed(),
                    run.failed());
        }
    }

    /** What began before this has been kept long enough at a place. */
    private Instant due(Retained kind, Region place, Instant now) {
        LocalDate today = LocalDate.ofInstant(now, WorkingDays.ZONE);
        int days = Setting.value(settings.at(setting, place, today), kind.term().kind());
        return now.minus(Duration.ofDays(days));
    }

    private Map<HeldKind, Set<UUID>> held(List<Piece> pieces) {
        Map<HeldKind, Set<UUID>> held = new EnumMap<>(HeldKind.class);
        for (HeldKind kind : HeldKind.values()) {
            List<UUID> ids =
                    pieces.stream().flatMap(piece -> things(piece, kind)).distinct().toList();
            if (!ids.isEmpty()) {
                held.put(kind, holds.held(kind, ids));
            }
        }
        return held;
    }

    private static boolean isHeld(Piece piece, Map<HeldKind, Set<UUID>> held) {
        return Stream.of(HeldKind.values())
                .anyMatch(
                        kind ->
                                things(piece, kind)
                                        .anyMatch(held.getOrDefault(kind, Set.of())::contains));
    }

    /** Of one kind what the piece belongs to. */
    private static Stream<UUID> things(Piece piece, HeldKind kind) {
        Stream<UUID> about = Stream.ofNullable(piece.about().get(kind));
        return kind == HeldKind.PERSON ? Stream.concat(about, piece.people().stream()) : about;
    }

    private static List<UUID> things(Piece piece) {
        return Stream.of(HeldKind.values()).flatMap(kind -> things(piece, kind)).toList();
    }

    private Run decided(Retained kind, Run run, Piece piece, boolean held) {
        if (held) {
            return counted(run, Fate.HELD);
        }
        try {
            return Objects.requireNonNull(
                    transaction.execute(
                            status -> {
                                // once more: a hold may have come since the batch was begun
                                holds.still(things(piece));
                                Fate fate =
                                        isHeld(piece, held(List.of(piece)))
                                                ? Fate.HELD
                                                : kind.remove(piece.id())
                                                        ? Fate.REMOVED
                                                        : Fate.NEEDED;
                                Run counted = counted(run, fate);
                                runs.save(counted);
                                return counted;
                            }));
        } catch (RuntimeException left) {
            LOG.error("{} {} cannot be removed", run.kind(), piece.id(), left);
            return counted(run, Fate.FAILED);
        }
    }

    private static Run seen(Run run, Piece piece) {
        return new Run(
                run.id(),
                run.kind(),
                run.day(),
                run.startedAt(),
                null,
                piece.id(),
                run.lookedAt() + 1,
                run.removed(),
                run.held(),
                run.needed(),
                run.failed());
    }

    private static Run counted(Run run, Fate fate) {
        return new Run(
                run.id(),
                run.kind(),
                run.day(),
                run.startedAt(),
                null,
                run.last(),
                run.lookedAt(),
                run.removed() + (fate == Fate.REMOVED ? 1 : 0),
                run.held() + (fate == Fate.HELD ? 1 : 0),
                run.needed() + (fate == Fate.NEEDED ? 1 : 0),
                run.failed() + (fate == Fate.FAILED ? 1 : 0));
    }

    private static Run finished(Run run, Instant at) {
        return new Run(
                run.id(),
                run.kind(),
                run.day(),
                run.startedAt(),
                at,
                run.last(),
                run.lookedAt(),
                run.removed(),
                run.held(),
                run.needed(),
                run.failed());
    }
}
