package org.xiangmuzhang.parties.departments;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.xiangmuzhang.kernel.Actor;
import org.xiangmuzhang.kernel.Refusal;
import org.xiangmuzhang.kernel.Region;
import org.xiangmuzhang.rest.Cursor;
import org.xiangmuzhang.rest.Page;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/** Departments of places; without a place, those of the caller's post. */
@RestController
@RequestMapping("/api/parties/departments")
class DepartmentsController {

    private final KeepingDepartments keeping;

    DepartmentsController(KeepingDepartments keeping) {
        this.keeping = keeping;
    }

    /**
     * A department from a day until a day.
     *
     * @param kinds codes of the catalog's departments that it fulfils
     * @param mergedInto which other one took over after the last day
     */
    record DepartmentOnRecord(
            UUID id,
            Region region,
            List<String> kinds,
            String name,
            @Nullable String nameEn,
            @Nullable String contact,
            @Nullable String seat,
            LocalDate from,
            @Nullable LocalDate to,
            @Nullable UUID mergedInto) {

        static DepartmentOnRecord of(Department it) {
            Department.Wording wording = it.wording();
            return new DepartmentOnRecord(
                    it.id(),
                    it.region(),
                    wording.kinds(),
                    wording.name(),
                    wording.nameEn(),
                    wording.contact(),
                    wording.seat(),
                    it.from(),
                    it.to(),
                    it.mergedInto());
        }
    }

    /**
     * What is to become of a department.
     *
     * @param department null for one that is to be opened
     * @param region of one that is to be opened; without it the place of the caller's post
     * @param day the first day on which it is so; the last one of a department that is closed
     * @param into which other one takes over
     */
    record DepartmentProposal(
            DepartmentChange.Kind kind,
            @Nullable UUID department,
            @Nullable Region region,
            LocalDate day,
            @Nullable List<String> kinds,
            @Nullable String name,
            @Nullable String nameEn,
            @Nullable String contact,
            @Nullable String seat,
            @Nullable UUID into,
            String reason) {

        private static final int MOST = 100;

        KeepingDepartments.Wish wish(Actor actor) {
            if (kinds != null && kinds.size() > MOST) {
                throw Refusal.invalid("department-kinds", "/kinds");
            }
            return new KeepingDepartments.Wish(
                    kind,
                    department,
                    region == null ? actor.region() : region,
                    day,
                    name == null
                            ? null
                            : new Department.Wording(
                                    Objects.requireNonNullElse(kinds, List.of()),
                                    name,
                                    nameEn,
                                    contact,
                                    seat),
                    into);
        }
    }

    /**
     * A change that was proposed.
     *
     * @param posts how many posts that count after its day it touches
     * @param items how many open items it touches
     */
    record ProposedDepartment(
            UUID id,
            Region region,
            UUID department,
            DepartmentChange.Kind kind,
            LocalDate day,
            @Nullable List<String> kinds,
            @Nullable String name,
            @Nullable UUID into,
            DepartmentChange.State state,
            UUID proposedBy,
            @Nullable UUID decidedBy,
            long posts,
            long items) {}

    /** What the second person says, or the first one who takes it back. */
    record DepartmentDecision(DepartmentChange.State outcome, String reason) {}

    /**
     * Departments of a place.
     *
     * @param list CSV with the columns kinds, name, name_en, contact, seat; one department a row
     * @param day the first day on which it is so
     */
    record DepartmentsOfPlace(String list, LocalDate day, String reason) {}

    /** The latest version of each, those that are over last. */
    @GetMapping
    List<DepartmentOnRecord> departmentsOfPlace(
            @RequestParam(required = false) @Nullable Region region, Actor actor) {
        return keeping.of(actor, region == null ? actor.region() : region).stream()
                .map(DepartmentOnRecord::of)
                .toList();
    }

    /** All versions of one, the oldest first. */
    @GetMapping("/{id}")
    List<DepartmentOnRecord> versions(@PathVariable UUID id, Actor actor) {
        return keeping.versions(actor, id).stream().map(DepartmentOnRecord::of).toList();
    }

    /** What waits for a second person, the oldest first. */
    @GetMapping("/changes")
    Page<ProposedDepartment> waiting(
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable Integer limit,
            Actor actor) {
        Cursor cursor = Cursor.parse(after, 1);
        int most = Page.limit(limit);
        return Page.of(
                        keeping.waiting(actor, cursor == null ? null : cursor.id(0), most),
                        most,
                        change -> Cursor.of(change.id()))
                .map(this::shown);
    }

    @PostMapping("/changes")
    ResponseEntity<ProposedDepartment> propose(@RequestBody DepartmentProposal it, Actor actor) {
        return ResponseEntity.status(HttpStatus.CREATED)
                .body(shown(keeping.propose(actor, it.wish(actor), it.reason())));
    }

    /** A proposal never changes, so that nobody decides on another one than was read. */
    @PostMapping("/changes/{id}/decision")
    ProposedDepartment decide(
            @PathVariable UUID id, @RequestBody DepartmentDecision decision, Actor actor) {
        return shown(keeping.decide(actor, id, decision.outcome(), decision.reason()));
    }

    /** Proposes whatever differs from what the place has. */
    @PostMapping("/imports")
    List<ProposedDepartment> bring(
            @RequestParam(required = false) @Nullable Region region,
            @RequestBody DepartmentsOfPlace it,
            Actor actor) {
        return keeping
                .propose(
                        actor,
                        region == null ? actor.region() : region,
                        it.list(),
                        it.day(),
                        it.reason())
                .stream()
                .map(this::shown)
                .toList();
    }

    private ProposedDepartment shown(DepartmentChange it) {
        KeepingDepartments.Touched touched = keeping.touched(it);
        Department.Wording wording = it.wording();
        return new ProposedDepartment(
                it.id(),
                it.region(),
                it.department(),
                it.kind(),
                it.day(),
                wording == null ? null : wording.kinds(),
                wording == null ? null : wording.name(),
                it.into(),
                it.state(),
                it.proposedBy(),
                it.decidedBy(),
                touched.posts(),
                touched.items());
    }
}
