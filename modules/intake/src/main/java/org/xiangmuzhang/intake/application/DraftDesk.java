package org.xiangmuzhang.intake.application;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;
import org.xiangmuzhang.catalog.api.Catalog;
import org.xiangmuzhang.catalog.api.Item;
import org.xiangmuzhang.catalog.api.Material;
import org.xiangmuzhang.files.Files;
import org.xiangmuzhang.files.StoredFile;
import org.xiangmuzhang.intake.api.ApplicationView;
import org.xiangmuzhang.intake.api.Mode;
import org.xiangmuzhang.intake.application.Prefilling.Found;
import org.xiangmuzhang.intake.application.Prefilling.Whose;
import org.xiangmuzhang.intake.domain.check.Answers;
import org.xiangmuzhang.intake.domain.check.FormField;
import org.xiangmuzhang.intake.domain.draft.Draft;
import org.xiangmuzhang.intake.domain.draft.Paper;
import org.xiangmuzhang.intake.domain.draft.Paper.Offer;
import org.xiangmuzhang.intake.domain.draft.Paper.Reuse;
import org.xiangmuzhang.intake.domain.draft.Prefilled;
import org.xiangmuzhang.intake.domain.draft.Provenance;
import org.xiangmuzhang.intake.port.in.CheckSheet;
import org.xiangmuzhang.intake.port.in.Checking;
import org.xiangmuzhang.intake.port.in.Drafting;
import org.xiangmuzhang.intake.port.in.GivenMaterial;
import org.xiangmuzhang.intake.port.in.Preparing;
import org.xiangmuzhang.intake.port.in.Seen;
import org.xiangmuzhang.intake.port.in.SubmitApplication;
import org.xiangmuzhang.intake.port.in.SubmitApplication.AskedItem;
import org.xiangmuzhang.intake.port.in.Submitting;
import org.xiangmuzhang.intake.port.out.Drafts;
import org.xiangmuzhang.intake.port.out.Drafts.Kept;
import org.xiangmuzhang.intake.spi.Mandates.Act;
import org.xiangmuzhang.kernel.Actor;
import org.xiangmuzhang.kernel.Refusal;
import org.xiangmuzhang.kernel.Region;
import org.xiangmuzhang.kernel.Role;
import org.xiangmuzhang.parties.Enterprise;
import org.xiangmuzhang.parties.Enterprises;
import org.xiangmuzhang.parties.Remarks;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;

/** The one form, while it is being filled in. */
@Component
class DraftDesk implements Drafting {

    private static final int MOST_ITEMS = 50;
    private static final int BATCH = 100;

    private final Drafts drafts;
    private final Prefilling prefilling;
    private final SealedAnswers sealed;
    private final Remarks remarks;
    private final Checking checking;
    private final Submitting submitting;
    private final Preparing preparing;
    private final ProjectTies ties;
    private final CaseFiles cases;
    private final Access access;
    private final LocalForms local;
    private final LocalChecks checks;
    private final Catalog catalog;
    private final Files files;
    private final Enterprises enterprises;
    private final TransactionTemplate transaction;
    private final Clock clock;

    DraftDesk(
            Drafts drafts,
            Prefilling prefilling,
            SealedAnswers sealed,
            Remarks remarks,
            Checking checking,
            Submitting submitting,
            Preparing preparing,
            ProjectTies ties,
            CaseFiles cases,
            Access access,
            LocalForms local,
            LocalChecks checks,
            Catalog catalog,
            Files files,
            Enterprises enterprises,
            TransactionTemplate transaction,
            Clock clock) {
        this.drafts = drafts;
        this.prefilling = prefilling;
        this.sealed = sealed;
        this.remarks = remarks;
        this.checking = checking;
        this.submitting = submitting;
        this.preparing = preparing;
        this.ties = ties;
        this.cases = cases;
        this.access = access;
        this.local = local;
        this.checks = checks;
        this.catalog = catalog;
        this.files = files;
        this.enterprises = enterprises;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Override
    @Transactional
    public DraftSheet begin(Begin wanted, Actor actor) {
        UUID enterprise =
                enterprises
                        .held(wanted.enterprise())
                        .map(Enterprise::id)
                        .orElse(wanted.enterprise());
        mustActFor(enterprise, wanted.project(), actor);
        Region place = ties.place(wanted.project(), enterprise, wanted.region(), actor);
        SortedMap<String, Mode> items = items(wanted, place);
        Map<String, Found> found =
                prefilling.values(
                        new Whose(enterprise, wanted.project(), actor),
                        checks.at(place, cases.today()).form(List.copyOf(items.keySet())));
        Map<String, String> values = new HashMap<>();
        Map<String, Prefilled> from = new HashMap<>();
        found.forEach(
                (field, one) -> {
                    values.put(field, one.value());
                    from.put(field, one.from());
                });
        Answers answers = new Answers(values);
        LocalDate today = cases.today();
        drafts.add(
                new Kept(
                        new Draft(
                                wanted.id(),
                                place,
                                enterprise,
                                wanted.project(),
                                items,
                                answers,
                                from,
                                Map.of(),
                                actor.person(),
                                actor.person(),
                                clock.instant(),
                                local.expiry(place, today),
                                0),
                        seal(place, answers, actor)));
        return sheet(opened(wanted.id(), actor), actor);
    }

    private List<UUID> seal(Region place, Answers answers, Actor actor) {
        return sealed.seal(answers, text -> remarks.write(place, actor.person(), text, "/answers"));
    }

    private void mustActFor(UUID enterprise, @Nullable UUID project, Actor actor) {
        actor.mustBe(Role.APPLICANT, Role.STEWARD);
        if (!actsFor(enterprise, project, actor)) {
            throw actor.role() == Role.APPLICANT
                    ? Refusal.forbidden("not-your-enterprise")
                    : Refusal.forbidden("mandate-missing", "SUBMIT");
        }
    }

    private boolean actsFor(UUID enterprise, @Nullable UUID project, Actor actor) {
        return switch (actor.role()) {
            case APPLICANT -> enterprise.equals(actor.enterprise());
            case STEWARD ->
                    project != null
                            && access.mayAct(actor, enterprise, project, Act.SUBMIT, cases.today());
            default -> false;
        };
    }

    private SortedMap<String, Mode> items(Begin wanted, Region place) {
        if (wanted.items().isEmpty() || wanted.items().size() > MOST_ITEMS) {
            throw Refusal.invalid("items-count", "/items", 1, MOST_ITEMS);
        }
        SortedMap<String, Mode> items = new TreeMap<>();
        int at = 0;
        for (AskedItem item : wanted.items()) {
            String pointer = "/items/" + at++ + "/code";
            if (catalog.item(place, item.code()).isEmpty()) {
                throw Refusal.invalid("item-not-listed", pointer, item.code(), place);
            }
            if (items.put(item.code(), item.mode()) != null) {
                throw Refusal.invalid("item-twice", pointer, item.code());
            }
        }
        return items;
    }

    private Kept opened(UUID id, Actor actor) {
        Kept kept =
                drafts.byId(id)
                        .filter(it -> actsFor(it.draft().enterprise(), it.draft().project(), actor))
                        .filter(it -> !cases.today().isAfter(it.draft().expiresOn()))
                        .orElseThrow(() -> Refusal.notFound("form-draft-unknown", id));
        return new Kept(asOfToday(kept.draft().with(sealed.open(kept.answers()))), kept.answers());
    }

    /** Without what its place has stopped listing or asking for since. */
    private Draft asOfToday(Draft draft) {
        List<Item> listed = itemsOf(draft);
        List<String> codes = listed.stream().map(Item::code).toList();
        return draft.within(
                codes,
                checks.at(draft.region(), cases.today()).form(codes).stream()
                        .map(FormField::code)
                        .toList(),
                listed.stream()
                        .flatMap(item -> item.materials().stream())
                        .map(Material::id)
                        .toList());
    }

    private Kept opened(UUID id, Seen seen, Actor actor) {
        Kept kept = opened(id, actor);
        seen.check(kept.draft().version());
        return kept;
    }

    @Override
    @Transactional(readOnly = true)
    public DraftSheet draft(UUID id, Actor actor) {
        return sheet(opened(id, actor), actor);
    }

    @Override
    @Transactional(readOnly = true)
    public List<DraftLine> drafts(
            @Nullable UUID enterprise,
            @Nullable UUID project,
            @Nullable UUID after,
            int limit,
            Actor actor) {
        actor.mustBe(Role.APPLICANT, Role.STEWARD);
        UUID whose = enterprise == null ? actor.enterprise() : enterprise;
        if (whose == null) {
            throw Refusal.invalid("enterprise-missing", "/enterprise");
        }
        if (actor.role() == Role.STEWARD && project == null) {
            throw Refusal.invalid("project-missing", "/project");
        }
        mustActFor(whose, project, actor);
        return lines(drafts.of(whose, project, after, limit));
    }

    @Override
    @Transactional(readOnly = true)
    public List<DraftLine> entrusted(int limit, Actor actor) {
        actor.mustBe(Role.STEWARD);
        Map<UUID, UUID> owners = new HashMap<>();
        preparing.projects(actor).forEach(one -> owners.put(one.project(), one.enterprise()));
        return lines(
                drafts.ofProjects(owners.keySet(), limit).stream()
                        .filter(one -> one.enterprise().equals(owners.get(one.project())))
                        .toList());
    }

    private List<DraftLine> lines(List<Draft> found) {
        LocalDate today = cases.today();
        return found.stream()
                .filter(draft -> !today.isAfter(draft.expiresOn()))
                .map(
                        draft ->
                                new DraftLine(
                                        draft.id(),
                                        draft.enterprise(),
                                        draft.project(),
                                        draft.region().code(),
                                        List.copyOf(draft.items().keySet()),
                                        draft.savedAt(),
                                        draft.expiresOn()))
                .toList();
    }

    @Override
    @Transactional
    public DraftSheet save(UUID id, Save written, Seen seen, Actor actor) {
        Kept kept = opened(id, seen, actor);
        Draft draft = kept.draft();
        List<FormField> form = form(draft);
        Answers answers =
                Answers.of(
                        written.answers(),
                        form.stream().map(FormField::code).collect(Collectors.toSet()));
        LocalDate today = cases.today();
        Draft saved =
                draft.saved(
                        answers,
                        written.confirmed(),
                        papers(draft, written, actor),
                        new Draft.Saving(
                                actor.person(),
                                clock.instant(),
                                today,
                                local.expiry(draft.region(), today)));
        drafts.save(new Kept(saved, seal(draft.region(), answers, actor)));
        remarks.remove(kept.answers());
        return sheet(opened(id, actor), actor);
    }

    private Map<String, Paper> papers(Draft draft, Save written, Actor actor) {
        Map<String, Material> asked = materials(draft);
        Map<String, Offer> offers = offers(draft, asked, actor);
        Map<String, Paper> papers = new HashMap<>();
        draft.papers().values().stream()
                .filter(paper -> paper.reuse() == null || !offers.containsKey(paper.material()))
                .forEach(paper -> papers.put(paper.material(), paper));
        for (String material : written.reuse()) {
            papers.put(material, reused(draft, material, offers.get(material), actor));
        }
        int at = 0;
        for (GivenMaterial given : written.materials()) {
            String pointer = "/materials/" + at++;
            if (!asked.containsKey(given.material())) {
                throw Refusal.invalid("material-unknown", pointer + "/material", given.material());
            }
            StoredFile file = files.byId(given.file()).orElse(null);
            if (file == null || !file.mayBeUsedBy(actor, draft.enterprise())) {
                throw Refusal.invalid("file-not-yours", pointer + "/file", given.file());
            }
            papers.put(given.material(), new Paper(given.material(), given.file(), null));
        }
        return papers;
    }

    private Paper reused(Draft draft, String material, @Nullable Offer offer, Actor actor) {
        Paper before = draft.papers().get(material);
        Reuse standing = before == null ? null : before.reuse();
        if (offer == null) {
            if (before != null && standing != null) {
                return before;
            }
            throw Refusal.invalid("reuse-unknown", "/reuse", material);
        }
        LocalDate today = cases.today();
        if (!offer.isValidOn(today)) {
            throw Refusal.invalid("reuse-expired", "/reuse", material, offer.validUntil());
        }
        return standing != null && standing.offer().sha256().equals(offer.sha256())
                ? Objects.requireNonNull(before)
                : new Paper(material, offer.file(), new Reuse(offer, actor.person(), today));
    }

    private Map<String, Offer> offers(Draft draft, Map<String, Material> asked, Actor actor) {
        return prefilling.offers(
                new Whose(draft.enterprise(), draft.project(), actor),
                draft.region(),
                asked.values(),
                cases.today());
    }

    private List<FormField> form(Draft draft) {
        return checks.at(draft.region(), cases.today()).form(List.copyOf(draft.items().keySet()));
    }

    private List<Item> itemsOf(Draft draft) {
        return draft.items().keySet().stream()
                .flatMap(code -> catalog.item(draft.region(), code).stream())
                .toList();
    }

    private Map<String, Material> materials(Draft draft) {
        Map<String, Material> materials = new HashMap<>();
        itemsOf(draft)
                .forEach(item -> item.materials().forEach(one -> materials.put(one.id(), one)));
        return materials;
    }

    @Override
    @Transactional
    public void discard(UUID id, Seen seen, Actor actor) {
        remove(opened(id, seen, actor));
    }

    private void remove(Kept kept) {
        drafts.remove(kept.draft().id(), kept.draft().version());
        remarks.remove(kept.answers());
    }

    @Override
    @Transactional
    public ApplicationView submit(UUID id, Seen seen, Actor actor) {
        Kept kept = opened(id, seen, actor);
        Draft draft = kept.draft();
        draft.mustBeReady(cases.today());
        ApplicationView view = submitting.submit(application(draft), actor);
        drafts.add(
                id,
                draft.region(),
                new Provenance(
                        form(draft).size(),
                        List.copyOf(new TreeMap<>(draft.prefilled()).values()),
                        draft.papers().values().stream()
                                .map(Paper::reuse)
                                .filter(Objects::nonNull)
                                .toList(),
                        List.copyOf(draft.items().keySet())));
        remove(kept);
        return view;
    }

    private static SubmitApplication application(Draft draft) {
        List<AskedItem> items = new ArrayList<>();
        draft.items().forEach((code, mode) -> items.add(new AskedItem(code, mode)));
        return new SubmitApplication(
                draft.id(),
                draft.region(),
                draft.enterprise(),
                draft.project(),
                items,
                draft.papers().values().stream()
                        .map(paper -> new GivenMaterial(paper.material(), paper.file()))
                        .toList(),
                null,
                null,
                List.of(),
                null,
                draft.answers().byField());
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<ProvenanceSheet> provenance(UUID application, Actor actor) {
        cases.visible(application, actor);
        return drafts.provenance(application)
                .map(
                        it ->
                                new ProvenanceSheet(
                                        it.fields(),
                                        it.percent(),
                                        it.prefilled().stream().map(DraftDesk::line).toList(),
                                        it.reused().stream().map(DraftDesk::line).toList(),
                                        it.purpose()));
    }

    private static SourceLine line(Prefilled one) {
        return new SourceLine(
                one.field(),
                one.source().name(),
                one.reference(),
                one.confidence().name(),
                one.confirmedBy(),
                one.confirmedOn());
    }

    private static ReuseLine line(Reuse reuse) {
        return new ReuseLine(line(reuse.offer()), reuse.consentedBy(), reuse.consentedOn());
    }

    private static OfferLine line(Offer offer) {
        return new OfferLine(
                offer.material(),
                offer.application(),
                offer.number(),
                offer.sha256(),
                offer.handedInOn(),
                offer.validUntil());
    }

    private static @Nullable SourceLine source(@Nullable Prefilled one) {
        return one == null ? null : line(one);
    }

    @Override
    public int removeExpired() {
        int removed = 0;
        for (int found = BATCH; found == BATCH; removed += found) {
            found = Objects.requireNonNull(transaction.execute(status -> removeSome()));
        }
        return removed;
    }

    private int removeSome() {
        List<UUID> expired = drafts.expired(cases.today(), BATCH);
        expired.forEach(id -> drafts.byId(id).ifPresent(this::remove));
        return expired.size();
    }

    private DraftSheet sheet(Kept kept, Actor actor) {
        Draft draft = kept.draft();
        List<FieldLine> fields =
                form(draft).stream()
                        .map(
                                field ->
                                        new FieldLine(
                                                field.code(),
                                                field.nameZh(),
                                                field.nameEn(),
                                                field.type().name(),
                                                draft.answers().of(field.code()),
                                                source(draft.prefilled().get(field.code()))))
                        .toList();
        return new DraftSheet(
                draft.id(),
                draft.version(),
                draft.region().code(),
                draft.enterprise(),
                enterprises.names(List.of(draft.enterprise())).getOrDefault(draft.enterprise(), ""),
                draft.project(),
                application(draft).items(),
                fields,
                papers(draft, actor),
                new Provenance(
                                fields.size(),
                                List.copyOf(draft.prefilled().values()),
                                List.of(),
                                List.of())
                        .percent(),
                draft.savedAt(),
                draft.expiresOn(),
                draft.items().isEmpty()
                        ? new CheckSheet(null, clock.instant(), null, 0, List.of(), List.of())
                        : checking.check(application(usable(draft, actor)), actor));
    }

    /** Without the files that only somebody else may hand in, such as a steward's own. */
    private Draft usable(Draft draft, Actor actor) {
        Map<UUID, StoredFile> known =
                files.byIds(draft.papers().values().stream().map(Paper::file).distinct().toList());
        return draft.with(
                draft.papers().values().stream()
                        .filter(
                                paper -> {
                                    StoredFile file = known.get(paper.file());
                                    return file != null
                                            && file.mayBeUsedBy(actor, draft.enterprise());
                                })
                        .toList());
    }

    private List<PaperLine> papers(Draft draft, Actor actor) {
        Map<String, Offer> offers = offers(draft, materials(draft), actor);
        Map<UUID, StoredFile> known =
                files.byIds(draft.papers().values().stream().map(Paper::file).distinct().toList());
        return preparing.papers(itemsOf(draft)).stream()
                .map(paper -> line(paper, draft, offers, known))
                .toList();
    }

    private PaperLine line(
            Preparing.Paper paper,
            Draft draft,
            Map<String, Offer> offers,
            Map<UUID, StoredFile> known) {
        String first = paper.ids().getFirst();
        Paper here = draft.papers().get(first);
        Offer offer = offers.get(first);
        StoredFile file = here == null ? null : known.get(here.file());
        return new PaperLine(
                paper.ids(),
                paper.material().nameZh(),
                paper.material().nameEn(),
                paper.required(),
                here == null ? null : here.file(),
                file == null ? null : file.name(),
                offer == null ? null : line(offer),
                here != null && here.reuse() != null,
                here == null && !paper.material().reusable());
    }
}
