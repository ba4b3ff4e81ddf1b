package org.xiangmuzhang.intake.application;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;
import org.xiangmuzhang.intake.api.ApplicationView;
import org.xiangmuzhang.intake.api.DeemAccepted;
import org.xiangmuzhang.intake.domain.dossier.Acceptance;
import org.xiangmuzhang.intake.domain.dossier.ApplicationHead;
import org.xiangmuzhang.intake.domain.dossier.Correction;
import org.xiangmuzhang.intake.domain.dossier.CorrectionPoint;
import org.xiangmuzhang.intake.domain.dossier.Dossier;
import org.xiangmuzhang.intake.port.in.Accepting;
import org.xiangmuzhang.intake.port.in.PointText;
import org.xiangmuzhang.intake.port.in.Seen;
import org.xiangmuzhang.intake.port.in.Settled;
import org.xiangmuzhang.intake.port.in.ToAccept;
import org.xiangmuzhang.intake.port.out.Checks;
import org.xiangmuzhang.intake.port.out.Dossiers;
import org.xiangmuzhang.intake.spi.Mandates.Act;
import org.xiangmuzhang.kernel.Actor;
import org.xiangmuzhang.kernel.Role;
import org.xiangmuzhang.parties.Post;
import org.xiangmuzhang.parties.PostActedIn;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

@Component
class AcceptanceDesk implements Accepting, DeemAccepted {

    /** Applications per transaction of the sweep. */
    private static final int BATCH = 50;

    private final CaseFiles files;
    private final ObligationBook book;
    private final Access access;
    private final Dossiers dossiers;
    private final Checks checks;
    private final TransactionTemplate transaction;
    private final OneByOne oneByOne;
    private final ObjectProvider<PostActedIn> acting;

    AcceptanceDesk(
            CaseFiles files,
            ObligationBook book,
            Access access,
            Dossiers dossiers,
            Checks checks,
            TransactionTemplate transaction,
            OneByOne oneByOne,
            ObjectProvider<PostActedIn> acting) {
        this.files = files;
        this.book = book;
        this.access = access;
        this.dossiers = dossiers;
        this.checks = checks;
        this.transaction = transaction;
        this.oneByOne = oneByOne;
        this.acting = acting;
    }

    @Override
    @Transactional
    public ApplicationView accept(UUID id, Seen seen, Actor actor) {
        return accept(open(id, seen, actor), actor);
    }

    @Override
    @Transactional
    public ApplicationView acceptOwing(UUID id, List<String> owed, Seen seen, Actor actor) {
        Dossier dossier = open(id, seen, actor);
        book.acceptedWithout(dossier, owed, actor.person());
        return accept(dossier, actor);
    }

    private Dossier open(UUID id, Seen seen, Actor actor) {
        actor.mustBe(Role.CLERK);
        return files.open(id, actor, seen);
    }

    private ApplicationView accept(Dossier dossier, Actor actor) {
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
        notice(
                id,
                materials.stream().map(material -> new PointText(material, null)).toList(),
                explanation,
                seen,
                actor);
    }

    @Override
    @Transactional
    public void noticePoints(
            UUID id, List<PointText> points, String explanation, Seen seen, Actor actor) {
        notice(id, points, explanation, seen, actor);
    }

    private void notice(
            UUID id, List<PointText> points, String explanation, Seen seen, Actor actor) {
        Dossier dossier = open(id, seen, actor);
        points.forEach(point -> dossier.askingFor(point.material()));
        ApplicationHead head = dossier.application().head();
        UUID remark = files.write(head, actor, explanation, "/explanation");
        Map<String, CorrectionPoint> told = new LinkedHashMap<>();
        for (PointText point : points) {
            String text = point.text();
            UUID words =
                    text == null || text.isBlank()
                            ? null
                            : files.write(head, actor, text, "/points");
            told.merge(
                    point.material(),
                    CorrectionPoint.of(point.material(), words),
                    (one, other) -> one.text() == null ? other : one);
        }
        Correction earlier = dossier.application().snapshot().correction();
        files.keep(
                dossier.application(),
                dossier.application()
                        .noticeCorrection(files.today(), List.copyOf(told.values()), remark));
        if (earlier != null) {
            dossiers.add(head, earlier);
        }
        checks.corrected(id, told.keySet(), files.today());
    }

    @Override
    @Transactional
    public void turnAway(UUID id, boolean notOurs, String reason, Seen seen, Actor actor) {
        actor.mustBe(Role.CLERK);
        Dossier dossier = files.open(id, actor, seen);
        UUID remark = files.write(dossier.application().head(), actor, reason, "/reason");
        files.keep(dossier, dossier.turnAway(notOurs, files.today(), remark));
        book.ended(id);
        if (!notOurs) {
            checks.refused(id, files.today());
        }
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
