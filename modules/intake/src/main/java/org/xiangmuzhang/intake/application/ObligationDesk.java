package org.xiangmuzhang.intake.application;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.xiangmuzhang.files.StoredFile;
import org.xiangmuzhang.intake.api.Settlement;
import org.xiangmuzhang.intake.domain.dossier.Dossier;
import org.xiangmuzhang.intake.domain.dossier.SuppliedMaterial;
import org.xiangmuzhang.intake.domain.obligation.Cause;
import org.xiangmuzhang.intake.domain.obligation.Obligation;
import org.xiangmuzhang.intake.domain.obligation.PromiseText;
import org.xiangmuzhang.intake.domain.task.Task;
import org.xiangmuzhang.intake.events.ObligationFulfilled;
import org.xiangmuzhang.intake.port.in.FollowingUp;
import org.xiangmuzhang.intake.port.in.ObligationFilter;
import org.xiangmuzhang.intake.port.in.ObligationSheet;
import org.xiangmuzhang.intake.port.in.PromiseWords;
import org.xiangmuzhang.intake.port.in.Seen;
import org.xiangmuzhang.intake.port.out.Dossiers;
import org.xiangmuzhang.intake.port.out.Obligations;
import org.xiangmuzhang.intake.spi.Mandates.Act;
import org.xiangmuzhang.kernel.Actor;
import org.xiangmuzhang.kernel.LoggedEvent;
import org.xiangmuzhang.kernel.Refusal;
import org.xiangmuzhang.kernel.Region;
import org.xiangmuzhang.kernel.Role;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

@Component
@Transactional
class ObligationDesk implements FollowingUp {

    private final ObligationRoom room;
    private final Obligations obligations;
    private final Dossiers dossiers;
    private final CaseFiles files;
    private final GivenFiles given;
    private final Access access;
    private final LocalRules rules;

    ObligationDesk(
            ObligationRoom room,
            Obligations obligations,
            Dossiers dossiers,
            CaseFiles files,
            GivenFiles given,
            Access access,
            LocalRules rules) {
        this.room = room;
        this.obligations = obligations;
        this.dossiers = dossiers;
        this.files = files;
        this.given = given;
        this.access = access;
        this.rules = rules;
    }

    @Override
    @Transactional(readOnly = true)
    public List<ObligationSheet> obligations(ObligationFilter filter, int limit, Actor actor) {
        return room.list(filter, limit, actor);
    }

    @Override
    @Transactional(readOnly = true)
    public ObligationSheet obligation(UUID id, Actor actor) {
        Obligation obligation = obligations.byId(id).orElseThrow(() -> unknown(id));
        return room.sheet(obligation, seen(obligation, actor));
    }

    @Override
    @Transactional(readOnly = true)
    public List<ObligationSheet> ofApplication(UUID application, Actor actor) {
        return room.of(application, actor);
    }

    @Override
    @Transactional(readOnly = true)
    public PromiseWords text(Region place) {
        PromiseText text = rules.promiseText(place, files.today());
        return new PromiseWords(text.version(), text.words());
    }

    @Override
    public ObligationSheet arrive(UUID id, @Nullable UUID file, Seen seen, Actor actor) {
        Opened opened = open(id, seen, actor);
        Obligation owed = opened.obligation();
        Dossier dossier = opened.dossier();
        LocalDate today = files.today();
        if (actor.role() != Role.CLERK) {
            access.mandateFor(
                    Act.SUPPLY, actor, dossier.application().head(), List.of(opened.task()), today);
            if (file == null) {
                throw Refusal.invalid("field-missing", "/file", "/file");
            }
        }
        owed.mustBePromise(false);
        ObligationFulfilled come = owed.fulfil(today, null);
        obligations.save(owed);
        files.tell(come);
        if (file != null) {
            StoredFile paper =
                    given.check(file, dossier.application().head().enterprise(), actor, "/file");
            dossier.arrive(
                    new SuppliedMaterial(
                            Objects.requireNonNull(owed.head().material()),
                            paper.id(),
                            paper.sha256()));
            dossiers.saveWithMaterials(dossier.application());
        }
        return room.sheet(owed, dossier);
    }

    @Override
    public ObligationSheet verify(UUID id, boolean kept, String remark, Seen seen, Actor actor) {
        Opened opened = decidable(id, seen, actor);
        Obligation promise = opened.obligation();
        promise.mustBePromise(true);
        UUID written = write(opened, actor, remark, "/remark");
        LocalDate today = files.today();
        LoggedEvent found =
                kept
                        ? promise.fulfil(today, written)
                        : promise.question(Cause.FOUND_BROKEN, today, written);
        obligations.save(promise);
        files.tell(found);
        return room.sheet(promise, opened.dossier());
    }

    @Override
    public ObligationSheet settle(
            UUID id,
            Settlement how,
            @Nullable LocalDate until,
            String reason,
            Seen seen,
            Actor actor) {
        Opened opened = decidable(id, seen, actor);
        Obligation obligation = opened.obligation();
        LocalDate today = files.today();
        UUID written = write(opened, actor, reason, "/reason");
        LoggedEvent settled =
                obligation.settle(
                        how,
                        until == null
                                ? null
                                : rules.termUntil(
                                        obligation.head(), until, today, files.calendar()),
                        today,
                        written);
        if (how != Settlement.EXTENDED) {
            opened.task().mustBeApproved();
        }
        files.tell(settled);
        obligations.save(obligation);
        if (how == Settlement.REVOKED) {
            files.keep(opened.task(), opened.task().revoke(obligation.id(), today, written));
            obligations.ofTask(opened.task().id()).stream()
                    .filter(Obligation::stands)
                    .forEach(
                            other -> {
                                other.lapse(today);
                                obligations.save(other);
                            });
        }
        return room.sheet(obligation, opened.dossier());
    }

    private UUID write(Opened opened, Actor actor, String text, String pointer) {
        return files.write(opened.dossier().application().head(), actor, text, pointer);
    }

    /** An obligation with the application it belongs to. */
    private record Opened(Obligation obligation, Dossier dossier) {

        Task task() {
            return dossier.task(obligation.head().about().task());
        }
    }

    private Opened open(UUID id, Seen seen, Actor actor) {
        Obligation obligation = obligations.locked(id).orElseThrow(() -> unknown(id));
        Dossier dossier = seen(obligation, actor);
        seen.check(obligation.snapshot().version());
        return new Opened(obligation, dossier);
    }

    /** By an approver who neither submitted nor accepted the application. */
    private Opened decidable(UUID id, Seen seen, Actor actor) {
        actor.mustBe(Role.APPROVER);
        Opened opened = open(id, seen, actor);
        opened.dossier().application().head().mustNotBeDecidedBy(actor.person());
        opened.task().mustNotBeDecidedBy(actor.person());
        return opened;
    }

    private Dossier seen(Obligation obligation, Actor actor) {
        return dossiers.byId(obligation.head().about().application())
                .filter(found -> room.sees(actor, obligation, found))
                .orElseThrow(() -> unknown(obligation.id()));
    }

    private static Refusal unknown(UUID id) {
        return Refusal.notFound("obligation-unknown", id);
    }
}
