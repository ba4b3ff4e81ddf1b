package org.xiangmuzhang.intake.application;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.xiangmuzhang.catalog.api.Catalog;
import org.xiangmuzhang.catalog.api.Item;
import org.xiangmuzhang.intake.domain.dossier.ApplicationHead;
import org.xiangmuzhang.intake.domain.dossier.Dossier;
import org.xiangmuzhang.intake.domain.task.ItemTerms;
import org.xiangmuzhang.intake.domain.task.Submission;
import org.xiangmuzhang.intake.domain.task.Task;
import org.xiangmuzhang.intake.port.in.Rectification;
import org.xiangmuzhang.intake.port.in.Rectifying;
import org.xiangmuzhang.intake.port.in.Seen;
import org.xiangmuzhang.intake.port.out.Dossiers;
import org.xiangmuzhang.kernel.Actor;
import org.xiangmuzhang.kernel.Refusal;
import org.xiangmuzhang.kernel.Role;
import org.xiangmuzhang.kernel.SocialCreditCode;
import org.xiangmuzhang.parties.Enterprises;
import org.xiangmuzhang.parties.Remarks;

import java.util.List;
import java.util.UUID;

@Component
class MendingDesk implements Rectifying {

    private final CaseFiles files;
    private final Dossiers dossiers;
    private final ProjectTies ties;
    private final Catalog catalog;
    private final Enterprises enterprises;
    private final Remarks remarks;

    MendingDesk(
            CaseFiles files,
            Dossiers dossiers,
            ProjectTies ties,
            Catalog catalog,
            Enterprises enterprises,
            Remarks remarks) {
        this.files = files;
        this.dossiers = dossiers;
        this.ties = ties;
        this.catalog = catalog;
        this.enterprises = enterprises;
        this.remarks = remarks;
    }

    @Override
    @Transactional
    public void rectify(
            UUID application, Rectification wanted, String reason, Seen seen, Actor actor) {
        actor.mustBe(Role.CLERK, Role.HEAD);
        Dossier before = files.open(application, actor, seen);
        ApplicationHead head = before.application().head();
        String item = wanted.item();
        String rightItem = wanted.rightItem();
        if ((item == null) != (rightItem == null) || item == null && wanted.enterprise() == null) {
            throw Refusal.invalid(
                    "rectification-names-nothing", List.of("/enterprise", "/item", "/rightItem"));
        }
        before.mustBeRectifiable();
        UUID enterprise = enterprise(wanted.enterprise(), head);
        Task right = item == null || rightItem == null ? null : rightTask(before, item, rightItem);
        Dossier after = before.rectified(enterprise, right);
        if (right != null) {
            dossiers.mend(right);
        }
        UUID remark = remarks.write(head.region(), actor.person(), reason, "/reason");
        files.keep(after, after.rectifiedFrom(before, files.today(), remark));
    }

    private UUID enterprise(@Nullable SocialCreditCode code, ApplicationHead head) {
        if (code == null) {
            return head.enterprise();
        }
        if (head.project() != null) {
            throw Refusal.conflict("rectification-of-project", head.number());
        }
        UUID right =
                enterprises
                        .byCode(code)
                        .orElseThrow(() -> Refusal.invalid("enterprise-unknown", "/enterprise"))
                        .id();
        if (right.equals(head.enterprise())) {
            throw Refusal.invalid("rectification-changes-nothing", "/enterprise");
        }
        return right;
    }

    private Task rightTask(Dossier dossier, String wrong, String right) {
        Task task =
                dossier.tasks().stream()
                        .filter(one -> one.head().terms().code().equals(wrong))
                        .findFirst()
                        .orElseThrow(
                                () -> Refusal.invalid("rectification-of-no-item", "/item", wrong));
        ApplicationHead head = dossier.application().head();
        Item item =
                catalog.item(head.region(), right)
                        .orElseThrow(
                                () ->
                                        Refusal.invalid(
                                                "item-not-listed",
                                                "/rightItem",
                                                right,
                                                head.region()));
        if (dossier.tasks().stream().anyMatch(it -> it.head().terms().code().equals(right))) {
            throw Refusal.invalid("item-twice", "/rightItem", right);
        }
        if (head.project() == null) {
            ties.mustStandAlone(head.region(), item);
        }
        Submission.examine(
                item,
                task.mode(),
                head.project() != null,
                ties.unmet(head.project(), List.of(right)).getOrDefault(right, List.of()),
                "/rightItem");
        return task.rectified(ItemTerms.of(item));
    }
}
