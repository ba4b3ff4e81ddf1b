package org.xiangmuzhang.parties.departments;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.xiangmuzhang.kernel.Actor;
import org.xiangmuzhang.kernel.Ids;
import org.xiangmuzhang.kernel.Refusal;
import org.xiangmuzhang.kernel.Region;
import org.xiangmuzhang.kernel.Role;
import org.xiangmuzhang.kernel.WorkingDays;
import org.xiangmuzhang.parties.Jurisdictions;
import org.xiangmuzhang.parties.Remarks;
import org.xiangmuzhang.parties.WorkOfDepartments;
import org.xiangmuzhang.parties.departments.DepartmentChange.Kind;
import org.xiangmuzhang.parties.departments.DepartmentChange.State;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Departments of places: the system administrator proposes what becomes of one, the security
 * administrator confirms, the auditor reads.
 */
@Component
@Transactional
class KeepingDepartments {

    private final JdbcDepartments departments;
    private final Remarks remarks;
    private final ObjectProvider<Jurisdictions> jurisdictions;
    private final ObjectProvider<WorkOfDepartments> work;
    private final Clock clock;

    KeepingDepartments(
            JdbcDepartments departments,
            Remarks remarks,
            ObjectProvider<Jurisdictions> jurisdictions,
            ObjectProvider<WorkOfDepartments> work,
            Clock clock) {
        this.departments = departments;
        this.remarks = remarks;
        this.jurisdictions = jurisdictions;
        this.work = work;
        this.clock = clock;
    }

    /**
     * What is to become of a department.
     *
     * @param department null for one that is to be opened
     * @param region of one that is to be opened; otherwise it is not read
     */
    record Wish(
            Kind kind,
            @Nullable UUID department,
            Region region,
            LocalDate day,
            Department.@Nullable Wording wording,
            @Nullable UUID into) {}

    /** How much a change touches: posts that count after its day, and open items. */
    record Touched(long posts, long items) {}

    /** The latest version of each department of a place, those that are over last. */
    @Transactional(readOnly = true)
    List<Department> of(Actor actor, Region place) {
        mustSee(actor);
        mustReach(actor, place);
        Map<UUID, Department> latest = new LinkedHashMap<>();
        departments.of(place).forEach(version -> latest.put(version.id(), version));
        return latest.values().stream()
                .sorted(
                        Comparator.comparing((Department it) -> it.to() != null)
                                .thenComparing(it -> it.wording().kinds().getFirst())
                                .thenComparing(Department::id))
                .toList();
    }

    /** All versions of one, the oldest first; refuses with {@code department-not-found}. */
    @Transactional(readOnly = true)
    List<Department> versions(Actor actor, UUID id) {
        mustSee(actor);
        List<Department> versions = departments.versions(id);
        if (versions.isEmpty() || !reaches(actor, versions.getFirst().region())) {
            throw Refusal.notFound("department-not-found");
        }
        return versions;
    }

    @Transactional(readOnly = true)
    List<DepartmentChange> changesOf(Actor actor, UUID department) {
        mustSee(actor);
        return departments.changesOf(department);
    }

    @Transactional(readOnly = true)
    List<DepartmentChange> waiting(Actor actor, @Nullable UUID after, int limit) {
        mustSee(actor);
        return departments.waiting(after, limit + 1);
    }

    /** What is affected by one's being merged or closed; nothing by another change. */
    @Transactional(readOnly = true)
    Touched touched(DepartmentChange change) {
        if (change.kind() != Kind.MERGED && change.kind() != Kind.CLOSED) {
            return new Touched(0, 0);
        }
        List<Department> versions = departments.versions(change.department());
        return versions.isEmpty()
                ? new Touched(0, 0)
                : touched(versions.getLast(), lastDay(change.kind(), change.day()));
    }

    private Touched touched(Department it, LocalDate lastDay) {
        return new Touched(
                departments.openPosts(it.region(), it.wording().kinds(), lastDay),
                work.stream().mapToLong(one -> one.open(it.region(), it.wording().kinds())).sum());
    }

    /** Who heads a department today. */
    @Transactional(readOnly = true)
    List<UUID> heads(Department it) {
        return departments.heads(it.region(), it.wording().kinds(), WorkingDays.today(clock));
    }

    /** Proposes a change; nothing is otherwise before somebody else has confirmed it. */
    DepartmentChange propose(Actor actor, Wish wish, String reason) {
        actor.mustBe(Role.ADMINISTRATOR);
        UUID known = wish.department();
        Region place =
                known == null || wish.kind() == Kind.OPENED
                        ? wish.region()
                        : versions(actor, known).getLast().region();
        mustReach(actor, place);
        Jurisdictions places = jurisdictions.getIfAvailable();
        if (places != null && places.place(place) == null) {
            throw Refusal.invalid("post-place-unknown", "/region", place.code());
        }
        if (known == null && wish.kind() != Kind.OPENED) {
            throw Refusal.invalid("department-not-found", "/department");
        }
        boolean worded = wish.kind() == Kind.OPENED || wish.kind() == Kind.CHANGED;
        DepartmentChange change =
                new DepartmentChange(
                        Ids.next(clock),
                        place,
                        known == null || wish.kind() == Kind.OPENED ? Ids.next(clock) : known,
                        wish.kind(),
                        wish.day(),
                        worded ? wish.wording() : null,
                        wish.kind() == Kind.MERGED ? wish.into() : null,
                        State.PROPOSED,
                        actor.person(),
                        clock.instant(),
                        remarks.write(place, actor.person(), reason, "/reason"),
                        null,
                        null);
        mustFit(change);
        try {
            departments.propose(change);
        } catch (DuplicateKeyException e) {
            throw Refusal.conflict("department-change-waits");
        }
        return change;
    }

    /**
     * Proposes whatever in a list differs from what the place has; all of it or, when a row is
     * wrong, none. Refuses with {@code department-list-same} when nothing differs.
     */
    List<DepartmentChange> propose(
            Actor actor, Region place, String list, LocalDate day, String reason) {
        actor.mustBe(Role.ADMINISTRATOR);
        mustReach(actor, place);
        List<DepartmentList.Row> rows = DepartmentList.read(list);
        List<Department> open = open(place);
        List<String> faults = new ArrayList<>();
        List<Wish> wishes = new ArrayList<>();
        for (DepartmentList.Row row : rows) {
            List<Department> same =
                    open.stream()
                            .filter(it -> row.wording().kinds().stream().anyMatch(it::fulfils))
                            .toList();
            if (same.size() > 1) {
                faults.add("/list/" + row.line() + "/kinds");
            } else if (same.isEmpty()) {
                wishes.add(new Wish(Kind.OPENED, null, place, day, row.wording(), null));
            } else if (!same.getFirst().wording().equals(row.wording())) {
                wishes.add(
                        new Wish(
                                Kind.CHANGED,
                                same.getFirst().id(),
                                place,
                                day,
                                row.wording(),
                                null));
            }
        }
        if (!faults.isEmpty()) {
            throw DepartmentList.refusal(faults);
        }
        if (wishes.isEmpty()) {
            throw Refusal.conflict("department-list-same");
        }
        return wishes.stream().map(wish -> propose(actor, wish, reason)).toList();
    }

    /** The second person confirms or refuses; who proposed it may only withdraw it. */
    DepartmentChange decide(Actor actor, UUID id, State outcome, String reason) {
        actor.mustBe(Role.ADMINISTRATOR, Role.SECURITY_ADMINISTRATOR);
        DepartmentChange change =
                departments
                        .change(id)
                        .filter(it -> reaches(actor, it.region()))
                        .orElseThrow(() -> Refusal.notFound("department-change-unknown"));
        if (outcome == State.PROPOSED) {
            throw Refusal.invalid("proposal-outcome", "/outcome");
        }
        boolean own = change.proposedBy().equals(actor.person());
        if (own != (outcome == State.WITHDRAWN)) {
            throw Refusal.forbidden(own ? "department-second-person" : "proposal-not-yours");
        }
        if (!own) {
            actor.mustBe(Role.SECURITY_ADMINISTRATOR);
        }
        departments.lock(change.region());
        if (outcome == State.CONFIRMED && change.state() == State.PROPOSED) {
            mustFit(change);
        }
        UUID answer = remarks.write(change.region(), actor.person(), reason, "/reason");
        if (!departments.decide(id, outcome, actor.person(), clock.instant(), answer)) {
            throw Refusal.conflict("proposal-decided-already");
        }
        if (outcome == State.CONFIRMED) {
            carryOut(change);
        }
        return departments.change(id).orElseThrow();
    }

    /** Opens what the operator lists and the place does not have; whether it did. */
    boolean openAsListed(Region place, LocalDate from, Department.Wording wording) {
        departments.lock(place);
        boolean known =
                departments.of(place).stream()
                        .anyMatch(it -> wording.kinds().stream().anyMatch(it::fulfils));
        if (!known) {
            departments.put(new Department(Ids.next(clock), place, from, null, wording, null));
        }
        return !known;
    }

    void mustFit(DepartmentChange change) {
        if (change.day().isBefore(WorkingDays.today(clock))) {
            throw Refusal.invalid("department-day-past", "/day");
        }
        switch (change.kind()) {
            case OPENED -> mustBeWorded(change);
            case CHANGED -> {
                mustBeWorded(change);
                mustGoOn(change.department(), change.region(), change.day(), "/department");
            }
            case MERGED -> mustBeMergeable(change);
            case CLOSED -> mustBeClosable(change);
        }
    }

    private void mustBeWorded(DepartmentChange change) {
        Department.Wording wording = change.wording();
        if (wording == null) {
            throw Refusal.invalid("department-line", "/name", DepartmentList.LONGEST);
        }
        if (wording.kinds().isEmpty()) {
            throw Refusal.invalid("department-kinds", "/kinds");
        }
        Jurisdictions known = jurisdictions.getIfAvailable();
        for (String kind : wording.kinds()) {
            if (known != null && known.department(kind) == null) {
                throw Refusal.invalid("post-department-unknown", "/kinds", kind);
            }
        }
        DepartmentList.mustBeLines(wording);
        for (Department other : departments.of(change.region())) {
            LocalDate last = other.to();
            if (!other.id().equals(change.department())
                    && (last == null || !last.isBefore(change.day()))) {
                wording.kinds().stream()
                        .filter(other::fulfils)
                        .findFirst()
                        .ifPresent(
                                kind -> {
                                    throw Refusal.conflict(
                                            "department-kind-taken", kind, other.wording().name());
                                });
            }
        }
    }

    private void mustBeMergeable(DepartmentChange change) {
        UUID into = change.into();
        if (into == null || into.equals(change.department())) {
            throw Refusal.invalid("department-into-unknown", "/into");
        }
        mustGoOn(change.department(), change.region(), change.day().minusDays(1), "/department");
        mustGoOn(into, change.region(), change.day(), "/into");
    }

    private void mustBeClosable(DepartmentChange change) {
        Department last =
                mustGoOn(change.department(), change.region(), change.day(), "/department");
        Touched touched = touched(last, change.day());
        if (touched.posts() > 0) {
            throw Refusal.conflict("department-has-posts", touched.posts());
        }
        if (touched.items() > 0) {
            throw Refusal.conflict("department-has-items", touched.items());
        }
    }

    /** The latest version, which has no end and began by that day. */
    private Department mustGoOn(UUID id, Region place, LocalDate day, String pointer) {
        List<Department> versions =
                departments.versions(id).stream().filter(it -> it.region().equals(place)).toList();
        if (versions.isEmpty()) {
            throw Refusal.invalid(
                    pointer.equals("/into") ? "department-into-unknown" : "department-not-found",
                    pointer);
        }
        Department last = versions.getLast();
        if (last.to() != null) {
            throw Refusal.conflict("department-over", last.wording().name());
        }
        if (day.isBefore(last.from())) {
            throw Refusal.invalid("department-day-early", "/day", last.from());
        }
        return last;
    }

    private void carryOut(DepartmentChange change) {
        LocalDate day = change.day();
        Department.Wording wording = change.wording();
        if (wording != null) {
            change(change.department(), change.region(), day, wording);
            return;
        }
        Department last = departments.versions(change.department()).getLast();
        UUID into = change.into();
        departments.put(
                new Department(
                        last.id(),
                        last.region(),
                        last.from(),
                        lastDay(change.kind(), day),
                        last.wording(),
                        into));
        if (into != null) {
            Department successor = departments.versions(into).getLast();
            change(into, successor.region(), day, successor.wording().with(last.wording().kinds()));
        }
    }

    /** A new version from the day, and the end of the one before. */
    private void change(UUID id, Region region, LocalDate day, Department.Wording wording) {
        List<Department> versions = departments.versions(id);
        if (!versions.isEmpty() && versions.getLast().from().isBefore(day)) {
            Department last = versions.getLast();
            departments.put(
                    new Department(
                            id, region, last.from(), day.minusDays(1), last.wording(), null));
        }
        departments.put(new Department(id, region, day, null, wording, null));
    }

    /** One that is merged counts until the day before, one that is closed on the day itself. */
    private static LocalDate lastDay(Kind kind, LocalDate day) {
        return kind == Kind.MERGED ? day.minusDays(1) : day;
    }

    private List<Department> open(Region place) {
        return departments.of(place).stream().filter(it -> it.to() == null).toList();
    }

    private static void mustSee(Actor actor) {
        actor.mustBe(Role.ADMINISTRATOR, Role.SECURITY_ADMINISTRATOR, Role.AUDITOR);
    }

    private void mustReach(Actor actor, Region place) {
        if (!reaches(actor, place)) {
            throw Refusal.forbidden("post-of-another-place", place.code());
        }
    }

    private boolean reaches(Actor actor, Region place) {
        Jurisdictions known = jurisdictions.getIfAvailable();
        Set<Region> reached = known == null ? Set.of(actor.region()) : known.of(actor);
        return reached.isEmpty() || reached.contains(place);
    }

    /** What the catalog calls departments of these kinds. */
    String kinds(Collection<String> codes) {
        Jurisdictions known = jurisdictions.getIfAvailable();
        return codes.stream()
                .map(
                        code -> {
                            String name = known == null ? null : known.department(code);
                            return name == null ? code : code + " " + name;
                        })
                .collect(Collectors.joining("、"));
    }
}
