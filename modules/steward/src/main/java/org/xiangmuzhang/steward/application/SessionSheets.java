package org.xiangmuzhang.steward.application;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.xiangmuzhang.catalog.api.Catalog;
import org.xiangmuzhang.files.Files;
import org.xiangmuzhang.files.StoredFile;
import org.xiangmuzhang.kernel.Actor;
import org.xiangmuzhang.kernel.WorkingDays;
import org.xiangmuzhang.parties.Remarks;
import org.xiangmuzhang.steward.api.ProjectView;
import org.xiangmuzhang.steward.domain.session.Call;
import org.xiangmuzhang.steward.domain.session.Invitation;
import org.xiangmuzhang.steward.domain.session.JointSession;
import org.xiangmuzhang.steward.domain.session.Part;
import org.xiangmuzhang.steward.domain.session.Point;
import org.xiangmuzhang.steward.domain.session.SessionKind;
import org.xiangmuzhang.steward.domain.session.SessionState;
import org.xiangmuzhang.steward.port.in.Convening;
import org.xiangmuzhang.steward.port.in.Convening.Sheet;
import org.xiangmuzhang.steward.port.out.ProjectRegister;
import org.xiangmuzhang.steward.port.out.Sessions;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Joint sessions as somebody reads them. */
@Component
class SessionSheets {

    private final Sessions sessions;
    private final SessionSight sight;
    private final SessionRules rules;
    private final ProjectRegister register;
    private final Catalog catalog;
    private final Remarks remarks;
    private final Files files;

    SessionSheets(
            Sessions sessions,
            SessionSight sight,
            SessionRules rules,
            ProjectRegister register,
            Catalog catalog,
            Remarks remarks,
            Files files) {
        this.sessions = sessions;
        this.sight = sight;
        this.rules = rules;
        this.register = register;
        this.catalog = catalog;
        this.remarks = remarks;
        this.files = files;
    }

    /** Working days from the call to the conclusion. */
    static int days(WorkingDays calendar, JointSession session) {
        LocalDate end = Objects.requireNonNull(session.concludedOn());
        return calendar.between(session.call().calledOn(), end);
    }

    /** Everything that the sheets tell, looked up together. */
    List<Sheet> of(Actor reader, List<JointSession> all, Locale language) {
        Map<UUID, List<Point>> points =
                sessions
                        .pointsOf(all.stream().map(it -> it.call().root()).distinct().toList())
                        .stream()
                        .collect(Collectors.groupingBy(Point::root));
        Map<UUID, String> texts =
                remarks.texts(
                        Stream.concat(
                                        all.stream().flatMap(SessionSheets::written),
                                        points.values().stream()
                                                .flatMap(List::stream)
                                                .map(Point::text))
                                .filter(Objects::nonNull)
                                .toList());
        Map<UUID, StoredFile> papers =
                files.byIds(
                        Stream.concat(
                                        all.stream().map(it -> it.call().file()),
                                        points.values().stream()
                                                .flatMap(List::stream)
                                                .map(Point::file))
                                .filter(Objects::nonNull)
                                .distinct()
                                .toList());
        Map<UUID, ProjectView> projects =
                register.byIds(all.stream().map(it -> it.call().project()).distinct().toList());
        Stages stages = stages(all);
        Known known =
                new Known(
                        reader,
                        language,
                        texts,
                        papers,
                        register.names(List.copyOf(projects.keySet())));
        return all.stream()
                .map(
                        it ->
                                sheet(
                                        known,
                                        it,
                                        Objects.requireNonNull(projects.get(it.call().project())),
                                        points.getOrDefault(it.call().root(), List.of()),
                                        stages.of(it.call())))
                .toList();
    }

    private record Known(
            Actor reader,
            Locale language,
            Map<UUID, String> texts,
            Map<UUID, StoredFile> papers,
            Map<UUID, String> projects) {

        @Nullable String text(@Nullable UUID id) {
            return id == null ? null : texts.get(id);
        }

        @Nullable String file(@Nullable UUID id) {
            StoredFile stored = id == null ? null : papers.get(id);
            return stored == null ? null : stored.name();
        }
    }

    private static Stream<@Nullable UUID> written(JointSession session) {
        return Stream.concat(
                Stream.of(session.call().place(), session.conclusion())
                        .map(id -> (@Nullable UUID) id),
                session.invitations().stream().map(Invitation::remark));
    }

    private Sheet sheet(
            Known known,
            JointSession session,
            ProjectView project,
            List<Point> points,
            List<Convening.PartResult> stages) {
        Call call = session.call();
        Part part = call.part();
        LocalDate by = session.opinionsBy();
        LocalDate end = session.concludedOn();
        boolean concluded = session.state() == SessionState.CONCLUDED;
        Instant at = session.at();
        return new Sheet(
                call.id(),
                call.project(),
                known.projects().get(call.project()),
                call.region(),
                catalog.regionName(call.region()),
                call.kind().name(),
                call.mock(),
                part.kind().name(),
                part.building(),
                part.use() == null ? null : part.use().name(),
                call.previous(),
                known.text(call.place()),
                call.hall(),
                call.file(),
                known.file(call.file()),
                call.calledOn(),
                call.answerBy(),
                call.minutes(),
                session.times().stream().map(time -> time(session, time)).toList(),
                session.state().name(),
                at == null ? null : SessionRules.local(at),
                by,
                session.invitations().stream().map(it -> unit(known, call, it)).toList(),
                session.outcome() == null ? null : session.outcome().name(),
                known.text(session.conclusion()),
                end,
                concluded ? days(rules.calendar(), session) : null,
                by != null && (concluded && end != null ? end : rules.today()).isAfter(by),
                points.stream().map(it -> point(known, project, it)).toList(),
                stages,
                sight.open(known.reader(), project, session, rules.now()),
                session.version());
    }

    private static Convening.Time time(JointSession session, Instant time) {
        return new Convening.Time(
                SessionRules.local(time),
                session.invitations().stream()
                        .filter(one -> one.suits() != null && one.suits().contains(time))
                        .map(Invitation::department)
                        .toList());
    }

    private Convening.Unit unit(Known known, Call call, Invitation one) {
        return new Convening.Unit(
                one.department(),
                catalog.departmentName(call.region(), one.department(), known.language()),
                one.items(),
                one.suits() != null,
                one.verdict() == null ? null : one.verdict().name(),
                known.text(one.remark()));
    }

    private Convening.OpenPoint point(Known known, ProjectView project, Point point) {
        return new Convening.OpenPoint(
                point.id(),
                point.department(),
                catalog.departmentName(point.region(), point.department(), known.language()),
                known.text(point.text()),
                point.due(),
                point.isOpen() && rules.today().isAfter(point.due()),
                point.state().name(),
                point.file(),
                known.file(point.file()),
                sight.open(known.reader(), project, point),
                point.version());
    }

    /** 先测先验: what was accepted part by part stands in the record of the whole. */
    private Stages stages(List<JointSession> all) {
        List<UUID> projects =
                all.stream()
                        .map(JointSession::call)
                        .filter(Stages::areTold)
                        .map(Call::project)
                        .distinct()
                        .toList();
        List<JointSession> parts = projects.isEmpty() ? List.of() : sessions.partsOf(projects);
        List<UUID> roots = parts.stream().map(it -> it.call().root()).distinct().toList();
        return new Stages(
                parts,
                roots.isEmpty()
                        ? Map.of()
                        : sessions.pointsOf(roots).stream()
                                .filter(Point::isOpen)
                                .collect(
                                        Collectors.groupingBy(Point::root, Collectors.counting())));
    }

    /** Acceptances of parts, and how many points each leaves open, by its first session. */
    private record Stages(List<JointSession> parts, Map<UUID, Long> open) {

        static boolean areTold(Call call) {
            return call.kind() == SessionKind.ACCEPTANCE && call.part().isWhole();
        }

        List<Convening.PartResult> of(Call whole) {
            return parts.stream()
                    .filter(it -> areTold(whole))
                    .filter(it -> it.call().project().equals(whole.project()))
                    .filter(it -> it.call().mock() == whole.mock())
                    .map(this::result)
                    .toList();
        }

        private Convening.PartResult result(JointSession session) {
            Part part = session.call().part();
            return new Convening.PartResult(
                    session.call().id(),
                    part.kind().name(),
                    part.building(),
                    part.use() == null ? null : part.use().name(),
                    session.outcome() == null ? null : session.outcome().name(),
                    open.getOrDefault(session.call().root(), 0L).intValue());
        }
    }
}
