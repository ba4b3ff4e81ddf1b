package org.xiangmuzhang.steward.application;

import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.xiangmuzhang.catalog.api.Catalog;
import org.xiangmuzhang.catalog.api.Regions;
import org.xiangmuzhang.kernel.Actor;
import org.xiangmuzhang.kernel.Refusal;
import org.xiangmuzhang.kernel.Region;
import org.xiangmuzhang.kernel.Role;
import org.xiangmuzhang.kernel.WorkingDays;
import org.xiangmuzhang.steward.api.ProjectView;
import org.xiangmuzhang.steward.domain.batch.Batch;
import org.xiangmuzhang.steward.domain.batch.Member;
import org.xiangmuzhang.steward.events.BatchFigureShared;
import org.xiangmuzhang.steward.events.BatchJoined;
import org.xiangmuzhang.steward.events.BatchLeft;
import org.xiangmuzhang.steward.events.BatchMemberDecided;
import org.xiangmuzhang.steward.events.BatchOpened;
import org.xiangmuzhang.steward.port.in.Batching;
import org.xiangmuzhang.steward.port.in.Recording;
import org.xiangmuzhang.steward.port.out.Batches;
import org.xiangmuzhang.steward.port.out.ProjectRegister;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

@Component("steward.batches")
class BatchDesk implements Batching {

    private static final BigDecimal MOST = new BigDecimal("1000000000000");
    private static final Set<Role> ALL =
            Set.of(
                    Role.CLERK,
                    Role.APPROVER,
                    Role.HEAD,
                    Role.SUPERVISOR,
                    Role.LEADER,
                    Role.AUDITOR);

    private final Batches batches;
    private final Access access;
    private final Papers papers;
    private final Bundles bundles;
    private final Recording recording;
    private final ProjectRegister register;
    private final Catalog catalog;
    private final Regions regions;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    BatchDesk(
            Batches batches,
            Access access,
            Papers papers,
            Bundles bundles,
            Recording recording,
            ProjectRegister register,
            Catalog catalog,
            Regions regions,
            ApplicationEventPublisher events,
            Clock clock) {
        this.batches = batches;
        this.access = access;
        this.papers = papers;
        this.bundles = bundles;
        this.recording = recording;
        this.register = register;
        this.catalog = catalog;
        this.regions = regions;
        this.events = events;
        this.clock = clock;
    }

    @Override
    @Transactional
    public void open(Actor actor, UUID id, UUID project) {
        ProjectView first = own(actor, project);
        mustBeInNone(project);
        Batch batch =
                new Batch(id, first.region(), first.projectType(), today(), List.of(), Map.of(), 0);
        batch.join(project, first.region(), first.projectType());
        batches.add(batch);
        events.publishEvent(new BatchOpened(id, batch.region(), batch.projectType()));
        events.publishEvent(new BatchJoined(id, batch.region(), project, 1));
    }

    /** A project that the actor carries, open still. */
    private ProjectView own(Actor actor, @Nullable UUID project) {
        ProjectView found = access.visible(actor, given(project, "project"));
        Access.mustBeItsSteward(actor, found);
        access.mustStayOpen(found.id());
        return found;
    }

    @Override
    @Transactional
    public void change(Actor actor, UUID id, long version, Change change) {
        Batch seen = seen(actor, id);
        actor.mustBe(Role.STEWARD);
        UUID file = change.file();
        boolean ofNoMember =
                change.deed() == Deed.SHARE && change.project() == null && file == null;
        ProjectView project = ofNoMember ? null : own(actor, change.project());
        if (project != null && file != null) {
            papers.mustBeUsable(file, actor, project, "/file");
        }
        Batch batch = batches.held(id).orElseThrow(BatchDesk::unknown);
        if (version >= 0 && batch.version() != version) {
            throw Refusal.conflict("batch-changed-meanwhile");
        }
        if (project == null || change.deed() == Deed.SHARE) {
            share(actor, seen, batch, change);
        } else {
            change(actor, batch, project, change);
        }
    }

    private void change(Actor actor, Batch batch, ProjectView project, Change change) {
        UUID id = project.id();
        switch (change.deed()) {
            case JOIN -> {
                batch.join(id, project.region(), project.projectType());
                mustBeInNone(id);
                batches.save(batch);
                events.publishEvent(
                        new BatchJoined(batch.id(), batch.region(), id, batch.members().size()));
            }
            case LEAVE -> {
                batch.leave(id);
                batches.save(batch);
                events.publishEvent(
                        new BatchLeft(batch.id(), batch.region(), id, batch.members().size()));
            }
            default -> decide(actor, batch, id, change);
        }
    }

    /** Two batches of one type would share two figures of one meaning. */
    private void mustBeInNone(UUID project) {
        register.hold(project);
        batches.of(project)
                .ifPresent(
                        other -> {
                            throw Refusal.conflict("batch-member-elsewhere", other);
                        });
    }

    /** Whoever carries one of the members says what holds for all. */
    private void share(Actor actor, Batch seen, Batch batch, Change change) {
        boolean carries =
                register
                        .byIds(seen.members().stream().map(Member::project).toList())
                        .values()
                        .stream()
                        .anyMatch(found -> actor.holder().equals(found.steward()));
        if (!carries) {
            throw Refusal.forbidden("not-the-projects-steward");
        }
        String meaning = given(change.meaning(), "meaning");
        BigDecimal value = given(change.value(), "value");
        if (!figures(batch.region(), Locale.ROOT).containsKey(meaning)) {
            throw Refusal.invalid("batch-figure-unknown", "/meaning", meaning);
        }
        if (value.signum() < 0 || value.compareTo(MOST) > 0 || value.scale() > 4) {
            throw Refusal.invalid("batch-figure", "/value");
        }
        batch.share(meaning, value);
        batches.save(batch);
        events.publishEvent(new BatchFigureShared(batch.id(), batch.region(), meaning, value));
    }

    private void decide(Actor actor, Batch batch, UUID project, Change change) {
        String item = given(change.item(), "item");
        String number = given(change.documentNumber(), "documentNumber").strip();
        LocalDate on = given(change.on(), "on");
        batch.decide(project, item);
        batches.save(batch);
        recording.decidedElsewhere(
                actor,
                project,
                -1,
                new Recording.ExternalDecision(
                        item, number, on, given(change.file(), "file"), today()));
        events.publishEvent(
                new BatchMemberDecided(
                        batch.id(), batch.region(), project, item, number, on, figures(batch)));
    }

    private static List<BatchMemberDecided.Figure> figures(Batch batch) {
        return batch.figures().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(one -> new BatchMemberDecided.Figure(one.getKey(), one.getValue()))
                .toList();
    }

    private static <T> T given(@Nullable T value, String field) {
        if (value == null) {
            throw Refusal.invalid("batch-field-missing", "/" + field, field);
        }
        return value;
    }

    private LocalDate today() {
        return WorkingDays.today(clock);
    }

    private Batch seen(Actor actor, UUID batch) {
        return batches.visible(batch, reach(actor), actor.enterprise())
                .orElseThrow(BatchDesk::unknown);
    }

    private Set<Region> reach(Actor actor) {
        return ALL.contains(actor.role()) || actor.role() == Role.STEWARD
                ? regions.reachOf(actor)
                : Set.of();
    }

    private static Refusal unknown() {
        return Refusal.notFound("batch-unknown");
    }

    @Override
    @Transactional(readOnly = true)
    public Group batch(Actor actor, UUID batch, Locale language) {
        return groups(actor, List.of(seen(actor, batch)), language).getFirst();
    }

    @Override
    @Transactional(readOnly = true)
    public List<Group> list(
            Actor actor,
            @Nullable UUID project,
            @Nullable UUID before,
            int limit,
            Locale language) {
        return groups(
                actor,
                batches.list(reach(actor), actor.enterprise(), project, before, limit),
                language);
    }

    /** Everything that the groups tell, looked up together. */
    private List<Group> groups(Actor reader, List<Batch> all, Locale language) {
        Map<UUID, ProjectView> projects =
                register.byIds(
                        all.stream()
                                .flatMap(batch -> batch.members().stream())
                                .map(Member::project)
                                .distinct()
                                .toList());
        Map<UUID, String> names = register.names(List.copyOf(projects.keySet()));
        return all.stream().map(batch -> group(reader, batch, projects, names, language)).toList();
    }

    private Group group(
            Actor reader,
            Batch batch,
            Map<UUID, ProjectView> projects,
            Map<UUID, String> names,
            Locale language) {
        boolean english = language.getLanguage().equals("en");
        Map<String, Bundles.Meaning> meanings = bundles.meanings(batch.region());
        return new Group(
                batch.id(),
                batch.region(),
                catalog.regionName(batch.region()),
                batch.projectType(),
                catalog.projectType(batch.region(), batch.projectType())
                        .map(type -> english ? type.nameEn() : type.nameZh())
                        .orElse(batch.projectType()),
                batch.openedOn(),
                batch.members().size(),
                batch.members().stream()
                        .filter(member -> reads(reader, projects.get(member.project())))
                        .map(
                                member ->
                                        new GroupMember(
                                                member.project(),
                                                names.get(member.project()),
                                                member.decided(),
                                                carries(reader, projects.get(member.project()))))
                        .toList(),
                batch.figures().entrySet().stream()
                        .sorted(Map.Entry.comparingByKey())
                        .map(
                                figure -> {
                                    Bundles.Meaning meaning = meanings.get(figure.getKey());
                                    String name =
                                            meaning == null
                                                    ? figure.getKey()
                                                    : english ? meaning.nameEn() : meaning.nameZh();
                                    return new Figure(figure.getKey(), name, figure.getValue());
                                })
                        .toList(),
                reader.role() == Role.STEWARD,
                batch.version());
    }

    private static boolean reads(Actor reader, @Nullable ProjectView project) {
        if (project == null) {
            return false;
        }
        return switch (reader.role()) {
            case APPLICANT -> project.enterprise().equals(reader.enterprise());
            case STEWARD -> carries(reader, project);
            default -> true;
        };
    }

    private static boolean carries(Actor reader, @Nullable ProjectView project) {
        return project != null
                && reader.role() == Role.STEWARD
                && reader.holder().equals(project.steward());
    }

    @Override
    public Map<String, String> figures(Region region, Locale language) {
        boolean english = language.getLanguage().equals("en");
        Map<String, String> figures = new LinkedHashMap<>();
        bundles.meanings(region).values().stream()
                .filter(meaning -> meaning.form().equals("NUMBER"))
                .forEach(
                        meaning ->
                                figures.put(
                                        meaning.code(),
                                        english ? meaning.nameEn() : meaning.nameZh()));
        return figures;
    }
}
