package org.xiangmuzhang.settings;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.xiangmuzhang.kernel.Actor;
import org.xiangmuzhang.kernel.Refusal;
import org.xiangmuzhang.kernel.Region;
import org.xiangmuzhang.kernel.Role;
import org.xiangmuzhang.kernel.WorkingDays;
import org.xiangmuzhang.parties.Remarks;
import org.xiangmuzhang.settings.SettingVersion.State;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/** One administrator proposes what a place sets for itself, another one decides. */
@Component
@Transactional
class ChangingSettings {

    private final List<Setting> settings;
    private final List<Effect> effects;
    private final JdbcSettings versions;
    private final CurrentSettings current;
    private final ObjectProvider<Places> places;
    private final Remarks remarks;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    ChangingSettings(
            ObjectProvider<Setting> settings,
            ObjectProvider<Effect> effects,
            JdbcSettings versions,
            CurrentSettings current,
            ObjectProvider<Places> places,
            Remarks remarks,
            ApplicationEventPublisher events,
            Clock clock) {
        this.settings = settings.stream().sorted(Comparator.comparing(Setting::name)).toList();
        this.effects = effects.stream().toList();
        this.versions = versions;
        this.current = current;
        this.places = places;
        this.remarks = remarks;
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
            Map<String, Integer> values,
            @Nullable SettingVersion inForce,
            @Nullable SettingVersion proposal) {}

    @Transactional(readOnly = true)
    List<Standing> all(Actor actor, Region place) {
        mustSee(actor, place);
        List<SettingVersion> proposals = versions.proposals(place);
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

    /** The values that hold today, one line a field: setting, field, value, set by, version. */
    @Transactional(readOnly = true)
    String export(Actor actor, Region place) {
        StringBuilder csv = new StringBuilder("setting,field,value,set_by,version\r\n");
        for (Standing standing : all(actor, place)) {
            SettingVersion held = standing.inForce();
            String source = held == null ? "," : held.region() + "," + held.number();
            standing.values()
                    .forEach(
                            (field, value) ->
                                    csv.append(standing.setting().name())
                                            .append(
                                                    ",%s,%d,%s\r\n"
                                                            .formatted(field, value, source)));
        }
        return csv.toString();
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
        return versions.history(place, name, before, limit);
    }

    /** What these values would do if they held today; empty where nobody can say. */
    @Transactional(readOnly = true)
    List<Effect.Line> effect(Actor actor, Region place, String name, Map<String, Integer> values) {
        Setting setting = one(actor, place, name).setting();
        Map<String, Integer> checked =
                values.isEmpty()
                        ? current.fromAbove(setting, place, WorkingDays.today(clock))
                        : setting.checked(values);
        return effects.stream()
                .filter(effect -> effect.setting().equals(name))
                .flatMap(effect -> effect.of(place, checked).stream())
                .toList();
    }

    /** What waits for a second person wherever the actor's post reaches. */
    @Transactional(readOnly = true)
    List<SettingVersion> waiting(Actor actor) {
        actor.mustBe(Role.ADMINISTRATOR, Role.AUDITOR, Role.SUPERVISOR);
        return versions.proposals(null).stream()
                .filter(proposal -> reaches(actor, proposal.region()))
                .toList();
    }

    /** Proposes values, or none: to go back to what holds above. The version that waits now. */
    SettingVersion propose(
            Actor actor,
            Region place,
            String name,
            Map<String, Integer> values,
            LocalDate from,
            @Nullable LocalDate until,
            String reason) {
        mustAct(actor, place);
        Setting setting = one(actor, place, name).setting();
        Map<String, Integer> checked = values.isEmpty() ? Map.of() : setting.checked(values);
        if (from.isBefore(WorkingDays.today(clock))) {
            throw Refusal.invalid("setting-from-past", "/from");
        }
        if (until != null && until.isBefore(from)) {
            throw Refusal.invalid("setting-until-before-from", "/until");
        }
        int last =
                versions.history(place, name, Integer.MAX_VALUE, 1).stream()
                        .mapToInt(SettingVersion::number)
                        .findFirst()
                        .orElse(0);
        SettingVersion proposal =
                new SettingVersion(
                        place,
                        name,
                        last + 1,
                        checked,
                        from,
                        until,
                        State.PROPOSED,
                        actor.person(),
                        clock.instant(),
                        remarks.write(place, actor.person(), reason, "/reason"),
                        null,
                        null,
                        null);
        versions.propose(proposal);
        return proposal;
    }

    /**
     * The second person approves or rejects, the first one may only withdraw. What was to begin on
     * a day that has passed meanwhile is not approved any more: days gone by never change.
     */
    void decide(
            Actor actor,
            Region place,
            @Nullable SettingVersion proposal,
            State outcome,
            String answer) {
        mustAct(actor, place);
        if (proposal == null) {
            throw Refusal.conflict("setting-decided-already");
        }
        if (outcome == State.PROPOSED) {
            throw Refusal.invalid("setting-outcome", "/outcome");
        }
        boolean own = proposal.proposedBy().equals(actor.person());
        if (own != (outcome == State.WITHDRAWN)) {
            throw Refusal.forbidden(own ? "setting-second-person" : "setting-not-your-proposal");
        }
        if (outcome == State.APPROVED && proposal.from().isBefore(WorkingDays.today(clock))) {
            throw Refusal.conflict("setting-from-past");
        }
        UUID remark = remarks.write(place, actor.person(), answer, "/reason");
        versions.decide(proposal, outcome, actor.person(), clock.instant(), remark);
        if (outcome == State.APPROVED) {
            versions.raiseHead();
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
                        .map(it -> new SettingChanged.Value(it.getKey(), it.getValue()))
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
