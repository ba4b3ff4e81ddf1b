package org.xiangmuzhang.catalog.application.guidance;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.xiangmuzhang.catalog.application.CatalogReaders;
import org.xiangmuzhang.catalog.domain.PlaceView;
import org.xiangmuzhang.catalog.domain.guidance.Gap;
import org.xiangmuzhang.catalog.domain.guidance.Gaps;
import org.xiangmuzhang.catalog.domain.guidance.Guide;
import org.xiangmuzhang.catalog.domain.guidance.GuideRefused;
import org.xiangmuzhang.catalog.domain.guidance.GuideVersion;
import org.xiangmuzhang.catalog.domain.guidance.WorkLine;
import org.xiangmuzhang.catalog.port.in.Browsing;
import org.xiangmuzhang.catalog.port.in.EditingGuides;
import org.xiangmuzhang.catalog.port.out.Guides;
import org.xiangmuzhang.kernel.Actor;
import org.xiangmuzhang.kernel.Refusal;
import org.xiangmuzhang.kernel.Region;
import org.xiangmuzhang.kernel.Role;
import org.xiangmuzhang.kernel.WorkingDays;
import org.xiangmuzhang.settings.SecondPerson;
import org.xiangmuzhang.settings.SettingVersion;
import org.xiangmuzhang.settings.SettingVersion.State;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Brings a guide from its draft to its publication by two editors. */
@Service
@Transactional
class GuideEditing implements EditingGuides {

    private static final String NAME = "guide:";
    private static final int LISTED = 200;
    private static final int HISTORY = 20;

    private final CatalogReaders readers;
    private final Browsing browsing;
    private final Guides guides;
    private final SecondPerson second;
    private final Clock clock;

    GuideEditing(
            CatalogReaders readers,
            Browsing browsing,
            Guides guides,
            SecondPerson second,
            Clock clock) {
        this.readers = readers;
        this.browsing = browsing;
        this.guides = guides;
        this.second = second;
        this.clock = clock;
    }

    @Override
    @Transactional(readOnly = true)
    public List<WorkLine> all(Region place, Actor actor) {
        mayRead(actor, place);
        return guides.work(place, LISTED);
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<GuideWork> find(Region place, String code, Actor actor) {
        mayRead(actor, place);
        return find(place, code);
    }

    private GuideWork work(Region place, String code) {
        return find(place, code).orElseThrow(() -> Refusal.notFound("guide-unknown", code));
    }

    private Optional<GuideWork> find(Region place, String code) {
        Guides.Draft saved = guides.draft(place, code).orElse(null);
        GuideVersion holding =
                guides.holding(browsing.template().chain(place), code, WorkingDays.today(clock))
                        .orElse(null);
        List<SettingVersion> history =
                second.history(place, NAME + code, Integer.MAX_VALUE, HISTORY);
        if (saved == null && holding == null && history.isEmpty()) {
            return Optional.empty();
        }
        Guide draft =
                saved != null
                        ? saved.guide()
                        : Optional.ofNullable(holding)
                                .or(() -> lastPublished(place, code, history))
                                .map(GuideVersion::guide)
                                .orElse(null);
        SettingVersion proposal = second.waiting(place, NAME + code).orElse(null);
        return Optional.of(
                new GuideWork(
                        place,
                        code,
                        draft,
                        saved == null ? 0 : saved.version(),
                        draft == null ? List.of() : gaps(place, draft),
                        holding,
                        proposal,
                        proposal == null
                                ? null
                                : guides.proposed(place, code, proposal.number()).orElse(null),
                        history));
    }

    /** What is to hold later, or held once. */
    private Optional<GuideVersion> lastPublished(
            Region place, String code, List<SettingVersion> history) {
        return history.stream()
                .filter(version -> version.state() == State.APPROVED)
                .findFirst()
                .flatMap(version -> guides.proposed(place, code, version.number()));
    }

    private List<Gap> gaps(Region place, Guide guide) {
        PlaceView view = browsing.at(place);
        Map<String, Set<String>> types =
                view.types().values().stream()
                        .filter(type -> guide.projectTypes().contains(type.code()))
                        .collect(
                                Collectors.toMap(
                                        type -> type.code(),
                                        type ->
                                                type.items().stream()
                                                        .map(need -> need.item().code())
                                                        .collect(Collectors.toSet())));
        return Gaps.of(guide, view.items().keySet(), types);
    }

    @Override
    public GuideWork save(Region place, String code, Guide guide, long before, Actor actor) {
        mayEdit(actor, place);
        Guide.mustBeCode(code);
        guides.save(place, code, guide, before, actor.person(), clock.instant());
        return work(place, code);
    }

    @Override
    public void discard(Region place, String code, long before, Actor actor) {
        mayEdit(actor, place);
        guides.discard(place, code, before);
    }

    @Override
    public GuideWork propose(
            Region place,
            String code,
            long before,
            LocalDate from,
            @Nullable LocalDate until,
            String reason,
            Actor actor) {
        mayEdit(actor, place);
        Guides.Draft draft =
                guides.draft(place, code)
                        .orElseThrow(() -> Refusal.conflict("guide-without-draft", code));
        mustHaveNoGaps(place, draft.guide());
        SettingVersion proposal =
                second.propose(
                        actor,
                        place,
                        NAME + code,
                        Map.of("questions", draft.guide().questions().size()),
                        from,
                        until,
                        reason);
        guides.add(place, code, draft.guide(), from, until, proposal.number(), clock.instant());
        guides.discard(place, code, before);
        return work(place, code);
    }

    private void mustHaveNoGaps(Region place, Guide guide) {
        List<Gap> gaps = gaps(place, guide);
        if (!gaps.isEmpty()) {
            throw new GuideRefused(gaps);
        }
    }

    @Override
    public GuideWork decide(
            Region place, String code, int number, State outcome, String answer, Actor actor) {
        mayEdit(actor, place);
        SettingVersion proposal =
                second.waiting(place, NAME + code)
                        .filter(waiting -> waiting.number() == number)
                        .orElse(null);
        GuideVersion proposed = guides.proposed(place, code, number).orElse(null);
        if (proposal != null && proposed != null && outcome == State.APPROVED) {
            mustHaveNoGaps(place, proposed.guide());
        }
        second.decide(actor, proposal, outcome, answer);
        if (proposed != null) {
            guides.decided(proposed, outcome == State.APPROVED, clock.instant());
            if (outcome != State.APPROVED && guides.draft(place, code).isEmpty()) {
                guides.save(place, code, proposed.guide(), 0, actor.person(), clock.instant());
            }
        }
        return work(place, code);
    }

    @Override
    public void ship(String code, Guide guide) {
        boolean known =
                guides.shipped(code).filter(shipped -> shipped.guide().equals(guide)).isPresent();
        if (!known) {
            guides.add(
                    Region.TEMPLATE,
                    code,
                    guide,
                    WorkingDays.today(clock),
                    null,
                    null,
                    clock.instant());
        }
    }

    /** What is not published yet is read by whoever would decide on it, and by overseers. */
    private void mayRead(Actor actor, Region place) {
        readers.mustBeReader(actor);
        mustLieWithin(actor, place);
    }

    private void mayEdit(Actor actor, Region place) {
        actor.mustBe(Role.CATALOG_EDITOR);
        mustLieWithin(actor, place);
    }

    private void mustLieWithin(Actor actor, Region place) {
        browsing.at(place);
        if (!browsing.template().chain(place).contains(actor.region())) {
            throw Refusal.forbidden("not-your-place", place.code(), actor.region().code());
        }
    }
}
