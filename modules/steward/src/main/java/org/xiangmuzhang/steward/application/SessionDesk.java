package org.xiangmuzhang.steward.application;

import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.xiangmuzhang.catalog.api.Catalog;
import org.xiangmuzhang.catalog.api.Item;
import org.xiangmuzhang.files.Files;
import org.xiangmuzhang.files.StoredFile;
import org.xiangmuzhang.kernel.Actor;
import org.xiangmuzhang.kernel.Ids;
import org.xiangmuzhang.kernel.Refusal;
import org.xiangmuzhang.kernel.Region;
import org.xiangmuzhang.kernel.WorkingDays;
import org.xiangmuzhang.parties.Remarks;
import org.xiangmuzhang.steward.api.ProjectView;
import org.xiangmuzhang.steward.domain.session.Call;
import org.xiangmuzhang.steward.domain.session.Invitation;
import org.xiangmuzhang.steward.domain.session.JointSession;
import org.xiangmuzhang.steward.domain.session.Part;
import org.xiangmuzhang.steward.domain.session.Point;
import org.xiangmuzhang.steward.domain.session.PointState;
import org.xiangmuzhang.steward.domain.session.SessionKind;
import org.xiangmuzhang.steward.domain.session.SessionState;
import org.xiangmuzhang.steward.domain.session.Verdict;
import org.xiangmuzhang.steward.events.SessionAnswered;
import org.xiangmuzhang.steward.events.SessionCalled;
import org.xiangmuzhang.steward.events.SessionCancelled;
import org.xiangmuzhang.steward.events.SessionConcluded;
import org.xiangmuzhang.steward.events.SessionJudged;
import org.xiangmuzhang.steward.events.SessionPointMoved;
import org.xiangmuzhang.steward.events.SessionPointRaised;
import org.xiangmuzhang.steward.events.SessionTimeSet;
import org.xiangmuzhang.steward.port.in.Convening;
import org.xiangmuzhang.steward.port.in.Fetching;
import org.xiangmuzhang.steward.port.out.Sessions;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.regex.Pattern;

@Component("steward.sessions")
class SessionDesk implements Convening {

    private static final int MOST_POINTS = 20;
    private static final int MOST_ITEMS = 30;
    private static final String EVERY_HALL = "";
    private static final Predicate<String> HALL =
            Pattern.compile("[A-Z0-9-]{1,83}").asMatchPredicate();

    private final Sessions sessions;
    private final SessionSheets sheets;
    private final SessionSight sight;
    private final SessionRules rules;
    private final Access access;
    private final Papers papers;
    private final Units units;
    private final Remarks remarks;
    private final Files files;
    private final Catalog catalog;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    SessionDesk(
            Sessions sessions,
            SessionSheets sheets,
            SessionSight sight,
            SessionRules rules,
            Access access,
            Papers papers,
            Units units,
            Remarks remarks,
            Files files,
            Catalog catalog,
            ApplicationEventPublisher events,
            Clock clock) {
        this.sessions = sessions;
        this.sheets = sheets;
        this.sight = sight;
        this.rules = rules;
        this.access = access;
        this.papers = papers;
        this.units = units;
        this.remarks = remarks;
        this.files = files;
        this.catalog = catalog;
        this.events = events;
        this.clock = clock;
    }

    @Override
    @Transactional
    public void call(Actor actor, Request request) {
        ProjectView project = access.visible(actor, request.project());
        Access.mustBeItsSteward(actor, project);
        access.mustStayOpen(project.id());
        Region region = project.region();
        JointSession before = request.previous() == null ? null : previous(request, project);
        String hall = request.hall() == null ? EVERY_HALL : request.hall();
        if (!hall.isEmpty() && !HALL.test(hall)) {
            throw Refusal.invalid("session-hall", "/hall");
        }
        if (request.file() != null) {
            papers.mustBeUsable(request.file(), actor, project, "/file");
        }
        LocalDate answerBy = rules.answerBy(region, request.answerBy());
        int minutes = rules.minutes(region, request.minutes());
        String place = request.place();
        UUID written =
                place == null || place.isBlank()
                        ? null
                        : remarks.write(region, actor.person(), place, "/place");
        Call call =
                new Call(
                        request.id(),
                        region,
                        project.id(),
                        before == null ? kind(request) : before.call().kind(),
                        before == null ? request.mock() : before.call().mock(),
                        before == null ? part(request) : before.call().part(),
                        request.previous(),
                        before == null ? request.id() : before.call().root(),
                        written,
                        hall,
                        request.file(),
                        rules.today(),
                        answerBy,
                        minutes);
        if (before == null) {
            mustBePrepared(call);
        }
        List<Instant> times =
                request.times().isEmpty()
                        ? rules.next(region, hall, minutes, answerBy)
                        : within(call, request.times(), "/times");
        JointSession session =
                JointSession.called(
                        call, before == null ? invited(request, region) : stillOpen(before), times);
        sessions.add(session);
        events.publishEvent(
                new SessionCalled(
                        call.id(),
                        region,
                        project.id(),
                        call.kind().name(),
                        call.mock(),
                        call.part().kind().name(),
                        call.part().building(),
                        session.invitations().stream().map(Invitation::department).toList(),
                        session.invitations().stream()
                                .flatMap(one -> one.items().stream())
                                .toList(),
                        answerBy,
                        call.previous(),
                        call.file(),
                        written));
    }

    private static SessionKind kind(Request request) {
        return SessionKind.valueOf(request.kind().name());
    }

    private static Part part(Request request) {
        return new Part(
                Part.Kind.valueOf(request.part().name()),
                request.building(),
                request.use() == null ? null : Part.Use.valueOf(request.use().name()));
    }

    private List<Instant> within(Call call, List<LocalDateTime> times, String pointer) {
        List<Instant> found = new ArrayList<>();
        for (int i = 0; i < times.size() && i <= MOST_POINTS; i++) {
            found.add(
                    rules.within(
                            call.region(),
                            call.hall(),
                            call.minutes(),
                            times.get(i),
                            pointer + "/" + i));
        }
        return found;
    }

    /** Only what was concluded with open points goes on. */
    private JointSession previous(Request request, ProjectView project) {
        JointSession before =
                sessions.held(Objects.requireNonNull(request.previous()))
                        .filter(one -> one.call().project().equals(project.id()))
                        .orElseThrow(() -> Refusal.invalid("joint-session-unknown", "/previous"));
        if (before.state() != SessionState.CONCLUDED || stillOpen(before).isEmpty()) {
            throw Refusal.conflict("session-nothing-open");
        }
        return before;
    }

    /** Whoever still has an open point comes again, and nobody else. */
    private List<Invitation> stillOpen(JointSession before) {
        Map<String, List<String>> left = new TreeMap<>();
        sessions.pointsOf(List.of(before.call().root())).stream()
                .filter(Point::isOpen)
                .forEach(
                        point ->
                                left.put(
                                        point.department(),
                                        before.find(point.department())
                                                .map(Invitation::items)
                                                .orElse(List.of())));
        return left.entrySet().stream()
                .map(one -> new Invitation(one.getKey(), one.getValue(), null, null, null))
                .toList();
    }

    /** The departments that were named and those that decide on the items. */
    private List<Invitation> invited(Request request, Region region) {
        if (request.items().size() > MOST_ITEMS) {
            throw Refusal.invalid("session-items", "/items", MOST_ITEMS);
        }
        Map<String, List<String>> invited = new LinkedHashMap<>();
        for (int i = 0; i < request.departments().size(); i++) {
            String department = request.departments().get(i);
            units.mustStand(region, department, "/departments/" + i);
            invited.put(department, new ArrayList<>());
        }
        for (int i = 0; i < request.items().size(); i++) {
            String code = request.items().get(i);
            String pointer = "/items/" + i;
            Item item =
                    catalog.item(region, code)
                            .orElseThrow(
                                    () -> Refusal.invalid("session-item-unknown", pointer, code));
            String department = catalog.organ(region, item, rules.today()).department();
            units.mustStand(region, department, pointer);
            List<String> items = invited.computeIfAbsent(department, none -> new ArrayList<>());
            if (!items.contains(code)) {
                items.add(code);
            }
        }
        return invited.entrySet().stream()
                .map(one -> new Invitation(one.getKey(), one.getValue(), null, null, null))
                .toList();
    }

    /**
     * The acceptance in earnest comes after its rehearsal, and that of the whole after its parts:
     * they are over, passed, and nothing of them is open.
     */
    private void mustBePrepared(Call call) {
        if (call.kind() != SessionKind.ACCEPTANCE || call.mock()) {
            return;
        }
        for (JointSession other : sessions.ofProject(call.project())) {
            Call known = other.call();
            boolean rehearsal = known.mock() && known.part().equals(call.part());
            boolean part = call.part().isWhole() && !known.mock() && !known.part().isWhole();
            if (known.kind() != SessionKind.ACCEPTANCE
                    || other.state() == SessionState.CANCELLED
                    || !rehearsal && !part) {
                continue;
            }
            boolean open =
                    sessions.pointsOf(List.of(known.root())).stream().anyMatch(Point::isOpen);
            if (other.isRunning() || open || wasRefused(other)) {
                throw rehearsal
                        ? Refusal.conflict("session-mock-open")
                        : Refusal.conflict("session-part-open");
            }
        }
    }

    /** Refused, and no later session about the same says otherwise. */
    private boolean wasRefused(JointSession session) {
        return session.outcome() == Verdict.REFUSED
                && sessions.ofProject(session.call().project()).stream()
                        .filter(later -> later.call().id().compareTo(session.call().id()) > 0)
                        .filter(later -> later.call().kind() == session.call().kind())
                        .filter(later -> later.call().mock() == session.call().mock())
                        .filter(later -> later.call().part().equals(session.call().part()))
                        .noneMatch(
                                later ->
                                        later.state() == SessionState.CONCLUDED
                                                && later.outcome() != Verdict.REFUSED);
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
        if (act.suits().size() > MOST_POINTS || act.proposals().size() > MOST_POINTS) {
            throw Refusal.invalid("session-times", "/suits", MOST_POINTS);
        }
        List<Instant> proposals = within(call, act.proposals(), "/proposals");
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
        int points =
                call.previous() == null
                        ? raise(actor, session, verdict, act.points())
                        : settle(session, department, verdict, act);
        events.publishEvent(
                new SessionJudged(
                        call.id(),
                        call.region(),
                        call.project(),
                        department,
                        verdict.name(),
                        points,
                        opinion));
    }

    /** Points are told once, at the first session. */
    private int raise(Actor actor, JointSession session, Verdict verdict, List<Defect> defects) {
        if ((verdict == Verdict.POINTS) == defects.isEmpty() && verdict != Verdict.REFUSED
                || defects.size() > MOST_POINTS) {
            throw Refusal.invalid("session-points", "/points", MOST_POINTS);
        }
        Call call = session.call();
        for (int i = 0; i < defects.size(); i++) {
            Defect defect = defects.get(i);
            String pointer = "/points/" + i;
            Point point =
                    new Point(
                            Ids.next(clock),
                            call.region(),
                            call.project(),
                            call.root(),
                            String.valueOf(actor.department()),
                            remarks.write(
                                    call.region(),
                                    actor.person(),
                                    defect.text(),
                                    pointer + "/text"),
                            rules.mendedBy(call.region(), defect.due(), pointer + "/due"),
                            PointState.OPEN,
                            null,
                            1);
            sessions.add(point);
            events.publishEvent(
                    new SessionPointRaised(
                            call.id(),
                            call.region(),
                            call.project(),
                            point.id(),
                            point.department(),
                            point.due(),
                            point.text()));
        }
        return defects.size();
    }

    /** At a later session nothing new comes up: points are closed, or they stay. */
    private int settle(JointSession session, String department, Verdict verdict, Act act) {
        if (!act.points().isEmpty()) {
            throw Refusal.invalid("session-only-open-points", "/points");
        }
        List<Point> own = own(session, department);
        boolean known = own.stream().map(Point::id).toList().containsAll(act.staying());
        if (!known
                || (verdict == Verdict.POINTS) == act.staying().isEmpty()
                        && verdict != Verdict.REFUSED) {
            throw Refusal.invalid("session-staying", "/staying");
        }
        int staying = 0;
        for (Point point : own) {
            if (verdict == Verdict.REFUSED || act.staying().contains(point.id())) {
                staying++;
            } else {
                save(point.closed(), null);
            }
        }
        return staying;
    }

    private List<Point> own(JointSession session, String department) {
        return sessions.heldPointsOf(session.call().root()).stream()
                .filter(Point::isOpen)
                .filter(point -> point.department().equals(department))
                .toList();
    }

    /** Whoever does not come to see what was put right does not object to it. */
    private int settleAbsent(JointSession session, String department) {
        int staying = 0;
        for (Point point : own(session, department)) {
            if (point.state() == PointState.MENDED) {
                save(point.closed(), null);
            } else {
                staying++;
            }
        }
        return staying;
    }

    private void absent(JointSession session, Act act) {
        Call call = session.call();
        if (act.department() == null) {
            throw Refusal.invalid("session-department-missing", "/department");
        }
        session.absent(act.department(), rules.now());
        sessions.save(session);
        int points = call.previous() == null ? 0 : settleAbsent(session, act.department());
        events.publishEvent(
                new SessionJudged(
                        call.id(),
                        call.region(),
                        call.project(),
                        act.department(),
                        Verdict.ABSENT.name(),
                        points,
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
    public void move(Actor actor, UUID id, UUID pointId, long version, PointMove move) {
        JointSession session = seen(actor, id);
        ProjectView project = access.visible(actor, session.call().project());
        Point point =
                sessions.heldPoint(pointId)
                        .filter(it -> it.root().equals(session.call().root()))
                        .orElseThrow(() -> Refusal.notFound("session-point-unknown"));
        sight.mustBeOpenTo(actor, project, point, move.move());
        access.mustStayOpen(project.id());
        if (move.file() != null) {
            papers.mustBeUsable(move.file(), actor, project, "/file");
        }
        if (version >= 0 && point.version() != version) {
            throw Refusal.conflict("session-changed-meanwhile");
        }
        String text = move.text();
        UUID remark =
                move.move() == Move.RETURN || text != null && !text.isBlank()
                        ? remarks.write(
                                point.region(), actor.person(), text == null ? "" : text, "/text")
                        : null;
        switch (move.move()) {
            case MEND -> {
                if (move.file() == null) {
                    throw Refusal.invalid("session-evidence-missing", "/file");
                }
                save(point.mended(move.file()), remark);
            }
            case CLOSE -> save(point.closed(), remark);
            case RETURN ->
                    save(
                            point.returned(rules.mendedBy(point.region(), move.due(), "/due")),
                            remark);
        }
    }

    private void save(Point point, @Nullable UUID remark) {
        sessions.save(point);
        events.publishEvent(
                new SessionPointMoved(
                        point.root(),
                        point.region(),
                        point.project(),
                        point.id(),
                        point.department(),
                        point.state().name(),
                        point.due(),
                        point.file(),
                        remark));
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
