package org.xiangmuzhang.intake.adapter.in.rest;

import static org.xiangmuzhang.rest.RequestFields.present;

import org.jspecify.annotations.Nullable;
import org.xiangmuzhang.catalog.api.SpecialProcedure;
import org.xiangmuzhang.intake.adapter.in.Versions;
import org.xiangmuzhang.intake.api.Mode;
import org.xiangmuzhang.intake.api.Outcome;
import org.xiangmuzhang.intake.api.Settlement;
import org.xiangmuzhang.intake.port.in.Drafting;
import org.xiangmuzhang.intake.port.in.GivenMaterial;
import org.xiangmuzhang.intake.port.in.PointText;
import org.xiangmuzhang.intake.port.in.SubmitApplication;
import org.xiangmuzhang.intake.port.in.SubmitApplication.AskedItem;
import org.xiangmuzhang.intake.port.in.ToAccept;
import org.xiangmuzhang.intake.port.in.ToDecide;
import org.xiangmuzhang.intake.port.in.Verdict;
import org.xiangmuzhang.kernel.Actor;
import org.xiangmuzhang.kernel.Refusal;
import org.xiangmuzhang.kernel.Region;
import org.xiangmuzhang.kernel.SocialCreditCode;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** What callers send. */
final class Requests {

    private Requests() {}

    /**
     * Several items at once; a region that is left out is the project's, or without a project that
     * of the caller's post.
     */
    record Submission(
            @Nullable UUID id,
            @Nullable String region,
            @Nullable UUID enterprise,
            @Nullable UUID project,
            @Nullable List<@Nullable Asked> items,
            @Nullable List<@Nullable Given> materials,
            @Nullable Promises waiver,
            @Nullable List<@Nullable String> promised,
            @Nullable String promiseText,
            @Nullable Map<String, @Nullable String> answers) {

        SubmitApplication command(UUID made, Actor actor) {
            UUID whose = enterprise == null ? actor.enterprise() : enterprise;
            return new SubmitApplication(
                    id == null ? made : id,
                    region == null ? null : new Region(region),
                    present(whose, "/enterprise"),
                    project,
                    asked(),
                    given(materials),
                    waiver == null ? null : waiver.owner(),
                    waiver == null ? null : waiver.designPromise(),
                    texts(promised == null ? List.of() : promised, "/promised"),
                    promiseText,
                    filledIn(answers));
        }

        private List<AskedItem> asked() {
            List<AskedItem> asked = new ArrayList<>();
            for (Asked item : present(items, "/items")) {
                String pointer = "/items/" + asked.size();
                Asked one = present(item, pointer);
                asked.add(
                        new AskedItem(
                                present(one.code(), pointer + "/code"),
                                one.mode() == null ? Mode.FORMAL : one.mode()));
            }
            return asked;
        }
    }

    /** Mode FORMAL when it is left out. */
    record Asked(@Nullable String code, @Nullable Mode mode) {}

    /** A material of the catalog and the uploaded file for it. */
    record Given(@Nullable String material, @Nullable UUID file) {}

    /** Files of both promises for which expert review is waived. */
    record Promises(@Nullable UUID ownerPromise, @Nullable UUID designPromise) {
        /** Who names no promise at all has not thought of a waiver without promises either. */
        @Nullable UUID owner() {
            if (ownerPromise == null && designPromise == null) {
                throw Refusal.invalid("waiver-needs-both-promises", "/waiver/ownerPromise");
            }
            return ownerPromise;
        }
    }

    /** Material ids that are missing, and what would be right. */
    record Notice(
            @Nullable List<@Nullable String> materials,
            @Nullable List<@Nullable Point> points,
            @Nullable String explanation) {

        List<PointText> told() {
            List<PointText> told = new ArrayList<>();
            if (materials != null || points == null) {
                missing().forEach(material -> told.add(new PointText(material, null)));
            }
            told.addAll(texts(points));
            return told;
        }

        List<String> missing() {
            return texts(present(materials, "/materials"), "/materials");
        }
    }

    /** Ids of the materials that are to come later; none when all have come. */
    record Acceptance(@Nullable List<@Nullable String> owed) {

        List<String> later() {
            return texts(owed == null ? List.of() : owed, "/owed");
        }
    }

    /** The file that was owed; at the window a paper may do. */
    record Arrival(@Nullable UUID file) {}

    /** What a look at a promise has found. */
    record Verification(@Nullable Boolean kept, @Nullable String remark) {}

    /** What becomes of the decision; a day only with EXTENDED. */
    record Settling(
            @Nullable Settlement outcome, @Nullable LocalDate until, @Nullable String reason) {}

    /** Words about one point of a correction notice. */
    record Point(@Nullable String material, @Nullable String text) {}

    record Supply(
            @Nullable List<@Nullable Given> materials, @Nullable List<@Nullable Answer> answers) {

        List<PointText> words() {
            List<PointText> words = new ArrayList<>();
            for (Answer answer : answers == null ? List.<@Nullable Answer>of() : answers) {
                String pointer = "/answers/" + words.size();
                Answer one = present(answer, pointer);
                words.add(
                        new PointText(
                                present(one.material(), pointer + "/material"),
                                present(one.text(), pointer + "/text")));
            }
            return words;
        }
    }

    /** What is answered, in words, to one point of a correction notice. */
    record Answer(@Nullable String material, @Nullable String text) {}

    /** Ground NOT_OURS (不受理) or REFUSED (不予受理). */
    record TurningAway(@Nullable Ground ground, @Nullable String reason) {}

    enum Ground {
        NOT_OURS,
        REFUSED
    }

    record Reason(@Nullable String reason) {}

    /**
     * What is right: the enterprise by its credit code, the project by its code, an item in place
     * of a wrong one.
     *
     * @param outsideProject whether the application belongs to no project
     */
    record Mending(
            @Nullable SocialCreditCode enterprise,
            @Nullable String project,
            @Nullable Boolean outsideProject,
            @Nullable String item,
            @Nullable String rightItem,
            @Nullable String reason) {}

    /** The procedure begins today. */
    record Procedure(@Nullable SpecialProcedure kind, @Nullable LocalDate expectedUntil) {}

    /** Last day of the procedure; today when it is left out. */
    record ProcedureEnd(@Nullable LocalDate until) {}

    /** A rejection needs a reason; a number is made when it is left out. */
    record Decision(
            @Nullable Outcome outcome,
            @Nullable String documentNumber,
            @Nullable UUID document,
            @Nullable String reason) {

        Verdict verdict() {
            return new Verdict(present(outcome, "/outcome"), documentNumber, document, reason);
        }
    }

    /** Several items with one outcome; each line has its own number, file and version. */
    record Decisions(
            @Nullable Outcome outcome,
            @Nullable String reason,
            @Nullable List<@Nullable Decided> tasks) {

        List<ToDecide> toDecide() {
            Outcome one = present(outcome, "/outcome");
            List<ToDecide> several = new ArrayList<>();
            for (Decided task : present(tasks, "/tasks")) {
                String pointer = "/tasks/" + several.size();
                Decided line = present(task, pointer);
                several.add(
                        new ToDecide(
                                present(line.task(), pointer + "/task"),
                                new Verdict(one, line.documentNumber(), line.document(), reason),
                                Versions.seen(present(line.version(), pointer + "/version"))));
            }
            return several;
        }
    }

    record Decided(
            @Nullable UUID task,
            @Nullable Long version,
            @Nullable String documentNumber,
            @Nullable UUID document) {}

    /** Several applications; each line has its own version. */
    record Acceptances(@Nullable List<@Nullable Accepted> applications) {

        List<ToAccept> toAccept() {
            List<ToAccept> several = new ArrayList<>();
            for (Accepted application : present(applications, "/applications")) {
                String pointer = "/applications/" + several.size();
                Accepted line = present(application, pointer);
                several.add(
                        new ToAccept(
                                present(line.application(), pointer + "/application"),
                                Versions.seen(present(line.version(), pointer + "/version"))));
            }
            return several;
        }
    }

    record Accepted(@Nullable UUID application, @Nullable Long version) {}

    record Opinion(@Nullable String documentNumber, @Nullable UUID document) {}

    /** What a draft is for; as in a submission. */
    record Beginning(
            @Nullable String region,
            @Nullable UUID enterprise,
            @Nullable UUID project,
            @Nullable List<@Nullable Asked> items) {

        Drafting.Begin command(UUID made, Actor actor) {
            SubmitApplication asked =
                    new Submission(
                                    null,
                                    region,
                                    enterprise,
                                    project,
                                    items,
                                    null,
                                    null,
                                    null,
                                    null,
                                    null)
                            .command(made, actor);
            return new Drafting.Begin(
                    made, asked.region(), asked.enterprise(), asked.project(), asked.items());
        }
    }

    /** All answers, what of them was confirmed, new files, and the materials to use again. */
    record Written(
            @Nullable Map<String, @Nullable String> answers,
            @Nullable List<@Nullable String> confirmed,
            @Nullable List<@Nullable Given> materials,
            @Nullable List<@Nullable String> reuse) {

        Drafting.Save command() {
            return new Drafting.Save(
                    filledIn(answers),
                    named(confirmed, "/confirmed"),
                    given(materials),
                    named(reuse, "/reuse"));
        }

        private static Set<String> named(@Nullable List<@Nullable String> names, String pointer) {
            Set<String> named = new LinkedHashSet<>();
            int at = 0;
            for (String name : names == null ? List.<@Nullable String>of() : names) {
                named.add(present(name, pointer + "/" + at++));
            }
            return named;
        }
    }

    /** Whether the rules decided rightly, and why so. */
    record Review(@Nullable Boolean right, @Nullable String reason) {}

    /** Answers by field; null is nothing. */
    static Map<String, String> filledIn(@Nullable Map<String, @Nullable String> answers) {
        Map<String, String> given = new LinkedHashMap<>();
        if (answers != null) {
            answers.forEach(
                    (field, value) -> {
                        if (value != null) {
                            given.put(field, value);
                        }
                    });
        }
        return given;
    }

    static List<GivenMaterial> given(@Nullable List<@Nullable Given> materials) {
        List<GivenMaterial> given = new ArrayList<>();
        for (Given material : materials == null ? List.<@Nullable Given>of() : materials) {
            String pointer = "/materials/" + given.size();
            Given one = present(material, pointer);
            given.add(
                    new GivenMaterial(
                            present(one.material(), pointer + "/material"),
                            present(one.file(), pointer + "/file")));
        }
        return given;
    }

    private static List<PointText> texts(@Nullable List<@Nullable Point> points) {
        List<PointText> texts = new ArrayList<>();
        for (Point point : points == null ? List.<@Nullable Point>of() : points) {
            String pointer = "/points/" + texts.size();
            Point one = present(point, pointer);
            texts.add(new PointText(present(one.material(), pointer + "/material"), one.text()));
        }
        return texts;
    }

    private static List<String> texts(List<@Nullable String> given, String pointer) {
        List<String> texts = new ArrayList<>();
        for (String text : given) {
            texts.add(present(text, pointer + "/" + texts.size()));
        }
        return texts;
    }
}
