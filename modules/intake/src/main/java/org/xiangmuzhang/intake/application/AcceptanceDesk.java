package org.xiangmuzhang.intake.application;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;
import org.xiangmuzhang.intake.api.ApplicationView;
import org.xiangmuzhang.intake.api.DeemAccepted;
import org.xiangmuzhang.intake.domain.dossier.Acceptance;
import org.xiangmuzhang.intake.domain.dossier.ApplicationHead;
import org.xiangmuzhang.intake.domain.dossier.Dossier;
import org.xiangmuzhang.intake.port.in.Accepting;
import org.xiangmuzhang.intake.port.in.Seen;
import org.xiangmuzhang.intake.port.in.Settled;
import org.xiangmuzhang.intake.port.in.ToAccept;
import org.xiangmuzhang.intake.port.out.Dossiers;
import org.xiangmuzhang.intake.spi.Mandates.Act;
import org.xiangmuzhang.kernel.Actor;
import org.xiangmuzhang.kernel.Role;
import org.xiangmuzhang.parties.Post;
import org.xiangmuzhang.parties.PostActedIn;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

@Component
class AcceptanceDesk implements Accepting, DeemAccepted {

    /** Applications per transaction of the sweep. */
    private static final int BATCH = 50;

    private final CaseFiles files;
    private final Access access;
    private final Dossiers dossiers;
    private final TransactionTemplate transaction;
    private final OneByOne oneByOne;
    private final ObjectProvider<PostActedIn> acting;

    AcceptanceDesk(
            CaseFiles files,
            Access access,
            Dossiers dossiers,
            TransactionTemplate transaction,
            OneByOne oneByOne,
            ObjectProvider<PostActedIn> acting) {
        this.files = files;
        this.access = access;
        this.dossiers = dossiers;
        this.transaction = transaction;
        this.oneByOne = oneByOne;
        this.acting = acting;
    }

    @Override
    @Transactional
    public ApplicationView accept(UUID id, Seen seen, Actor actor) {
        actor.mustBe(Role.CLERK);
        Dossier dossier = files.open(id, actor, seen);
        Post post = acting.stream().flatMap(it -> it.now().stream()).findFirst().orElse(null);
        files.keep(
                dossier,
                dossier.accept(
                        new Acceptance(
                                files.today(),
                                actor.person(),
                                post == null ? null : post.hall(),
                                post == null ? null : post.window()),
                        files.calendar()));
        return files.view(dossier, actor);
    }

    @Override
    public List<Settled> acceptEach(List<ToAccept> applications, Actor actor) {
        actor.mustBe(Role.CLERK);
        return oneByOne.settle(
                "/applications",
                applications,
                ToAccept::application,
                one -> accept(one.application(), one.seen(), actor));
    }

    @Override
    @Transactional
    public void noticeCorrection(
            UUID id, List<String> materials, String explanation, Seen seen, Actor actor) {
        actor.mustBe(Role.CLERK);
        Dossier dossier = files.open(id, actor, seen);
        materials.forEach(dossier::askingFor);
        UUID remark = files.write(dossier.application().head(), actor, explanation, "/explanation");
        files.keep(
                dossier.application(),
                dossier.application()
                        .noticeCorrection(
                                files.today(), materials.stream().distinct().toList(), remark));
    }

    @Override
    @Transactional
    public void turnAway(UUID id, boolean notOurs, String reason, Seen seen, Actor actor) {
        actor.mustBe(Role.CLERK);
        Dossier dossier = files.open(id, actor, seen);
        UUID remark = files.write(dossier.application().head(), actor, reason, "/reason");
        files.keep(dossier, dossier.turnAway(notOurs, files.today(), remark));
    }

    @Override
    @Transactional
    public ApplicationView deliver(UUID id, Seen seen, Actor actor) {
        Dossier dossier = files.open(id, actor, seen);
        LocalDate today = files.today();
        if (actor.role() != Role.CLERK) {
            actor.mustBe(Role.STEWARD);
            ApplicationHead head = dossier.application().head();
            access.mandateFor(Act.RECEIVE, actor, head, dossier.tasks(), today);
        }
        files.keep(dossier.application(), dossier.deliver(today));
        return files.view(dossier, actor);
    }

    @Override
    public int run() {
        LocalDate today = files.today();
        LocalDate atLatest = files.calendar().plus(today, -6);
        int accepted = 0;
        for (int found = BATCH; found == BATCH; accepted += found) {
            found = transaction.execute(status -> acceptSome(atLatest));
        }
        return accepted;
    }

    private int acceptSome(LocalDate receivedBy) {
        List<UUID> silent = dossiers.silentSince(receivedBy, BATCH);
        silent.stream()
                .map(id -> dossiers.byId(id).orElseThrow())
                .forEach(files::acceptedBySilence);
        return silent.size();
    }
}
