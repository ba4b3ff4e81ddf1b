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
import org.xiangmuzhang.intake.events.ApplicationLeftProject;
import org.xiangmuzhang.intake.port.in.Rectification;
import org.xiangmuzhang.intake.port.in.Rectification.Belonging;
import org.xiangmuzhang.intake.port.in.Rectifying;
import org.xiangmuzhang.intake.port.in.Seen;
import org.xiangmuzhang.intake.port.out.Dossiers;
import org.xiangmuzhang.kernel.Actor;
import org.xiangmuzhang.kernel.Refusal;
import org.xiangmuzhang.kernel.Region;
import org.xiangmuzhang.kernel.Role;
import org.xiangmuzhang.kernel.SocialCreditCode;
import org.xiangmuzhang.parties.Enterprise;
import org.xiangmuzhang.parties.Enterprises;

import java.util.List;
import java.util.Objects;
import java.util.UUID;

@Component
class MendingDesk implements Rectifying {

    private final CaseFiles files;
    private final ObligationBook book;
    private final Dossiers dossiers;
    private final ProjectTies ties;
    private final Catalog catalog;
    private final Enterprises enterprises;

    MendingDesk(
            CaseFiles files,
            ObligationBook book,
            Dossiers dossiers,
            ProjectTies ties,
            Catalog catalog,
            Enterprises enterprises) {
        this.files = files;
        this.book = book;
        this.dossiers = dossiers;
        this.ties = ties;
        this.catalog = catalog;
        this.enterprises = enterprises;
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
        if ((item == null) != (rightItem == null)
                || item == null && wanted.enterprise() == null && wanted.project() == null) {
            throw Refusal.invalid(
                    "rectification-names-nothing",
                    List.of("/enterprise", "/project", "/item", "/rightItem"));
        }
        before.mustBeRectifiable();
        UUID enterprise = enterprise(wanted, head);
        UUID project = project(wanted.project(), enterprise, head);
        List<Task> tasks =
                before.tasks().stream()
                        .map(task -> tied(task, item, rightItem, project, before))
                        .toList();
        if (item != null && before.tasks().stream().noneMatch(task -> isOf(task, item))) {
            throw Refusal.invalid("rectification-of-no-item", "/item", item);
        }
        Dossier after = before.rectified(enterprise, project, tasks);
        tasks.stream().filter(task -> !before.task(task.id()).equals(task)).forEach(dossiers::mend);
        book.mended(after);
        UUID remark = files.write(head, actor, reason, "/reason");
        UUID left = head.project();
        if (left != null && !left.equals(project)) {
            files.tell(
                    new ApplicationLeftProject(
                            head.id(), head.region(), left, files.today(), remark));
        }
        files.keep(after, after.rectifiedFrom(before, files.today(), remark));
    }

    private UUID enterprise(Rectification wanted, ApplicationHead head) {
        SocialCreditCode code = wanted.enterprise();
        if (code == null) {
            return head.enterprise();
        }
        if (head.project() != null && wanted.project() == null) {
            throw Refusal.conflict("rectification-of-project", head.number());
        }
        UUID right =
                enterprises
                        .byCode(code)
                        .map(Enterprise::id)
                        .flatMap(enterprises::held)
                        .orElseThrow(() -> Refusal.invalid("enterprise-unknown", "/enterprise"))
                        .id();
        if (right.equals(head.enterprise())) {
            throw Refusal.invalid("rectification-changes-nothing", "/enterprise");
        }
        return right;
    }

    private @Nullable UUID project(
            @Nullable Belonging wanted, UUID enterprise, ApplicationHead head) {
        if (wanted == null) {
            return head.project();
        }
        String code = wanted.code();
        UUID right = code == null ? null : ties.project(code, enterprise, head.region());
        if (Objects.equals(right, head.project())) {
            throw Refusal.invalid("rectification-changes-nothing", "/project");
        }
        return right;
    }

    /** The item, or the right one in its place, tied to the right project. */
    private Task tied(
            Task task,
            @Nullable String wrong,
            @Nullable String right,
            @Nullable UUID project,
            Dossier dossier) {
        String instead = wrong != null && isOf(task, wrong) ? right : null;
        boolean replaced = instead != null;
        if (!replaced && Objects.equals(project, dossier.application().head().project())) {
            return task;
        }
        String code = instead == null ? task.head().terms().code() : instead;
        String pointer = replaced ? "/rightItem" : "/project";
        Region place = task.head().region();
        Item item =
                (replaced
                                ? catalog.item(place, code)
                                : catalog.itemInVersion(place, code, task.head().terms().version()))
                        .orElseThrow(
                                () -> Refusal.invalid("item-not-listed", pointer, code, place));
        if (replaced && dossier.tasks().stream().anyMatch(it -> isOf(it, code))) {
            throw Refusal.invalid("item-twice", "/rightItem", code);
        }
        if (project == null) {
            ties.mustStandAlone(place, item);
        }
        List<String> conditions =
                List.copyOf(
                        Submission.examine(
                                item,
                                task.mode(),
                                project != null,
                                ties.unmet(project, List.of(code)).getOrDefault(code, List.of()),
                                pointer));
        return task.rectified(
                replaced
                        ? ItemTerms.of(item, catalog.organ(place, item, files.today()).department())
                        : task.head().terms(),
                project,
                conditions);
    }

    private static boolean isOf(Task task, String code) {
        return task.head().terms().code().equals(code);
    }
}
