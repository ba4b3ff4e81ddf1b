package org.xiangmuzhang.intake.application;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.xiangmuzhang.catalog.api.Catalog;
import org.xiangmuzhang.catalog.api.Item;
import org.xiangmuzhang.catalog.api.Material;
import org.xiangmuzhang.catalog.api.SpecialProcedure;
import org.xiangmuzhang.files.Files;
import org.xiangmuzhang.files.StoredFile;
import org.xiangmuzhang.intake.domain.dossier.Acceptance;
import org.xiangmuzhang.intake.domain.dossier.ApplicationHead;
import org.xiangmuzhang.intake.domain.dossier.ApplicationSnapshot;
import org.xiangmuzhang.intake.domain.dossier.Correction;
import org.xiangmuzhang.intake.domain.dossier.Dossier;
import org.xiangmuzhang.intake.domain.dossier.SuppliedMaterial;
import org.xiangmuzhang.intake.domain.task.Decision;
import org.xiangmuzhang.intake.domain.task.ItemTerms;
import org.xiangmuzhang.intake.domain.task.PreApproval;
import org.xiangmuzhang.intake.domain.task.Task;
import org.xiangmuzhang.intake.domain.task.TaskSnapshot;
import org.xiangmuzhang.intake.port.in.ApplicationLine;
import org.xiangmuzhang.intake.port.in.ApplicationSheet;
import org.xiangmuzhang.intake.port.in.ClockFace;
import org.xiangmuzhang.intake.port.in.MaterialLine;
import org.xiangmuzhang.intake.port.in.ProcedureLine;
import org.xiangmuzhang.intake.port.in.TaskLine;
import org.xiangmuzhang.intake.port.in.TaskSheet;
import org.xiangmuzhang.intake.port.out.Dossiers;
import org.xiangmuzhang.intake.port.out.FindDossiers.OnDesk;
import org.xiangmuzhang.intake.spi.ProjectPlans;
import org.xiangmuzhang.kernel.Region;
import org.xiangmuzhang.kernel.WorkingDays;
import org.xiangmuzhang.parties.Enterprises;
import org.xiangmuzhang.parties.Halls;
import org.xiangmuzhang.parties.Remarks;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Draws up what a page shows, with the names that belong to codes and ids. */
@Component
class Sheets {

    private final Dossiers dossiers;
    private final Catalog catalog;
    private final Enterprises enterprises;
    private final Halls halls;
    private final Remarks remarks;
    private final Files files;
    private final ObligationBook book;
    private final ObjectProvider<ProjectPlans> plans;

    Sheets(
            Dossiers dossiers,
            Catalog catalog,
            Enterprises enterprises,
            Halls halls,
            Remarks remarks,
            Files files,
            ObligationBook book,
            ObjectProvider<ProjectPlans> plans) {
        this.dossiers = dossiers;
        this.plans = plans;
        this.catalog = catalog;
        this.enterprises = enterprises;
        this.halls = halls;
        this.remarks = remarks;
        this.files = files;
        this.book = book;
    }

    ApplicationSheet application(Dossier dossier, Predicate<Task> visible, LocalDate today) {
        ApplicationSnapshot kept = dossier.application().snapshot();
        ApplicationHead head = kept.head();
        WorkingDays calendar = catalog.calendar();
        List<Task> tasks = dossier.tasks().stream().filter(visible).toList();
        Map<UUID, StoredFile> papers = papers(dossier);
        Map<String, String> names = new LinkedHashMap<>();
        Map<String, String> namesEn = new LinkedHashMap<>();
        Map<UUID, ApplicationSheet.Standing> standing = new LinkedHashMap<>();
        for (Task task : tasks) {
            ItemTerms terms = task.head().terms();
            Named named = named(task);
            names.put(terms.code(), named.zh());
            namesEn.put(terms.code(), named.en());
            standing.put(
                    task.id(),
                    new ApplicationSheet.Standing(
                            terms.statutory(),
                            terms.promised(),
                            Views.face(task, today, calendar),
                            procedures(task),
                            document(task)));
        }
        Acceptance acceptance = kept.acceptance();
        Correction correction = kept.correction();
        return new ApplicationSheet(
                Views.application(dossier, visible, calendar),
                enterprise(head.enterprise()),
                names,
                namesEn,
                standing,
                tasks.stream().flatMap(task -> materials(dossier, task, papers)).toList(),
                head.waiver() != null,
                dossier.application().noticeDue(calendar),
                acceptance == null ? null : acceptance.acceptedOn(),
                acceptance != null && acceptance.by() == null,
                acceptedAt(head.region(), acceptance),
                correction == null ? null : correction.on(),
                correction == null ? List.of() : correction.materials(),
                correction == null ? List.of() : points(correction),
                correction == null ? null : text(correction.remark()),
                correction == null ? List.of() : earlierNotices(head.id()),
                text(kept.remark()),
                kept.closedOn());
    }

    private List<ApplicationSheet.Notice> earlierNotices(UUID application) {
        return dossiers.earlierNotices(application).stream()
                .map(
                        notice ->
                                new ApplicationSheet.Notice(
                                        notice.on(),
                                        text(notice.remark()),
                                        points(notice),
                                        notice.suppliedOn()))
                .toList();
    }

    private List<ApplicationSheet.Point> points(Correction notice) {
        return notice.points().stream()
                .map(
                        point ->
                                new ApplicationSheet.Point(
                                        point.material(), text(point.text()), text(point.answer())))
                .toList();
    }

    private @Nullable String acceptedAt(Region place, @Nullable Acceptance acceptance) {
        String hall = acceptance == null ? null : acceptance.hall();
        return acceptance == null || hall == null
                ? null
                : halls.words(place, hall, acceptance.window());
    }

    List<ApplicationLine> applications(List<Dossier> dossiers, Predicate<Task> visible) {
        Map<UUID, String> names = enterprises(dossiers);
        return dossiers.stream().map(dossier -> line(dossier, visible, names)).toList();
    }

    private ApplicationLine line(
            Dossier dossier, Predicate<Task> visible, Map<UUID, String> names) {
        List<Named> items = dossier.tasks().stream().filter(visible).map(this::named).toList();
        return new ApplicationLine(
                Views.application(dossier, visible, catalog.calendar()),
                names.getOrDefault(dossier.application().head().enterprise(), ""),
                items.stream().map(Named::zh).toList(),
                items.stream().map(Named::en).toList());
    }

    List<TaskLine> desk(List<OnDesk> desk, LocalDate today) {
        Map<UUID, String> names = enterprises(desk.stream().map(OnDesk::dossier).toList());
        return desk.stream().map(line -> line(line, names, today)).toList();
    }

    private TaskLine line(OnDesk line, Map<UUID, String> names, LocalDate today) {
        Task task = line.dossier().task(line.task());
        ApplicationHead head = line.dossier().application().head();
        ClockFace face = Views.face(task, today, catalog.calendar());
        Named named = named(task);
        return new TaskLine(
                Views.task(task, catalog.calendar()),
                task.snapshot().version(),
                named.zh(),
                named.en(),
                head.number(),
                head.enterprise(),
                names.getOrDefault(head.enterprise(), ""),
                head.project(),
                face == null ? null : face.promisedLeft(),
                face == null ? null : face.statutoryLeft());
    }

    private Map<UUID, String> enterprises(List<Dossier> dossiers) {
        return enterprises.names(
                dossiers.stream()
                        .map(dossier -> dossier.application().head().enterprise())
                        .distinct()
                        .toList());
    }

    TaskSheet task(Dossier dossier, Task task, LocalDate today) {
        TaskSnapshot kept = task.snapshot();
        ApplicationHead head = dossier.application().head();
        PreApproval opinion = kept.preApproval();
        Decision decision = kept.decision();
        Named named = named(task);
        return new TaskSheet(
                Views.task(task, catalog.calendar()),
                kept.version(),
                named.zh(),
                named.en(),
                catalog.departmentName(
                        head.region(), task.head().terms().department(), Locale.CHINESE),
                head.number(),
                head.enterprise(),
                enterprise(head.enterprise()),
                head.project(),
                head.waiver() != null,
                materials(dossier, task, papers(dossier)).toList(),
                procedures(task),
                task.head().terms().procedures().stream()
                        .filter(kind -> !(task.isWithoutReview() && isReview(kind)))
                        .map(Enum::name)
                        .sorted()
                        .toList(),
                Views.face(task, today, catalog.calendar()),
                opinion == null ? null : opinion.documentNumber(),
                opinion == null ? null : opinion.on(),
                opinion == null ? Map.of() : opinion.planningConditions(),
                elsewhere(task),
                document(task),
                task.state().isOnDesk() && book.mayOwe(dossier, task),
                decision == null ? null : text(decision.remark()));
    }

    private List<String> elsewhere(Task task) {
        UUID project = task.head().project();
        ProjectPlans known = plans.getIfAvailable();
        return known == null || project == null
                ? List.of()
                : known.elsewhereBefore(project, task.head().terms().code());
    }

    private static List<ProcedureLine> procedures(Task task) {
        return task.snapshot().procedures().stream()
                .map(
                        p ->
                                new ProcedureLine(
                                        p.kind().name(), p.from(), p.expectedUntil(), p.until()))
                .toList();
    }

    /** The file of the result, or of the opinion of a simulated review, or null. */
    private static @Nullable UUID document(Task task) {
        Decision decision = task.decision();
        PreApproval opinion = task.snapshot().preApproval();
        if (decision != null) {
            return decision.file();
        }
        return opinion == null ? null : opinion.file();
    }

    private static boolean isReview(SpecialProcedure kind) {
        return kind == SpecialProcedure.EXPERT || kind == SpecialProcedure.EVAL;
    }

    private Map<UUID, StoredFile> papers(Dossier dossier) {
        return files.byIds(
                dossier.application().materials().values().stream()
                        .map(SuppliedMaterial::file)
                        .distinct()
                        .toList());
    }

    private Stream<MaterialLine> materials(
            Dossier dossier, Task task, Map<UUID, StoredFile> papers) {
        Map<String, Material> known = new LinkedHashMap<>();
        item(task)
                .map(Item::materials)
                .orElse(List.of())
                .forEach(material -> known.put(material.id(), material));
        Map<String, SuppliedMaterial> supplied = dossier.application().materials();
        return task.head().terms().materials().stream()
                .map(id -> line(id, task, known.get(id), supplied.get(id), papers));
    }

    private MaterialLine line(
            String id,
            Task task,
            @Nullable Material material,
            @Nullable SuppliedMaterial supplied,
            Map<UUID, StoredFile> papers) {
        StoredFile paper = supplied == null ? null : papers.get(supplied.file());
        return new MaterialLine(
                id,
                task.head().terms().code(),
                material == null ? id : material.nameZh(),
                material == null ? id : material.nameEn(),
                material != null && material.required(),
                material != null
                        && material.required()
                        && material.deferrable()
                        && task.head().terms().owedAllowed(),
                supplied == null ? null : supplied.file(),
                paper == null ? null : paper.name(),
                supplied == null ? null : supplied.sha256());
    }

    /** What an item was called when it was accepted. */
    private record Named(String zh, String en) {}

    private Named named(Task task) {
        String code = task.head().terms().code();
        return item(task)
                .map(item -> new Named(item.nameZh(), item.nameEn()))
                .orElseGet(() -> new Named(code, code));
    }

    /** As it was when it was accepted, whatever the catalog says by now. */
    private Optional<Item> item(Task task) {
        ItemTerms terms = task.head().terms();
        return catalog.itemInVersion(task.head().region(), terms.code(), terms.version());
    }

    private String enterprise(UUID id) {
        return enterprises.names(List.of(id)).getOrDefault(id, "");
    }

    private @Nullable String text(@Nullable UUID remark) {
        return remark == null ? null : remarks.text(remark).orElse(null);
    }
}
