package org.xiangmuzhang.supervision.domain;

import org.xiangmuzhang.kernel.Region;
import org.xiangmuzhang.kernel.WorkingDays.Pause;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;

/**
 * An item that went through a random but lawful course: perhaps a correction, acceptance by a clerk
 * or by silence, some procedures, a decision. It keeps what a legal clock would keep beside the
 * ledger.
 */
final class RandomCase {

    private static final List<String> PROCEDURES =
            List.of("PUBLICITY", "EXPERT", "HEARING", "SITE", "TEST", "EVAL", "CORRECTION");

    private final Random random;
    private final LocalDate receivedOn;
    private final LocalDate acceptedOn;
    private final LocalDate decidedOn;
    private final List<Pause> pauses = new ArrayList<>();
    private TimeLedger ledger;

    RandomCase(int seed) {
        random = new Random(seed);
        receivedOn = LocalDate.of(2026, 8, 20).plusDays(random.nextInt(60));
        ledger = TimeLedger.received(receivedOn);
        LocalDate today = receivedOn;
        if (random.nextInt(3) == 0) {
            today = later(today, 5);
            ledger = ledger.hold(today, Holder.APPLICANT);
            today = later(today, 10);
            ledger = ledger.hold(today, Holder.HALL);
        }
        today = later(today, 6);
        acceptedOn = random.nextInt(4) == 0 ? receivedOn : today;
        ledger = ledger.hold(acceptedOn.plusDays(1), department());
        for (int left = random.nextInt(4); left > 0; left--) {
            today = procedure(later(today, 6));
        }
        decidedOn = later(today, 15);
        ledger = ledger.end(decidedOn);
    }

    private LocalDate procedure(LocalDate from) {
        String kind = PROCEDURES.get(random.nextInt(PROCEDURES.size()));
        LocalDate until = later(from, 12);
        ledger = ledger.hold(from, Holder.during(kind));
        ledger = ledger.hold(until.plusDays(1), department());
        pauses.add(new Pause(from, until));
        return until.plusDays(1);
    }

    private LocalDate later(LocalDate day, int atMost) {
        return day.plusDays(random.nextInt(atMost + 1));
    }

    TimeLedger ledger() {
        return ledger;
    }

    LocalDate receivedOn() {
        return receivedOn;
    }

    LocalDate acceptedOn() {
        return acceptedOn;
    }

    LocalDate decidedOn() {
        return decidedOn;
    }

    List<Pause> pauses() {
        return pauses;
    }

    static WatchedTask task() {
        return new WatchedTask(
                new UUID(0, 1),
                new Region("370403"),
                new UUID(0, 2),
                null,
                new UUID(0, 3),
                "EIA-REPORT",
                "NDRC",
                "FORMAL",
                null,
                null,
                null);
    }

    private static Holder department() {
        return Holder.department("NDRC");
    }
}
