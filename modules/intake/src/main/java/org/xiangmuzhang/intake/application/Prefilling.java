package org.xiangmuzhang.intake.application;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.xiangmuzhang.catalog.api.Catalog;
import org.xiangmuzhang.catalog.api.Item;
import org.xiangmuzhang.catalog.api.Material;
import org.xiangmuzhang.files.Files;
import org.xiangmuzhang.files.StoredFile;
import org.xiangmuzhang.intake.domain.check.Answers;
import org.xiangmuzhang.intake.domain.check.FormField;
import org.xiangmuzhang.intake.domain.draft.Paper.Offer;
import org.xiangmuzhang.intake.domain.draft.Prefilled;
import org.xiangmuzhang.intake.domain.draft.Prefilled.Confidence;
import org.xiangmuzhang.intake.domain.draft.Prefilled.Source;
import org.xiangmuzhang.intake.port.out.EarlierMatters;
import org.xiangmuzhang.intake.port.out.EarlierMatters.HandedInBefore;
import org.xiangmuzhang.intake.spi.ProjectPlans;
import org.xiangmuzhang.intake.spi.ProjectPlans.Choice;
import org.xiangmuzhang.kernel.Actor;
import org.xiangmuzhang.kernel.Region;
import org.xiangmuzhang.kernel.Role;
import org.xiangmuzhang.parties.Enterprise;
import org.xiangmuzhang.parties.Enterprises;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Finds what an enterprise need not write and hand in again. To a steward only what belongs to the
 * project is known.
 */
@Component
class Prefilling {

    /** Earlier applications that are looked into. */
    private static final int EARLIER = 10;

    private final Enterprises enterprises;
    private final ObjectProvider<ProjectPlans> plans;
    private final EarlierMatters earlier;
    private final SealedAnswers sealed;
    private final Catalog catalog;
    private final Files files;
    private final LocalForms local;

    Prefilling(
            Enterprises enterprises,
            ObjectProvider<ProjectPlans> plans,
            EarlierMatters earlier,
            SealedAnswers sealed,
            Catalog catalog,
            Files files,
            LocalForms local) {
        this.enterprises = enterprises;
        this.plans = plans;
        this.earlier = earlier;
        this.sealed = sealed;
        this.catalog = catalog;
        this.files = files;
        this.local = local;
    }

    /** A value and where it comes from. */
    record Found(String value, Prefilled from) {}

    /** For whom a form is filled in. */
    record Whose(UUID enterprise, @Nullable UUID project, Actor actor) {

        private @Nullable UUID within() {
            return actor.role() == Role.STEWARD ? project : null;
        }
    }

    Map<String, Found> values(Whose whose, List<FormField> form) {
        Map<String, Found> values = new LinkedHashMap<>();
        Optional<Enterprise> profile = enterprises.byId(whose.enterprise());
        Optional<Choice> project = project(whose.project());
        Map<String, Found> written = written(whose, form);
        for (FormField field : form) {
            Optional<Found> found =
                    switch (field.from()) {
                        case NONE -> Optional.empty();
                        case ENTERPRISE_NAME ->
                                profile.map(it -> profile(field, it.name(), it.code().value()));
                        case ENTERPRISE_CODE ->
                                profile.map(
                                        it -> profile(field, it.code().value(), it.code().value()));
                        case PROJECT_NAME ->
                                project.map(it -> project(field, it.name(), it.code()));
                        case PROJECT_CODE ->
                                project.map(it -> project(field, it.code(), it.code()));
                        case EARLIER -> Optional.ofNullable(written.get(field.code()));
                        case DOCUMENT ->
                                earlier.document(
                                                whose.enterprise(),
                                                whose.within(),
                                                field.reference())
                                        .map(
                                                it ->
                                                        found(
                                                                field,
                                                                it.document(),
                                                                Source.DOCUMENT,
                                                                it.number(),
                                                                Confidence.CERTAIN));
                    };
            found.ifPresent(one -> values.put(field.code(), one));
        }
        return values;
    }

    private static Found profile(FormField field, String value, String code) {
        return found(field, value, Source.PROFILE, code, Confidence.CERTAIN);
    }

    private static Found project(FormField field, String value, String code) {
        return found(field, value, Source.PROJECT, code, Confidence.CERTAIN);
    }

    private static Found found(
            FormField field, String value, Source source, String from, Confidence confidence) {
        return new Found(value, new Prefilled(field.code(), source, from, confidence, null, null));
    }

    private Optional<Choice> project(@Nullable UUID project) {
        ProjectPlans known = plans.getIfAvailable();
        return known == null || project == null ? Optional.empty() : known.byId(project);
    }

    private Map<String, Found> written(Whose whose, List<FormField> form) {
        Map<String, Found> written = new HashMap<>();
        if (form.stream().noneMatch(field -> field.from() == FormField.Prefill.EARLIER)) {
            return written;
        }
        for (EarlierMatters.Answered one :
                earlier.answers(whose.enterprise(), whose.within(), EARLIER)) {
            Answers answers = sealed.open(one.answers());
            for (FormField field : form) {
                String value = answers.of(field.code());
                if (value != null) {
                    written.putIfAbsent(
                            field.code(),
                            found(field, value, Source.EARLIER, one.number(), Confidence.LIKELY));
                }
            }
        }
        return written;
    }

    /** The latest that was handed in of each material, under whatever item it was. */
    Map<String, Offer> offers(
            Whose whose, Region place, Collection<Material> asked, LocalDate today) {
        Map<String, List<String>> byName = new HashMap<>();
        asked.forEach(
                one ->
                        byName.computeIfAbsent(one.nameZh(), first -> new ArrayList<>())
                                .add(one.id()));
        Map<String, List<String>> serves = new HashMap<>();
        for (Item item : catalog.items(place)) {
            for (Material material : item.materials()) {
                List<String> same = byName.get(material.nameZh());
                if (same != null) {
                    serves.put(material.id(), same);
                }
            }
        }
        List<HandedInBefore> found =
                earlier.materials(whose.enterprise(), whose.within(), serves.keySet());
        Map<UUID, StoredFile> known =
                files.byIds(found.stream().map(HandedInBefore::file).distinct().toList());
        Map<String, Offer> offers = new HashMap<>();
        found.stream()
                .filter(one -> mayBeUsed(known.get(one.file()), whose))
                .sorted(Comparator.comparing(HandedInBefore::on).reversed())
                .forEach(
                        one ->
                                serves.getOrDefault(one.material(), List.of())
                                        .forEach(
                                                material ->
                                                        offers.putIfAbsent(
                                                                material,
                                                                offer(
                                                                        one, material, place,
                                                                        today))));
        return offers;
    }

    private static boolean mayBeUsed(@Nullable StoredFile file, Whose whose) {
        return file != null && file.mayBeUsedBy(whose.actor(), whose.enterprise());
    }

    private Offer offer(HandedInBefore one, String material, Region place, LocalDate today) {
        return new Offer(
                material,
                one.file(),
                one.application(),
                one.number(),
                one.sha256(),
                one.on(),
                local.validUntil(place, material, one.on(), today));
    }
}
