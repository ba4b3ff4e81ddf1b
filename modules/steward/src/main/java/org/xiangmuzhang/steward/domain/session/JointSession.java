package org.xiangmuzhang.steward.domain.session;

import org.jspecify.annotations.Nullable;
import org.xiangmuzhang.kernel.Refusal;
import org.xiangmuzhang.kernel.WorkingDays;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;

/**
 * A session of several departments: a time that suits all, one record with a verdict of each, one
 * outcome. Who was absent cannot object later.
 */
public final class JointSession {

    private static final int MOST_TIMES = 20;

    private final Call call;
    private final List<Invitation> invitations;
    private final List<Instant> times;
    private SessionState state;
    private @Nullable Instant at;
    private @Nullable LocalDate opinionsBy;
    private @Nullable Verdict outcome;
    private @Nullable UUID conclusion;
    private @Nullable LocalDate concludedOn;
    private long version;

    /** As it was kept. */
    public JointSession(
            Call call,
            List<Invitation> invitations,
            List<Instant> times,
            SessionState state,
            @Nullable Instant at,
            @Nullable LocalDate opinionsBy,
            @Nullable Verdict outcome,
            @Nullable UUID conclusion,
            @Nullable LocalDate concludedOn,
            long version) {
        this.call = call;
        this.invitations = new ArrayList<>(invitations);
        this.times = new ArrayList<>(times);
        this.state = state;
        this.at = at;
        this.opinionsBy = opinionsBy;
        this.outcome = outcome;
        this.conclusion = conclusion;
        this.concludedOn = concludedOn;
        this.version = version;
    }

    /** Called anew; two departments at least, unless only open points are left. */
    public static JointSession called(
            Call call, List<Invitation> invitations, Collection<Instant> times) {
        int least = call.previous() == null ? 2 : 1;
        if (invitations.size() < least || invitations.size() > MOST_TIMES) {
            throw Refusal.invalid("session-departments", "/departments", least, MOST_TIMES);
        }
        if (times.isEmpty() || times.size() > MOST_TIMES) {
            throw Refusal.invalid("session-times", "/times", MOST_TIMES);
        }
        return new JointSession(
                call,
                invitations,
                new ArrayList<>(new TreeSet<>(times)),
                SessionState.CALLED,
                null,
                null,
                null,
                null,
                null,
                1);
    }

    /**
     * A department says which times suit it and may propose others; once all have answered the
     * earliest common one is taken. Says whether one was.
     */
    public boolean answer(
            String department,
            Collection<Instant> suits,
            Collection<Instant> proposals,
            Instant now,
            Function<Instant, LocalDate> opinionsUntil) {
        Invitation invited = invited(department);
        mustBe(SessionState.CALLED);
        Set<Instant> known = new TreeSet<>(times);
        known.addAll(proposals);
        if (!known.containsAll(suits)) {
            throw Refusal.invalid("session-time-unknown", "/suits");
        }
        if (known.size() > MOST_TIMES) {
            throw Refusal.invalid("session-times", "/proposals", MOST_TIMES);
        }
        times.clear();
        times.addAll(known);
        Set<Instant> suited = new TreeSet<>(suits);
        suited.addAll(proposals);
        replace(invited, invited.suited(List.copyOf(suited)));
        version++;
        Optional<Instant> common = earliestCommon(now);
        common.ifPresent(time -> fix(time, opinionsUntil.apply(time)));
        return common.isPresent();
    }

    /** Nothing while somebody has not answered. */
    private Optional<Instant> earliestCommon(Instant now) {
        return times.stream()
                .filter(time -> time.isAfter(now))
                .filter(
                        time ->
                                invitations.stream()
                                        .map(Invitation::suits)
                                        .allMatch(suits -> suits != null && suits.contains(time)))
                .findFirst();
    }

    /**
     * The host sets the time, also another one than was fixed, until it has begun; but not while
     * somebody may still answer.
     */
    public void set(Instant time, Instant now, LocalDate opinionsUntil) {
        mustBeSettable(now);
        fix(time, opinionsUntil);
        version++;
    }

    private void mustBeSettable(Instant now) {
        if (state != SessionState.CALLED && (state != SessionState.FIXED || hasBegun(now))) {
            throw Refusal.conflict("session-begun");
        }
        if (!isSettable(now)) {
            throw Refusal.conflict("session-answers-awaited", call.answerBy());
        }
    }

    /** Whether all have answered, or had the time to. */
    public boolean isSettable(Instant now) {
        return silent().isEmpty() || on(now).isAfter(call.answerBy());
    }

    private static LocalDate on(Instant now) {
        return LocalDate.ofInstant(now, WorkingDays.ZONE);
    }

    private void fix(Instant time, LocalDate opinionsUntil) {
        at = time;
        opinionsBy = opinionsUntil;
        state = SessionState.FIXED;
    }

    /** A department's verdict; whoever was absent has none. */
    public void judge(String department, Verdict verdict, @Nullable UUID remark, Instant now) {
        Invitation invited = invited(department);
        if (invited.verdict() == Verdict.ABSENT) {
            throw Refusal.conflict("session-absent-cannot-object");
        }
        mustBe(SessionState.FIXED);
        mustHaveBegun(now);
        if (invited.verdict() != null) {
            throw Refusal.conflict("session-verdict-given");
        }
        replace(invited, invited.judged(verdict, remark));
        version++;
    }

    /**
     * 缺席: recorded by the host once it is over; it counts as no objection. Whoever said that the
     * time suits has until the day of opinions.
     */
    public void absent(String department, Instant now) {
        Invitation invited = invited(department);
        mustBe(SessionState.FIXED);
        mustHaveBegun(now);
        if (invited.verdict() != null) {
            throw Refusal.conflict("session-verdict-given");
        }
        if (!isOver(now)) {
            throw Refusal.conflict("session-not-over");
        }
        if (!mayBeAbsent(invited, now)) {
            throw Refusal.conflict(
                    "session-opinion-awaited", department, String.valueOf(opinionsBy));
        }
        replace(invited, invited.judged(Verdict.ABSENT, null));
        version++;
    }

    private boolean isOver(Instant now) {
        return at != null && !now.isBefore(at.plus(Duration.ofMinutes(call.minutes())));
    }

    /** Whether the host may record that this department did not come. */
    public boolean mayBeAbsent(Invitation invited, Instant now) {
        List<Instant> suits = invited.suits();
        boolean coming = at != null && suits != null && suits.contains(at);
        return invited.verdict() == null
                && isOver(now)
                && !(coming && opinionsBy != null && !on(now).isAfter(opinionsBy));
    }

    /**
     * One outcome of all verdicts. Where only open points are left, it may be that nobody came.
     *
     * @param left whether points stay open
     */
    public Verdict conclude(UUID remark, boolean left, LocalDate on) {
        mustBe(SessionState.FIXED);
        invitations.stream()
                .filter(one -> one.verdict() == null)
                .findFirst()
                .ifPresent(
                        one -> {
                            throw Refusal.conflict("session-verdict-missing", one.department());
                        });
        if (call.previous() == null
                && invitations.stream().allMatch(one -> one.verdict() == Verdict.ABSENT)) {
            throw Refusal.conflict("session-nobody-came");
        }
        Verdict all = left ? Verdict.POINTS : Verdict.PASSED;
        for (Verdict worse : List.of(Verdict.POINTS, Verdict.REFUSED)) {
            if (invitations.stream().anyMatch(one -> one.verdict() == worse)) {
                all = worse;
            }
        }
        outcome = all;
        conclusion = remark;
        concludedOn = on;
        state = SessionState.CONCLUDED;
        version++;
        return all;
    }

    public void cancel(UUID why, LocalDate on) {
        if (state == SessionState.CONCLUDED || state == SessionState.CANCELLED) {
            throw Refusal.conflict("session-over");
        }
        conclusion = why;
        concludedOn = on;
        state = SessionState.CANCELLED;
        version++;
    }

    public boolean hasBegun(Instant now) {
        return at != null && !now.isBefore(at);
    }

    public boolean isRunning() {
        return state == SessionState.CALLED || state == SessionState.FIXED;
    }

    /** Refuses whom nobody asked to come. */
    public Invitation invited(String department) {
        return find(department)
                .orElseThrow(() -> Refusal.forbidden("session-not-invited", department));
    }

    public Optional<Invitation> find(String department) {
        return invitations.stream().filter(one -> one.department().equals(department)).findFirst();
    }

    private void mustBe(SessionState wanted) {
        if (!isRunning()) {
            throw Refusal.conflict("session-over");
        }
        if (state != wanted) {
            throw wanted == SessionState.CALLED
                    ? Refusal.conflict("session-time-fixed")
                    : Refusal.conflict("session-time-open");
        }
    }

    private void mustHaveBegun(Instant now) {
        if (!hasBegun(now)) {
            throw Refusal.conflict("session-not-begun");
        }
    }

    private void replace(Invitation before, Invitation after) {
        invitations.set(invitations.indexOf(before), after);
    }

    /** Departments of which nobody knows yet when they can. */
    public Set<String> silent() {
        Set<String> silent = new HashSet<>();
        invitations.stream()
                .filter(one -> one.suits() == null)
                .forEach(one -> silent.add(one.department()));
        return silent;
    }

    public Call call() {
        return call;
    }

    public List<Invitation> invitations() {
        return List.copyOf(invitations);
    }

    public List<Instant> times() {
        return List.copyOf(times);
    }

    public SessionState state() {
        return state;
    }

    public @Nullable Instant at() {
        return at;
    }

    public @Nullable LocalDate opinionsBy() {
        return opinionsBy;
    }

    public @Nullable Verdict outcome() {
        return outcome;
    }

    public @Nullable UUID conclusion() {
        return conclusion;
    }

    public @Nullable LocalDate concludedOn() {
        return concludedOn;
    }

    public long version() {
        return version;
    }
}
