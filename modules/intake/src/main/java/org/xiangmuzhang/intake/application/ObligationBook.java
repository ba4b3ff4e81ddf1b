package org.xiangmuzhang.intake.application;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.xiangmuzhang.catalog.api.Catalog;
import org.xiangmuzhang.catalog.api.Item;
import org.xiangmuzhang.catalog.api.Material;
import org.xiangmuzhang.catalog.api.SpecialProcedure;
import org.xiangmuzhang.intake.api.Mode;
import org.xiangmuzhang.intake.api.Outcome;
import org.xiangmuzhang.intake.domain.dossier.Dossier;
import org.xiangmuzhang.intake.domain.obligation.About;
import org.xiangmuzhang.intake.domain.obligation.Obligation;
import org.xiangmuzhang.intake.domain.obligation.ObligationHead;
import org.xiangmuzhang.intake.domain.obligation.ObligationKind;
import org.xiangmuzhang.intake.domain.obligation.ObligationState;
import org.xiangmuzhang.intake.domain.obligation.Owing;
import org.xiangmuzhang.intake.domain.task.ItemTerms;
import org.xiangmuzhang.intake.domain.task.Task;
import org.xiangmuzhang.intake.events.ObligationFulfilled;
import org.xiangmuzhang.intake.events.ObligationIncurred;
import org.xiangmuzhang.intake.port.in.SubmitApplication;
import org.xiangmuzhang.intake.port.out.Obligations;
import org.xiangmuzhang.kernel.Ids;
import org.xiangmuzhang.kernel.Refusal;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Writes down what an application promises, owes and leaves behind, as it goes on. */
@Component
class ObligationBook {

    private final Obligations obligations;
    private final CaseFiles files;
    private final LocalRules rules;
    private final Catalog catalog;
    private final Clock clock;

    ObligationBook(
            Obligations obligations,
            CaseFiles files,
            LocalRules rules,
            Catalog catalog,
            Clock clock) {
        this.obligations = obligations;
        this.files = files;
        this.rules = rules;
        this.catalog = catalog;
        this.clock = clock;
    }

    /**
     * What is promised with an application: the conditions of items on notice and commitment, what
     * a waived review would have seen to, and what certificates would have shown.
     */
    void promised(Dossier dossier, SubmitApplication asked, UUID person) {
        List<Obligation> given = new ArrayList<>();
        String version =
                rules.promiseText(dossier.application().head().region(), files.today()).version();
        for (Task task : dossier.tasks()) {
            if (task.mode() == Mode.COMMITMENT) {
                given.add(given(task, ObligationKind.CONDITIONS, null, version, person));
            }
            if (task.head().reviewWaived() && isReviewed(task.head().terms())) {
                given.add(given(task, ObligationKind.REVIEW, null, version, person));
            }
        }
        for (String material : new HashSet<>(asked.promised())) {
            Task task = mayPromise(dossier, material);
            given.add(given(task, ObligationKind.CERTIFICATE, material, version, person));
        }
        if (!given.isEmpty()
                && asked.promiseText() != null
                && !asked.promiseText().equals(version)) {
            throw Refusal.invalid("promise-text-changed", "/promiseText", version);
        }
        obligations.add(given);
    }

    private static boolean isReviewed(ItemTerms terms) {
        return terms.procedures().contains(SpecialProcedure.EXPERT)
                || terms.procedures().contains(SpecialProcedure.EVAL);
    }

    private Task mayPromise(Dossier dossier, String material) {
        Task task = dossier.askingFor(material);
        boolean allowed =
                asked(task).stream()
                        .filter(one -> one.id().equals(material))
                        .anyMatch(one -> Boolean.TRUE.equals(one.committable()));
        if (!allowed || dossier.application().materials().containsKey(material)) {
            throw Refusal.invalid("promise-not-allowed", "/promised", material);
        }
        return task;
    }

    /** 容缺受理: accepted without these materials. */
    void acceptedWithout(Dossier dossier, List<String> owed, UUID clerk) {
        if (owed.isEmpty()) {
            throw Refusal.invalid("nothing-is-owed", "/owed");
        }
        Set<String> here = here(dossier, obligations.ofApplication(dossier.application().id()));
        for (Task task : dossier.tasks()) {
            List<String> some = owed.stream().distinct().filter(task::asksFor).toList();
            if (!some.isEmpty()) {
                Owing.examine(task, asked(task), some, here, "/owed");
                owe(task, some, clerk);
            }
        }
        owed.forEach(dossier::askingFor);
    }

    /**
     * What a decision leaves behind.
     *
     * @param all obligations of the item
     * @param missing materials that it does without from now on
     */
    record LeftBehind(Task task, Outcome outcome, List<Obligation> all, List<String> missing) {}

    /**
     * Refuses a decision that does not fit what is here and what is owed: {@code
     * materials-still-owed}, {@code required-material-missing}, {@code nothing-is-owed} and the
     * rules of owing.
     */
    LeftBehind examined(Dossier dossier, Task task, Outcome outcome) {
        List<Obligation> all = obligations.ofTask(task.id());
        List<Obligation> owed = owed(all);
        String item = task.head().terms().code();
        if (outcome == Outcome.APPROVED && !owed.isEmpty()) {
            throw Refusal.conflict("materials-still-owed", item, names(owed));
        }
        if (outcome == Outcome.REJECTED) {
            return new LeftBehind(task, outcome, all, List.of());
        }
        Set<String> here = here(dossier, all);
        if (outcome == Outcome.APPROVED) {
            Owing.mustBeWhole(task, asked(task), here);
            return new LeftBehind(task, outcome, all, List.of());
        }
        owed.forEach(one -> here.add(String.valueOf(one.head().material())));
        List<String> missing = Owing.mayCome(task, asked(task), here);
        Owing.examine(task, asked(task), missing, here, "/outcome");
        if (owed.isEmpty() && missing.isEmpty()) {
            throw Refusal.conflict("nothing-is-owed", item);
        }
        return new LeftBehind(task, outcome, all, missing);
    }

    /** What a simulated item leaves behind when its pre-approval turns formal. */
    LeftBehind formalised(Dossier dossier, Task task) {
        List<Obligation> all = obligations.ofTask(task.id());
        List<Obligation> owed = owed(all);
        Set<String> here = here(dossier, all);
        owed.forEach(one -> here.add(String.valueOf(one.head().material())));
        List<String> missing = Owing.mayCome(task, asked(task), here);
        return new LeftBehind(
                task,
                owed.isEmpty() && missing.isEmpty() ? Outcome.APPROVED : Outcome.APPROVED_WITH_OWED,
                all,
                missing);
    }

    private static List<Obligation> owed(List<Obligation> all) {
        return all.stream()
                .filter(one -> !one.head().kind().isPromise())
                .filter(Obligation::stands)
                .toList();
    }

    /**
     * A department has decided: promises come into force with an approval and lapse with a
     * rejection; what an approval does without is owed from today.
     */
    void decided(LeftBehind left, UUID approver) {
        LocalDate today = files.today();
        if (left.outcome() == Outcome.REJECTED) {
            left.all().stream()
                    .filter(one -> one.stands() || one.state() == ObligationState.GIVEN)
                    .forEach(one -> lapse(one, today));
            return;
        }
        owe(left.task(), left.missing(), approver);
        left.all().stream()
                .filter(one -> one.state() == ObligationState.GIVEN)
                .forEach(one -> begin(one, today));
    }

    private void begin(Obligation promise, LocalDate today) {
        ObligationIncurred begun =
                promise.begin(
                        rules.checkTerm(
                                promise.head().about().region(),
                                promise.head().about().item(),
                                today,
                                files.calendar()),
                        today);
        obligations.save(promise);
        files.tell(begun);
    }

    private static String names(Collection<Obligation> owed) {
        return owed.stream()
                .map(one -> String.valueOf(one.head().material()))
                .sorted()
                .collect(Collectors.joining(", "));
    }

    private void lapse(Obligation one, LocalDate today) {
        one.lapse(today);
        obligations.save(one);
    }

    /** Materials have come while the item is undecided. */
    void arrived(UUID application, Collection<String> materials) {
        obligations.ofApplication(application).stream()
                .filter(one -> one.head().kind() == ObligationKind.MATERIAL)
                .filter(Obligation::stands)
                .filter(one -> materials.contains(one.head().material()))
                .forEach(
                        one -> {
                            ObligationFulfilled come = one.fulfil(files.today(), null);
                            obligations.save(one);
                            files.tell(come);
                        });
    }

    /** Other items stand in its place: what they do not ask for is neither owed nor promised. */
    void mended(Dossier right) {
        obligations.ofApplication(right.application().id()).stream()
                .filter(one -> one.stands() || one.state() == ObligationState.GIVEN)
                .filter(
                        one -> {
                            String material = one.head().material();
                            return material != null
                                    && !right.task(one.head().about().task()).asksFor(material);
                        })
                .forEach(one -> lapse(one, files.today()));
    }

    /** Whether the application rests on a promise or goes without a material. */
    boolean binds(UUID application) {
        return obligations.ofApplication(application).stream()
                .anyMatch(one -> one.stands() || one.state() == ObligationState.GIVEN);
    }

    /** The application has ended without a decision on everything. */
    void ended(UUID application) {
        obligations.ofApplication(application).stream()
                .filter(one -> one.stands() || one.state() == ObligationState.GIVEN)
                .forEach(one -> lapse(one, files.today()));
    }

    /** What an item may still owe, or owes already. */
    boolean mayOwe(Dossier dossier, Task task) {
        if (!task.head().terms().owedAllowed()) {
            return false;
        }
        List<Obligation> all = obligations.ofTask(task.id());
        return all.stream().anyMatch(one -> !one.head().kind().isPromise() && one.stands())
                || !Owing.mayCome(task, asked(task), here(dossier, all)).isEmpty();
    }

    private void owe(Task task, List<String> materials, UUID person) {
        LocalDate today = files.today();
        for (String material : materials) {
            Obligation owed = given(task, ObligationKind.MATERIAL, material, null, person);
            files.tell(
                    owed.begin(
                            rules.owedTerm(
                                    task.head().region(),
                                    task.head().terms().code(),
                                    today,
                                    files.calendar()),
                            today));
            obligations.add(List.of(owed));
        }
    }

    private Obligation given(
            Task task,
            ObligationKind kind,
            @Nullable String material,
            @Nullable String text,
            UUID person) {
        return Obligation.given(
                new ObligationHead(
                        Ids.next(clock),
                        About.of(task.head()),
                        kind,
                        material,
                        text,
                        person,
                        files.today()));
    }

    /** What has come, on paper too, or is promised instead. */
    private static Set<String> here(Dossier dossier, List<Obligation> all) {
        Set<String> here = new HashSet<>(dossier.application().materials().keySet());
        all.stream()
                .filter(
                        one ->
                                one.head().kind() == ObligationKind.CERTIFICATE
                                        || one.state() == ObligationState.FULFILLED)
                .flatMap(one -> Stream.ofNullable(one.head().material()))
                .forEach(here::add);
        return here;
    }

    /** As the version that was applied for has it; nothing where a clause excludes it. */
    private List<Material> asked(Task task) {
        ItemTerms terms = task.head().terms();
        return catalog.itemInVersion(task.head().region(), terms.code(), terms.version())
                .map(Item::materials)
                .orElse(List.of());
    }
}
