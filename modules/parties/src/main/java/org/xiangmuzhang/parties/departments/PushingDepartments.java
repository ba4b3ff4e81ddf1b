package org.xiangmuzhang.parties.departments;

import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.xiangmuzhang.kernel.Actor;
import org.xiangmuzhang.kernel.Ids;
import org.xiangmuzhang.kernel.Refusal;
import org.xiangmuzhang.kernel.Region;
import org.xiangmuzhang.kernel.WorkingDays;
import org.xiangmuzhang.parties.PushedDepartments;
import org.xiangmuzhang.parties.Remarks;
import org.xiangmuzhang.parties.departments.DepartmentChange.Kind;
import org.xiangmuzhang.parties.departments.DepartmentChange.State;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The identity provider proposes as the platform; what it pushed last is what waits. */
@Component
@Transactional
class PushingDepartments implements PushedDepartments {

    private static final String REASON = "由统一身份认证推送";
    private static final UUID PLATFORM = Actor.system(Region.TEMPLATE).person();

    private final JdbcDepartments departments;
    private final KeepingDepartments keeping;
    private final Remarks remarks;
    private final Clock clock;

    PushingDepartments(
            JdbcDepartments departments, KeepingDepartments keeping, Remarks remarks, Clock clock) {
        this.departments = departments;
        this.keeping = keeping;
        this.remarks = remarks;
        this.clock = clock;
    }

    @Override
    public Pushed open(Region region, List<String> kinds, String name) {
        departments.lock(region);
        for (String kind : kinds) {
            if (waiting(region, kind).isPresent()) {
                throw Refusal.conflict("department-change-waits");
            }
        }
        Department.Wording wording = new Department.Wording(kinds, name, null, null, null);
        UUID id = Ids.next(clock);
        propose(region, id, Kind.OPENED, wording);
        return new Pushed(id, region, wording.kinds(), name);
    }

    @Override
    public void rename(UUID id, String name) {
        Pushed now = byId(id).orElseThrow(() -> Refusal.notFound("department-not-found"));
        departments.lock(now.region());
        DepartmentChange waiting = waiting(id);
        Department.Wording asked = waiting == null ? null : waiting.wording();
        if (asked != null && asked.name().equals(name)) {
            return;
        }
        if (waiting != null && !waiting.proposedBy().equals(PLATFORM)) {
            throw Refusal.conflict("department-change-waits");
        }
        if (waiting != null) {
            departments.decide(
                    waiting.id(), State.WITHDRAWN, PLATFORM, clock.instant(), reason(now.region()));
        }
        List<Department> versions = departments.versions(id);
        if (versions.isEmpty()) {
            propose(
                    now.region(),
                    id,
                    Kind.OPENED,
                    new Department.Wording(now.kinds(), name, null, null, null));
        } else if (!versions.getLast().wording().name().equals(name)) {
            Department.Wording last = versions.getLast().wording();
            propose(
                    now.region(),
                    id,
                    Kind.CHANGED,
                    new Department.Wording(
                            last.kinds(), name, last.nameEn(), last.contact(), last.seat()));
        }
    }

    private void propose(Region region, UUID id, Kind kind, Department.Wording wording) {
        DepartmentChange change =
                new DepartmentChange(
                        Ids.next(clock),
                        region,
                        id,
                        kind,
                        WorkingDays.today(clock),
                        wording,
                        null,
                        State.PROPOSED,
                        PLATFORM,
                        clock.instant(),
                        reason(region),
                        null,
                        null);
        keeping.mustFit(change);
        try {
            departments.propose(change);
        } catch (DuplicateKeyException e) {
            throw Refusal.conflict("department-change-waits");
        }
    }

    private UUID reason(Region region) {
        return remarks.write(region, PLATFORM, REASON, "/reason");
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<Pushed> byId(UUID id) {
        List<Department> versions = departments.versions(id);
        return versions.isEmpty()
                ? Optional.ofNullable(waiting(id)).flatMap(PushingDepartments::opened)
                : Optional.of(pushed(versions.getLast()));
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<Pushed> byKind(Region region, String kind) {
        return departments.of(region).stream()
                .filter(it -> it.to() == null && it.fulfils(kind))
                .findFirst()
                .map(PushingDepartments::pushed)
                .or(() -> waiting(region, kind));
    }

    private Optional<Pushed> waiting(Region region, String kind) {
        return departments.openings(region, kind).stream()
                .flatMap(change -> opened(change).stream())
                .findFirst();
    }

    private @Nullable DepartmentChange waiting(UUID department) {
        return departments.changesOf(department).stream()
                .filter(change -> change.state() == State.PROPOSED)
                .findFirst()
                .orElse(null);
    }

    private static Optional<Pushed> opened(DepartmentChange change) {
        Department.Wording wording = change.wording();
        return wording == null
                ? Optional.empty()
                : Optional.of(
                        new Pushed(
                                change.department(),
                                change.region(),
                                wording.kinds(),
                                wording.name()));
    }

    private static Pushed pushed(Department it) {
        return new Pushed(it.id(), it.region(), it.wording().kinds(), it.wording().name());
    }
}
