package org.xiangmuzhang.steward.application;

import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.xiangmuzhang.files.Files;
import org.xiangmuzhang.files.StoredFile;
import org.xiangmuzhang.kernel.Actor;
import org.xiangmuzhang.kernel.Refusal;
import org.xiangmuzhang.kernel.WorkingDays;
import org.xiangmuzhang.parties.Remarks;
import org.xiangmuzhang.steward.api.ProjectView;
import org.xiangmuzhang.steward.domain.session.Call;
import org.xiangmuzhang.steward.domain.session.JointSession;
import org.xiangmuzhang.steward.domain.session.Point;
import org.xiangmuzhang.steward.domain.session.Verdict;
import org.xiangmuzhang.steward.events.SessionAnswered;
import org.xiangmuzhang.steward.events.SessionCancelled;
import org.xiangmuzhang.steward.events.SessionConcluded;
import org.xiangmuzhang.steward.events.SessionJudged;
import org.xiangmuzhang.steward.events.SessionTimeSet;
import org.xiangmuzhang.steward.port.in.Convening;
import org.xiangmuzhang.steward.port.in.Fetching;
import org.xiangmuzhang.steward.port.out.Sessions;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/** What joint sessions come to: answers, times, verdicts and one conclusion. */
@Component("steward.sessions")
class SessionDesk implements Convening {

    private final Sessions sessions;
    private final SessionCalls calls;
    private final SessionPoints points;
    private final SessionSheets sheets;
    private final SessionSight sight;
    private final SessionRules rules;
    private final Access access;
    private final Remarks remarks;
    private final Files files;
    private final ApplicationEventPublisher events;

    SessionDesk(
            Sessions sessions,
            SessionCalls calls,
            SessionPoints points,
            SessionSheets sheets,
            SessionSight sight,
            SessionRules rules,
            Access access,
            Remarks remarks,
            Files files,
            ApplicationEventPublisher events) {
        this.sessions = sessions;
        this.calls = calls;
        this.points = points;
        this.sheets = sheets;
        this.sight = sight;
        this.rules = rules;
        this.access = access;
        this.remarks = remarks;
        this.files = files;
        this.events = events;
    }

    @Override
    @Transactional
    public void call(Actor actor, Request request) {
        calls.call(actor, request);
    }

    @Override
    @Transactional
    public void act(Actor actor, UUID id, long version, Act act) {
        JointSession seen = seen(actor, id);
        ProjectView project = access.visible(actor, seen.call().project());
        sight.mustBeOpenTo(actor, project, seen, act.step());
        access.mustStayOpen(project.id());
        JointSession session = sessions.held(id).orElseThrow(SessionDesk::unknown);
        if (version >= 0 && session.version() != version) {
            throw Refusal.conflict("session-changed-meanwhile");
        }
        switch (act.step()) {
            case ANSWER -> answer(actor, session, act);
            case TIME -> time(actor, session, act);
            case JUDGE -> judge(actor, session, act);
            case ABSENT -> absent(session, act);
            case CONCLUDE -> conclude(actor, session, act);
            case CANCEL -> cancel(actor, session, act);
        }
    }

    private void answer(Actor actor, JointSession session, Act act) {
        Call call = session.call();
        String department = String.valueOf(actor.department());
        int most = SessionRules.MOST_TIMES;
        if (act.suits().size() > most || act.proposals().size() > most) {
            throw Refusal.invalid("session-times", "/suits", most);
        }
        List<Instant> proposals = rules.within(call, act.proposals(), "/proposals");
        List<Instant> suits =
                act.suits().stream()
                        .map(time -> time.atZone(WorkingDays.ZONE).toInstant())
                        .toList();
        Instant now = rules.now();
        boolean found =
                session.answer(
                        department,
                        suits,
                        proposals,
                        now,
                        at -> rules.opinionsBy(call.region(), at));
        sessions.save(session);
        events.publishEvent(
                new SessionAnswered(
                        call.id(),
                        call.region(),
                        call.project(),
                        department,
                        Objects.requireNonNull(session.invited(department).suits()).size()));
        if (found) {
            timeSet(session, "COMMON", null);
        }
    }

    private void time(Actor actor, JointSession session, Act act) {
        Call call = session.call();
        LocalDateTime wished = act.at();
        if (wished == null) {
            throw Refusal.invalid("session-time-missing", "/at");
        }
        Instant at = rules.within(call.region(), call.hall(), call.minutes(), wished, "/at");
        session.set(at, rules.now(), rules.opinionsBy(call.region(), at));
        UUID reason = written(actor, session, act);
        sessions.save(session);
        timeSet(session, "HOST", reason);
    }

    private void timeSet(JointSession session, String setBy, @Nullable UUID reason) {
        LocalDateTime at = SessionRules.local(Objects.requireNonNull(session.at()));
        events.publishEvent(
                new SessionTimeSet(
                        session.call().id(),
                        session.call().region(),
                        session.call().project(),
                        at.toLocalDate(),
                        at.toLocalTime().toString(),
                        setBy,
                        reason));
    }

    private void judge(Actor actor, JointSession session, Act act) {
        Call call = session.call();
        String department = String.valueOf(actor.department());
        if (act.verdict() == null) {
            throw Refusal.invalid("session-verdict", "/verdict");
        }
        Verdict verdict = Verdict.valueOf(act.verdict().name());
        boolean refused = verdict == Verdict.REFUSED;
        UUID opinion =
                refused || act.text() != null && !act.text().isBlank()
                        ? written(actor, session, act)
                        : null;
        session.judge(department, verdict, opinion, rules.now());
        sessions.save(session);
        int left =
                call.previous() == null
                        ? points.raise(actor, session, verdict, act.points())
                        : points.settle(session, department, verdict, act);
        events.publishEvent(
                new SessionJudged(
                        call.id(),
                        call.region(),
                        call.project(),
                        department,
                        verdict.name(),
                        left,
                        opinion));
    }

    private void absent(JointSession session, Act act) {
        Call call = session.call();
        if (act.department() == null) {
            throw Refusal.invalid("session-department-missing", "/department");
        }
        session.absent(act.department(), rules.now());
        sessions.save(session);
        int left = call.previous() == null ? 0 : points.settleAbsent(session, act.department());
        events.publishEvent(
                new SessionJudged(
                        call.id(),
                        call.region(),
                        call.project(),
                        act.department(),
                        Verdict.ABSENT.name(),
                        left,
                        null));
    }

    private void conclude(Actor actor, JointSession session, Act act) {
        Call call = session.call();
        UUID conclusion = written(actor, session, act);
        long open = sessions.heldPointsOf(call.root()).stream().filter(Point::isOpen).count();
        Verdict outcome = session.conclude(conclusion, open > 0, rules.today());
        sessions.save(session);
        events.publishEvent(
                new SessionConcluded(
                        call.id(),
                        call.region(),
                        call.project(),
                        call.kind().name(),
                        outcome.name(),
                        (int) open,
                        SessionSheets.days(rules.calendar(), session),
                        conclusion));
    }

    private void cancel(Actor actor, JointSession session, Act act) {
        Call call = session.call();
        UUID why = written(actor, session, act);
        session.cancel(why, rules.today());
        sessions.save(session);
        events.publishEvent(
                new SessionCancelled(
                        call.id(), call.region(), call.project(), call.kind().name(), why));
    }

    private UUID written(Actor actor, JointSession session, Act act) {
        String text = act.text() == null ? "" : act.text();
        return remarks.write(session.call().region(), actor.person(), text, "/text");
    }

    @Override
    @Transactional
    public void move(Actor actor, UUID session, UUID point, long version, PointMove move) {
        points.move(actor, seen(actor, session), point, version, move);
    }

    private JointSession seen(Actor actor, UUID session) {
        return sessions.visible(session, sight.of(actor)).orElseThrow(SessionDesk::unknown);
    }

    private static Refusal unknown() {
        return Refusal.notFound("joint-session-unknown");
    }

    @Override
    @Transactional(readOnly = true)
    public Sheet session(Actor actor, UUID session, Locale language) {
        JointSession seen = seen(actor, session);
        return sheets.of(actor, List.of(seen), language).getFirst();
    }

    @Override
    @Transactional(readOnly = true)
    public List<Sheet> list(Actor actor, Filter filter, Locale language) {
        return sheets.of(
                actor,
                sessions.list(
                        sight.of(actor),
                        new Sessions.Selection(
                                filter.running(),
                                filter.project(),
                                filter.before(),
                                filter.limit())),
                language);
    }

    @Override
    @Transactional(readOnly = true)
    public List<Sheet> toMend(Actor actor, int limit, Locale language) {
        return sheets.of(actor, sessions.toMend(sight.of(actor), limit), language);
    }

    @Override
    @Transactional(readOnly = true)
    public Fetching.Paper paper(Actor actor, UUID id, UUID file) {
        JointSession session = seen(actor, id);
        boolean known =
                file.equals(session.call().file())
                        || sessions.pointsOf(List.of(session.call().root())).stream()
                                .anyMatch(point -> file.equals(point.file()));
        StoredFile stored =
                (known ? files.byId(file) : Optional.<StoredFile>empty())
                        .orElseThrow(() -> Refusal.notFound("file-unknown"));
        return new Fetching.Paper(
                stored.name(), stored.mediaType(), stored.size(), files.open(file));
    }
}
