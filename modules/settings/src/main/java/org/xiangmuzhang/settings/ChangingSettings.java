package org.xiangmuzhang.settings;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.support.DefaultMessageSourceResolvable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.xiangmuzhang.kernel.Actor;
import org.xiangmuzhang.kernel.Refusal;
import org.xiangmuzhang.kernel.Region;
import org.xiangmuzhang.kernel.Role;
import org.xiangmuzhang.kernel.WorkingDays;
import org.xiangmuzhang.settings.SettingVersion.State;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;

/** One administrator proposes what a place sets for itself, another one decides. */
@Component
@Transactional
class ChangingSettings {

    private final List<Setting> settings;
    private final List<Effect> effects;
    private final SecondPerson second;
    private final JdbcSettings versions;
    private final CurrentSettings current;
    private final ObjectProvider<Places> places;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    ChangingSettings(
            ObjectProvider<Setting> settings,
            ObjectProvider<Effect> effects,
            SecondPerson second,
            JdbcSettings versions,
            CurrentSettings current,
            ObjectProvider<Places> places,
            ApplicationEventPublisher events,
            Clock clock) {
        this.settings = settings.stream().sorted(Comparator.comparing(Setting::name)).toList();
        this.effects = effects.stream().toList();
        this.second = second;
        this.versions = versions;
        this.current = current;
        this.places = places;
        this.events = events;
        this.clock = clock;
    }

    /**
     * A setting at a place today.
     *
     * @param inForce null when what was shipped holds
     * @param proposal what waits for a second person, or null
     */
    record Standing(
            Setting setting,
            Values values,
            @Nullable SettingVersion inForce,
            @Nullable SettingVersion proposal) {}

    /** What a file proposes for a setting, read by what that setting is like. */
    record Proposed(String name, Function<Setting, Values> values) {}

    @Transactional(readOnly = true)
    List<Standing> all(Actor actor, Region place) {
        mustSee(actor, place);
        List<SettingVersion> proposals = versions.proposals(List.of(place), "");
        LocalDate today = WorkingDays.today(clock);
        return settings.stream()
                .map(
                        setting ->
                                standing(
                                        setting,
                                        current.inForce(setting, place, today).orElse(null),
                                        proposals))
                .toList();
    }

    private static Standing standing(
            Setting setting, @Nullable SettingVersion inForce, List<SettingVersion> proposals) {
        return new Standing(
                setting,
                inForce == null ? setting.shipped() : setting.completed(inForce.values()),
                inForce,
                proposals.stream()
                        .filter(it -> it.name().equals(setting.name()))
                        .findFirst()
                        .orElse(null));
    }

    /** Refuses with {@code setting-unknown}. */
    @Transactional(readOnly = true)
    Standing one(Actor actor, Region place, String name) {
        return all(actor, place).stream()
                .filter(standing -> standing.setting().name().equals(name))
                .findFirst()
                .orElseThrow(() -> Refusal.notFound("setting-unknown", name));
    }

    /** Versions below a number, the newest first. */
    @Transactional(readOnly = true)
    List<SettingVersion> history(Actor actor, Region place, String name, int before, int limit) {
        one(actor, place, name);
        return second.history(place, name, before, limit);
    }

    /** What a proposal would make of the setting: its own values, else those from above. */
    @Transactional(readOnly = true)
    Values proposed(Setting setting, SettingVersion proposal) {
        return proposal.isAsAbove()
                ? current.fromAbove(setting, proposal.region(), WorkingDays.today(clock))
                : setting.completed(proposal.values());
    }

    /** What the proposal would do if it held today; empty where nobody can say. */
    @Transactional(readOnly = true)
    List<Effect.Line> effect(Standing standing) {
        SettingVersion proposal = standing.proposal();
        if (proposal == null) {
            return List.of();
        }
        Values values = proposed(standing.setting(), proposal);
        return effects.stream()
                .filter(effect -> effect.setting().equals(proposal.name()))
                .flatMap(effect -> effect.of(proposal.region(), values).stream())
                .toList();
    }

    /** What waits for a second person wherever the actor's post reaches. */
    @Transactional(readOnly = true)
    List<SettingVersion> waiting(Actor actor) {
        actor.mustBe(Role.ADMINISTRATOR, Role.AUDITOR, Role.SUPERVISOR);
        return versions.proposals(settings.stream().map(Setting::name).toList()).stream()
                .filter(proposal -> reaches(actor, proposal.region()))
                .toList();
    }

    /** The setting of this name, for who may propose at the place. */
    @Transactional(readOnly = true)
    Setting toPropose(Actor actor, Region place, String name) {
        mustAct(actor, place);
        return named(name);
    }

    private Setting named(String name) {
        return settings.stream()
                .filter(setting -> setting.name().equals(name))
                .findFirst()
                .orElseThrow(() -> Refusal.notFound("setting-unknown", name));
    }

    /** Proposes values, or none: to go back to what holds above. The version that waits now. */
    SettingVersion propose(
            Actor actor,
            Region place,
            String name,
            Map<String, ?> values,
            LocalDate from,
            @Nullable LocalDate until,
            String reason) {
        Setting setting = toPropose(actor, place, name);
        return second.propose(
                actor,
                place,
                name,
                values.isEmpty() ? Map.of() : setting.checked(values).plain(),
                from,
                until,
                reason);
    }

    /**
     * Proposes whatever in a file differs from what holds today; all of it or, when one part is
     * refused, none. Refuses with {@code setting-import-same} when nothing differs.
     */
    List<SettingVersion> propose(
            Actor actor,
            Region place,
            List<Proposed> file,
            LocalDate from,
            @Nullable LocalDate until,
            String reason) {
        mustAct(actor, place);
        List<SettingVersion> proposals = new ArrayList<>();
        for (Proposed part : file) {
            Setting setting = named(part.name());
            Values values = part.values().apply(setting);
            Standing standing = one(actor, place, setting.name());
            if (!values.equals(standing.values())) {
                if (standing.proposal() != null) {
                    throw Refusal.conflict("setting-import-waits", words(setting));
                }
                proposals.add(
                        second.propose(
                                actor, place, setting.name(), values.plain(), from, until, reason));
            }
        }
        if (proposals.isEmpty()) {
            throw Refusal.conflict("setting-import-same");
        }
        return proposals;
    }

    private static DefaultMessageSourceResolvable words(Setting setting) {
        return new DefaultMessageSourceResolvable(
                new String[] {"settings." + setting.name()}, setting.name());
    }

    /** The second person approves or rejects, the first one may only withdraw. */
    void decide(
            Actor actor,
            Region place,
            @Nullable SettingVersion proposal,
            State outcome,
            String answer) {
        mustAct(actor, place);
        second.decide(actor, proposal, outcome, answer);
        if (outcome == State.APPROVED && proposal != null) {
            events.publishEvent(changed(proposal));
        }
    }

    private static SettingChanged changed(SettingVersion approved) {
        return new SettingChanged(
                SettingChanged.subject(approved.region(), approved.name()),
                approved.region(),
                approved.name(),
                approved.number(),
                approved.from(),
                approved.until(),
                approved.values().entrySet().stream()
                        .filter(it -> it.getValue() instanceof Integer)
                        .map(it -> new SettingChanged.Value(it.getKey(), (Integer) it.getValue()))
                        .toList(),
                approved.proposedBy());
    }

    private void mustAct(Actor actor, Region place) {
        actor.mustBe(Role.ADMINISTRATOR);
        mustReach(actor, place);
    }

    private void mustSee(Actor actor, Region place) {
        actor.mustBe(Role.ADMINISTRATOR, Role.AUDITOR, Role.SUPERVISOR);
        mustReach(actor, place);
    }

    private void mustReach(Actor actor, Region place) {
        Places tree = places.getIfAvailable();
        if (!reaches(actor, place)) {
            throw Refusal.forbidden("setting-of-another-place", place.code());
        }
        if (tree != null && tree.name(place) == null) {
            throw Refusal.invalid("setting-place-unknown", "/region", place.code());
        }
    }

    private boolean reaches(Actor actor, Region place) {
        Places tree = places.getIfAvailable();
        return tree == null ? actor.region().equals(place) : tree.reaches(actor, place);
    }

    /** In words, else by its code. */
    String name(Region place) {
        Places tree = places.getIfAvailable();
        return Objects.requireNonNullElse(tree == null ? null : tree.name(place), place.code());
    }
}
