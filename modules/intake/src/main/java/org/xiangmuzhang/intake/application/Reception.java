package org.xiangmuzhang.intake.application;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.xiangmuzhang.catalog.api.Catalog;
import org.xiangmuzhang.catalog.api.Item;
import org.xiangmuzhang.intake.api.ApplicationView;
import org.xiangmuzhang.intake.api.Mode;
import org.xiangmuzhang.intake.domain.dossier.Application;
import org.xiangmuzhang.intake.domain.dossier.ApplicationHead;
import org.xiangmuzhang.intake.domain.dossier.Dossier;
import org.xiangmuzhang.intake.domain.dossier.SuppliedMaterial;
import org.xiangmuzhang.intake.domain.dossier.Waiver;
import org.xiangmuzhang.intake.domain.task.ItemTerms;
import org.xiangmuzhang.intake.domain.task.Submission;
import org.xiangmuzhang.intake.domain.task.Task;
import org.xiangmuzhang.intake.domain.task.TaskHead;
import org.xiangmuzhang.intake.port.in.GivenMaterial;
import org.xiangmuzhang.intake.port.in.PointText;
import org.xiangmuzhang.intake.port.in.Seen;
import org.xiangmuzhang.intake.port.in.SubmitApplication;
import org.xiangmuzhang.intake.port.in.SubmitApplication.AskedItem;
import org.xiangmuzhang.intake.port.in.Submitting;
import org.xiangmuzhang.intake.port.out.Dossiers;
import org.xiangmuzhang.intake.port.out.Serials;
import org.xiangmuzhang.intake.spi.Mandates.Act;
import org.xiangmuzhang.intake.spi.Mandates.Deed;
import org.xiangmuzhang.intake.spi.Preconditions.Unmet;
import org.xiangmuzhang.kernel.Actor;
import org.xiangmuzhang.kernel.Ids;
import org.xiangmuzhang.kernel.LoggedEvent;
import org.xiangmuzhang.kernel.Refusal;
import org.xiangmuzhang.kernel.Region;
import org.xiangmuzhang.parties.Enterprise;
import org.xiangmuzhang.parties.Enterprises;

import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

@Component
class Reception implements Submitting {

    private static final int MOST_ITEMS = 50;

    private final CaseFiles files;
    private final ObligationBook book;
    private final GivenFiles given;
    private final Access access;
    private final ProjectTies ties;
    private final Catalog catalog;
    private final Dossiers dossiers;
    private final Serials serials;
    private final Enterprises enterprises;
    private final CheckDesk checks;
    private final RuleDesk rules;
    private final Clock clock;

    Reception(
            CaseFiles files,
            ObligationBook book,
            GivenFiles given,
            Access access,
            ProjectTies ties,
            Catalog catalog,
            Dossiers dossiers,
            Serials serials,
            Enterprises enterprises,
            CheckDesk checks,
            RuleDesk rules,
            Clock clock) {
        this.files = files;
        this.book = book;
        this.given = given;
        this.access = access;
        this.ties = ties;
        this.catalog = catalog;
        this.dossiers = dossiers;
        this.serials = serials;
        this.enterprises = enterprises;
        this.checks = checks;
        this.rules = rules;
        this.clock = clock;
    }

    @Override
    @Transactional
    public ApplicationView submit(SubmitApplication asked, Actor actor) {
        LocalDate today = files.today();
        Enterprise known = enterprises.held(asked.enterprise()).orElse(null);
        UUID enterprise = known == null ? asked.enterprise() : known.id();
        UUID mandate =
                access.mandateFor(
                        new Deed(
                                actor,
                                enterprise,
                                asked.project(),
                                Act.SUBMIT,
                                asked.items().stream()
                                        .map(AskedItem::code)
                                        .collect(Collectors.toSet()),
                                asked.id(),
                                today));
        if (known == null) {
            throw Refusal.invalid("enterprise-unknown", "/enterprise", enterprise);
        }
        if (asked.items().isEmpty() || asked.items().size() > MOST_ITEMS) {
            throw Refusal.invalid("items-count", "/items", 1, MOST_ITEMS);
        }
        ProjectTies.Ties tied = ties.of(asked, enterprise, actor);
        Region place = tied.place();
        Waiver waiver = waiver(asked, enterprise, actor);
        List<Task> tasks = tasks(asked, tied, waiver != null);
        Set<String> materials =
                tasks.stream()
                        .flatMap(task -> task.head().terms().materials().stream())
                        .collect(Collectors.toSet());
        List<SuppliedMaterial> supplied =
                given.materials(asked.materials(), enterprise, materials, actor);
        ApplicationHead head =
                new ApplicationHead(
                        asked.id(),
                        place,
                        number(place, today),
                        enterprise,
                        asked.project(),
                        today,
                        actor.person(),
                        mandate,
                        waiver);
        Dossier dossier = new Dossier(Application.received(head, supplied), tasks);
        dossiers.add(dossier);
        book.promised(dossier, asked, actor.person());
        files.tell(dossier.submitted());
        checks.received(dossier, asked.answers(), actor)
                .ifPresent(checked -> rules.decide(dossier, checked));
        return files.view(dossier, actor);
    }

    private @Nullable Waiver waiver(SubmitApplication asked, UUID enterprise, Actor actor) {
        if (asked.ownerPromise() == null && asked.designPromise() == null) {
            return null;
        }
        Waiver waiver = Waiver.of(asked.ownerPromise(), asked.designPromise());
        given.check(waiver.ownerPromise(), enterprise, actor, "/waiver/ownerPromise");
        given.check(waiver.designPromise(), enterprise, actor, "/waiver/designPromise");
        return waiver;
    }

    private List<Task> tasks(SubmitApplication asked, ProjectTies.Ties tied, boolean waived) {
        Set<String> codes = new HashSet<>();
        List<Task> tasks = new ArrayList<>();
        for (AskedItem wanted : asked.items()) {
            String pointer = "/items/" + tasks.size();
            if (!codes.add(wanted.code())) {
                throw Refusal.invalid("item-twice", pointer + "/code", wanted.code());
            }
            tasks.add(
                    task(
                            asked,
                            tied.place(),
                            wanted,
                            tied.unmet().getOrDefault(wanted.code(), List.of()),
                            waived,
                            pointer));
        }
        return tasks;
    }

    private Task task(
            SubmitApplication asked,
            Region place,
            AskedItem wanted,
            List<Unmet> unmet,
            boolean waived,
            String pointer) {
        Item item =
                catalog.item(place, wanted.code())
                        .orElseThrow(
                                () ->
                                        Refusal.invalid(
                                                "item-not-listed",
                                                pointer + "/code",
                                                wanted.code(),
                                                place));
        if (asked.project() == null) {
            ties.mustStandAlone(place, item);
        }
        Mode mode = wanted.mode();
        Set<String> conditions =
                Submission.examine(item, mode, asked.project() != null, unmet, pointer);
        TaskHead head =
                new TaskHead(
                        Ids.next(clock),
                        asked.id(),
                        place,
                        asked.project(),
                        waived,
                        ItemTerms.of(item, catalog.organ(place, item, files.today()).department()));
        return Task.received(head, mode, List.copyOf(conditions));
    }

    private String number(Region region, LocalDate today) {
        return "%s-%s-%06d"
                .formatted(
                        region,
                        DateTimeFormatter.BASIC_ISO_DATE.format(today),
                        serials.nextReceipt());
    }

    @Override
    @Transactional
    public void supply(UUID id, List<GivenMaterial> materials, Seen seen, Actor actor) {
        take(id, materials, List.of(), seen, actor);
    }

    @Override
    @Transactional
    public void answer(
            UUID id,
            List<GivenMaterial> materials,
            List<PointText> answers,
            Seen seen,
            Actor actor) {
        take(id, materials, answers, seen, actor);
    }

    private void take(
            UUID id,
            List<GivenMaterial> materials,
            List<PointText> answers,
            Seen seen,
            Actor actor) {
        Dossier dossier = files.open(id, actor, seen);
        ApplicationHead head = dossier.application().head();
        LocalDate today = files.today();
        List<Task> about =
                dossier.tasks().stream()
                        .filter(
                                task ->
                                        Stream.concat(
                                                        materials.stream()
                                                                .map(GivenMaterial::material),
                                                        answers.stream().map(PointText::material))
                                                .anyMatch(
                                                        task.head().terms().materials()::contains))
                        .toList();
        access.mandateFor(Act.SUPPLY, actor, head, about, today);
        if (materials.isEmpty() && answers.isEmpty()) {
            throw Refusal.invalid("materials-missing", "/materials");
        }
        Set<String> asked =
                dossier.tasks().stream()
                        .flatMap(task -> task.head().terms().materials().stream())
                        .collect(Collectors.toSet());
        List<SuppliedMaterial> supplied =
                given.materials(materials, head.enterprise(), asked, actor);
        Map<String, UUID> words = new LinkedHashMap<>();
        for (PointText answer : answers) {
            String text = answer.text();
            if (text != null && !text.isBlank()) {
                words.put(answer.material(), files.write(head, actor, text, "/answers"));
            }
        }
        LoggedEvent happened = dossier.supply(supplied, words, today);
        dossiers.saveWithMaterials(dossier.application());
        dossiers.save(
                supplied.stream()
                        .map(material -> dossier.askingFor(material.material()))
                        .distinct()
                        .toList(),
                files.calendar());
        files.tell(happened);
        book.arrived(id, supplied.stream().map(SuppliedMaterial::material).toList());
        checks.again(dossier);
    }

    @Override
    @Transactional
    public void withdraw(UUID id, String reason, Seen seen, Actor actor) {
        Dossier dossier = files.open(id, actor, seen);
        ApplicationHead head = dossier.application().head();
        LocalDate today = files.today();
        access.mandateFor(Act.WITHDRAW, actor, head, dossier.tasks(), today);
        UUID remark = files.write(head, actor, reason, "/reason");
        files.keep(dossier, dossier.withdraw(today, Objects.requireNonNull(remark)));
        book.ended(id);
    }
}
