package org.xiangmuzhang.intake.application;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.xiangmuzhang.catalog.api.Catalog;
import org.xiangmuzhang.catalog.api.Item;
import org.xiangmuzhang.catalog.api.Material;
import org.xiangmuzhang.catalog.api.Regions;
import org.xiangmuzhang.files.Files;
import org.xiangmuzhang.files.StoredFile;
import org.xiangmuzhang.intake.api.Mode;
import org.xiangmuzhang.intake.domain.check.Answers;
import org.xiangmuzhang.intake.domain.check.Check;
import org.xiangmuzhang.intake.domain.check.Facts;
import org.xiangmuzhang.intake.domain.check.Finding;
import org.xiangmuzhang.intake.domain.check.FormField;
import org.xiangmuzhang.intake.domain.check.Format;
import org.xiangmuzhang.intake.domain.check.HandedIn;
import org.xiangmuzhang.intake.domain.check.ItemCheck;
import org.xiangmuzhang.intake.domain.check.Rule;
import org.xiangmuzhang.intake.domain.check.RuleSet;
import org.xiangmuzhang.intake.domain.dossier.ApplicationHead;
import org.xiangmuzhang.intake.domain.dossier.Dossier;
import org.xiangmuzhang.intake.domain.dossier.SuppliedMaterial;
import org.xiangmuzhang.intake.domain.task.Task;
import org.xiangmuzhang.intake.port.in.CheckSheet;
import org.xiangmuzhang.intake.port.in.CheckSheet.Answer;
import org.xiangmuzhang.intake.port.in.CheckSheet.Verdict;
import org.xiangmuzhang.intake.port.in.Checking;
import org.xiangmuzhang.intake.port.in.GivenMaterial;
import org.xiangmuzhang.intake.port.in.RuleAccuracy;
import org.xiangmuzhang.intake.port.in.SubmitApplication;
import org.xiangmuzhang.intake.port.in.SubmitApplication.AskedItem;
import org.xiangmuzhang.intake.port.out.Checks;
import org.xiangmuzhang.intake.spi.CreditGrades;
import org.xiangmuzhang.intake.spi.Mandates.Act;
import org.xiangmuzhang.kernel.Actor;
import org.xiangmuzhang.kernel.Ids;
import org.xiangmuzhang.kernel.Refusal;
import org.xiangmuzhang.kernel.Region;
import org.xiangmuzhang.kernel.Role;
import org.xiangmuzhang.kernel.WorkingDays;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Goes over applications by the rules of their place, and shows what was found. */
@Component
class CheckDesk implements Checking {

    private static final int MOST_ITEMS = 50;

    private final CaseFiles cases;
    private final Access access;
    private final ProjectTies ties;
    private final LocalChecks local;
    private final SealedAnswers sealed;
    private final Checks checks;
    private final Catalog catalog;
    private final Files files;
    private final Regions regions;
    private final ObjectProvider<CreditGrades> credit;
    private final Clock clock;

    CheckDesk(
            CaseFiles cases,
            Access access,
            ProjectTies ties,
            LocalChecks local,
            SealedAnswers sealed,
            Checks checks,
            Catalog catalog,
            Files files,
            Regions regions,
            ObjectProvider<CreditGrades> credit,
            Clock clock) {
        this.cases = cases;
        this.access = access;
        this.ties = ties;
        this.local = local;
        this.sealed = sealed;
        this.checks = checks;
        this.catalog = catalog;
        this.files = files;
        this.regions = regions;
        this.credit = credit;
        this.clock = clock;
    }

    /** What the rules found, and by which they did. */
    record Checked(RuleSet rules, Check check) {}

    /**
     * Goes over what was just handed in; empty when there is no rule, no answer and no grade to
     * keep.
     */
    Optional<Checked> received(Dossier dossier, Map<String, String> given, Actor actor) {
        RuleSet rules = local.at(dossier.application().head().region(), cases.today());
        Answers answers =
                Answers.of(
                        given,
                        rules.form(codes(dossier)).stream()
                                .map(FormField::code)
                                .collect(Collectors.toSet()));
        return check(
                dossier,
                rules,
                answers,
                () ->
                        sealed.seal(
                                answers,
                                text ->
                                        cases.write(
                                                dossier.application().head(),
                                                actor,
                                                text,
                                                "/answers")));
    }

    /** Goes over it once more, with the answers as they were given. */
    void again(Dossier dossier) {
        RuleSet rules = local.at(dossier.application().head().region(), cases.today());
        List<UUID> answers =
                checks.latest(dossier.application().id()).map(Check::answers).orElse(List.of());
        check(dossier, rules, sealed.open(answers), () -> answers);
    }

    private Optional<Checked> check(
            Dossier dossier, RuleSet rules, Answers answers, Supplier<List<UUID>> kept) {
        ApplicationHead head = dossier.application().head();
        String grade = grade(head.enterprise(), head.region());
        boolean nothing =
                answers.isEmpty()
                        && grade == null
                        && codes(dossier).stream().allMatch(code -> rules.rulesOf(code).isEmpty());
        if (nothing) {
            return Optional.empty();
        }
        Map<String, HandedIn> materials = handedIn(dossier.application().materials());
        Check check =
                new Check(
                        Ids.next(clock),
                        head.id(),
                        head.region(),
                        clock.instant(),
                        rules.setBy(),
                        rules.version(),
                        kept.get(),
                        dossier.tasks().stream()
                                .map(task -> check(task, rules, answers, materials, grade))
                                .toList());
        checks.add(check);
        return Optional.of(new Checked(rules, check));
    }

    private ItemCheck check(
            Task task,
            RuleSet rules,
            Answers answers,
            Map<String, HandedIn> materials,
            @Nullable String grade) {
        String code = task.head().terms().code();
        return new ItemCheck(
                task.id(),
                code,
                task.head().terms().department(),
                grade,
                rules.depth(grade, code),
                rules.judge(
                        code,
                        new Facts(
                                cases.today(),
                                answers,
                                Set.copyOf(task.head().terms().materials()),
                                materials)));
    }

    private @Nullable String grade(UUID enterprise, Region place) {
        CreditGrades known = credit.getIfAvailable();
        return known == null ? null : known.gradeOf(enterprise, place, cases.today()).orElse(null);
    }

    private Map<String, HandedIn> handedIn(Map<String, SuppliedMaterial> supplied) {
        Map<UUID, StoredFile> known =
                files.byIds(
                        supplied.values().stream().map(SuppliedMaterial::file).distinct().toList());
        Map<String, HandedIn> handedIn = new HashMap<>();
        supplied.forEach(
                (material, one) -> {
                    StoredFile file = known.get(one.file());
                    if (file != null) {
                        handedIn.put(material, new HandedIn(one.sha256(), file.mediaType()));
                    }
                });
        return handedIn;
    }

    private static List<String> codes(Dossier dossier) {
        return dossier.tasks().stream().map(task -> task.head().terms().code()).toList();
    }

    @Override
    @Transactional(readOnly = true)
    public List<AskedField> form(Region place, List<String> items) {
        RuleSet rules = local.at(place, cases.today());
        return rules.form(items).stream()
                .map(
                        field ->
                                asked(
                                        field,
                                        rules.rules().stream()
                                                .filter(rule -> items.contains(rule.item()))
                                                .filter(rule -> rule.subject().equals(field.code()))
                                                .toList()))
                .toList();
    }

    private static AskedField asked(FormField field, List<Rule> about) {
        return new AskedField(
                field.code(),
                about.stream().anyMatch(rule -> rule.kind() == Rule.Kind.PRESENT),
                first(
                        about.stream()
                                .filter(rule -> rule.kind() == Rule.Kind.FORMAT)
                                .flatMap(rule -> Format.named(rule.against()).stream())
                                .map(Format::pattern)),
                first(about.stream().flatMap(rule -> rule.least().stream()).map(CheckDesk::plain)),
                first(about.stream().flatMap(rule -> rule.most().stream()).map(CheckDesk::plain)),
                about.stream().map(Rule::reasonZh).toList(),
                about.stream().map(Rule::reasonEn).toList());
    }

    private static @Nullable String first(Stream<String> found) {
        return found.findFirst().orElse(null);
    }

    private static String plain(BigDecimal number) {
        return number.toPlainString();
    }

    @Override
    @Transactional(readOnly = true)
    public CheckSheet check(SubmitApplication asked, Actor actor) {
        actor.mustBe(Role.APPLICANT, Role.STEWARD);
        LocalDate today = cases.today();
        boolean may =
                actor.role() == Role.APPLICANT
                        ? asked.enterprise().equals(actor.enterprise())
                        : access.mayAct(
                                actor, asked.enterprise(), asked.project(), Act.SUBMIT, today);
        if (!may) {
            throw actor.role() == Role.APPLICANT
                    ? Refusal.forbidden("not-your-enterprise")
                    : Refusal.forbidden("mandate-missing", "SUBMIT");
        }
        Region place = ties.place(asked.project(), asked.enterprise(), asked.region(), actor);
        RuleSet rules = local.at(place, today);
        List<String> codes = asked.items().stream().map(AskedItem::code).distinct().toList();
        if (codes.isEmpty() || codes.size() > MOST_ITEMS) {
            throw Refusal.invalid("items-count", "/items", 1, MOST_ITEMS);
        }
        if (codes.size() < asked.items().size()) {
            throw Refusal.invalid("item-twice", "/items", codes.getFirst());
        }
        List<Item> listed = listed(place, codes);
        Answers answers =
                Answers.of(
                        asked.answers(),
                        rules.form(codes).stream()
                                .map(FormField::code)
                                .collect(Collectors.toSet()));
        Map<String, HandedIn> materials = mayHandIn(asked, listed, actor);
        String grade = grade(asked.enterprise(), place);
        List<CheckSheet.Item> items = new ArrayList<>();
        for (Item item : listed) {
            String code = item.code();
            List<Finding> findings =
                    rules.judge(
                            code,
                            new Facts(
                                    today,
                                    answers,
                                    item.materials().stream()
                                            .map(Material::id)
                                            .collect(Collectors.toSet()),
                                    materials));
            items.add(
                    new CheckSheet.Item(
                            null,
                            code,
                            grade,
                            rules.depth(grade, code).name(),
                            rules.decides(code, findings)
                                    && asked.promised().isEmpty()
                                    && isWhole(item, materials.keySet())
                                    && isFormal(asked, code),
                            findings.stream().map(one -> verdict(one, null)).toList()));
        }
        return new CheckSheet(
                null,
                clock.instant(),
                rules.setBy() == null ? null : rules.setBy().code(),
                rules.version(),
                shown(answers, rules.form(codes)),
                items);
    }

    private List<Item> listed(Region place, List<String> codes) {
        List<Item> listed = new ArrayList<>();
        for (String code : codes) {
            String pointer = "/items/" + listed.size() + "/code";
            listed.add(
                    catalog.item(place, code)
                            .orElseThrow(
                                    () ->
                                            Refusal.invalid(
                                                    "item-not-listed", pointer, code, place)));
        }
        return listed;
    }

    private static boolean isFormal(SubmitApplication asked, String code) {
        return asked.items().stream()
                .anyMatch(item -> item.code().equals(code) && item.mode() == Mode.FORMAL);
    }

    /** Whether everything is there that the item asks the applicant for. */
    static boolean isWhole(Item item, Set<String> materials) {
        return item.materials().stream()
                .filter(material -> material.required() && !material.reusable())
                .allMatch(material -> materials.contains(material.id()));
    }

    private Map<String, HandedIn> mayHandIn(
            SubmitApplication asked, List<Item> items, Actor actor) {
        Set<String> known =
                items.stream()
                        .flatMap(item -> item.materials().stream())
                        .map(Material::id)
                        .collect(Collectors.toSet());
        Map<UUID, StoredFile> stored =
                files.byIds(
                        asked.materials().stream().map(GivenMaterial::file).distinct().toList());
        Map<String, HandedIn> materials = new HashMap<>();
        for (GivenMaterial given : asked.materials()) {
            String pointer = "/materials/" + materials.size();
            StoredFile file = stored.get(given.file());
            if (!known.contains(given.material())) {
                throw Refusal.invalid("material-unknown", pointer + "/material", given.material());
            }
            if (file == null || !file.mayBeUsedBy(actor, asked.enterprise())) {
                throw Refusal.invalid("file-not-yours", pointer + "/file", given.file());
            }
            HandedIn one = new HandedIn(file.sha256(), file.mediaType());
            if (materials.put(given.material(), one) != null) {
                throw Refusal.invalid("material-twice", pointer + "/material", given.material());
            }
        }
        return materials;
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<CheckSheet> of(UUID application, Actor actor) {
        Dossier dossier = cases.visible(application, actor);
        Set<UUID> visible = new HashSet<>();
        List<String> items = new ArrayList<>();
        dossier.tasks().stream()
                .filter(task -> access.sees(actor, task))
                .forEach(
                        task -> {
                            visible.add(task.id());
                            items.add(task.head().terms().code());
                        });
        return checks.latest(application).map(check -> sheet(check, visible, items));
    }

    private CheckSheet sheet(Check check, Set<UUID> visible, List<String> items) {
        RuleSet rules = local.at(check.region(), LocalDate.ofInstant(check.at(), WorkingDays.ZONE));
        Map<UUID, Map<String, Boolean>> persons = checks.persons(check.id());
        Set<UUID> decided = checks.decisions(check.application()).keySet();
        return new CheckSheet(
                check.application(),
                check.at(),
                check.setBy() == null ? null : check.setBy().code(),
                check.version(),
                shown(sealed.open(check.answers()), rules.form(items)),
                check.items().stream()
                        .filter(item -> visible.contains(item.task()))
                        .map(
                                item ->
                                        item(
                                                item,
                                                persons.getOrDefault(item.task(), Map.of()),
                                                decided.contains(item.task())))
                        .toList());
    }

    private static CheckSheet.Item item(
            ItemCheck item, Map<String, Boolean> persons, boolean decided) {
        return new CheckSheet.Item(
                item.task(),
                item.item(),
                item.grade(),
                item.depth().name(),
                decided,
                item.findings().stream()
                        .map(one -> verdict(one, persons.get(one.rule().code())))
                        .toList());
    }

    private static Verdict verdict(Finding finding, @Nullable Boolean person) {
        return new Verdict(
                finding.rule().code(),
                finding.rule().kind().name(),
                finding.rule().subject(),
                finding.passed(),
                finding.rule().reasonZh(),
                finding.rule().reasonEn(),
                finding.seen(),
                person);
    }

    /** Answers of these fields, in the order of the form. */
    private static List<Answer> shown(Answers answers, List<FormField> form) {
        List<Answer> shown = new ArrayList<>();
        for (FormField field : form) {
            String value = answers.of(field.code());
            if (value != null) {
                shown.add(new Answer(field.code(), field.nameZh(), field.nameEn(), value));
            }
        }
        return shown;
    }

    @Override
    @Transactional(readOnly = true)
    public List<RuleAccuracy> accuracy(@Nullable String department, Actor actor) {
        return checks.accuracy(regions.reachOf(actor), departmentOf(department, actor)).stream()
                .map(
                        one ->
                                new RuleAccuracy(
                                        one.rule(),
                                        one.item(),
                                        one.setBy(),
                                        one.version(),
                                        one.reasonZh(),
                                        one.reasonEn(),
                                        one.agreed(),
                                        one.objectedAlone(),
                                        one.passedAlone()))
                .toList();
    }

    /** An official's own department; others name one. */
    static String departmentOf(@Nullable String department, Actor actor) {
        actor.mustBe(Role.APPROVER, Role.HEAD, Role.SUPERVISOR, Role.LEADER, Role.AUDITOR);
        boolean official = actor.role() == Role.APPROVER || actor.role() == Role.HEAD;
        String whose = official ? actor.department() : department;
        if (whose == null) {
            throw Refusal.invalid("department-missing", "/department");
        }
        return whose;
    }
}
