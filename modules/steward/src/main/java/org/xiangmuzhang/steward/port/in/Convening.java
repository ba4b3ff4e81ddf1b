package org.xiangmuzhang.steward.port.in;

import org.jspecify.annotations.Nullable;
import org.xiangmuzhang.kernel.Actor;
import org.xiangmuzhang.kernel.Region;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;

/**
 * 联合勘验、联审、联合验收: the steward calls departments together about a project, they find a time, each says
 * what it has to say, and there is one record. Enterprises see the sessions of their projects,
 * departments those they are asked to, stewards those of their projects, windows and who watches or
 * leads all within reach. Whatever else is asked for is {@code joint-session-unknown}. Times are
 * local.
 */
public interface Convening {

    /** What departments do together. */
    enum Kind {
        PREEXAM,
        JUDGEMENT,
        DRAFTING,
        EVALUATION,
        REVIEW,
        DRAWINGS,
        SURVEY,
        ACCEPTANCE
    }

    /** What is accepted: everything, foundations, structures or a single building. */
    enum Extent {
        WHOLE,
        FOUNDATION,
        STRUCTURE,
        BUILDING
    }

    /** What a single building is for. */
    enum Use {
        PRODUCTION,
        STORAGE,
        OFFICE,
        HOUSING,
        OTHER
    }

    /** What a department says: it passes, passes but for open points, or is refused. */
    enum Opinion {
        PASSED,
        POINTS,
        REFUSED
    }

    /**
     * What a session is called for. One with a previous session is about its open points alone:
     * then kind, mock, part, departments and items are those of the previous one.
     *
     * @param mock 模拟验收
     * @param building number of a building, with its use
     * @param departments kinds of units, besides those that decide on the items
     * @param place in words, or null when it is held online
     * @param hall whose hours hold; null for those of every hall
     * @param file drawings or another paper to look at
     * @param minutes null for what the place sets
     * @param times null or empty: the next ones within the hall's hours are proposed
     * @param answerBy null for the limit that the place sets
     */
    record Request(
            UUID id,
            UUID project,
            Kind kind,
            boolean mock,
            Extent part,
            @Nullable String building,
            @Nullable Use use,
            @Nullable UUID previous,
            List<String> departments,
            List<String> items,
            @Nullable String place,
            @Nullable String hall,
            @Nullable UUID file,
            @Nullable Integer minutes,
            List<LocalDateTime> times,
            @Nullable LocalDate answerBy) {}

    /** What may be done with a session. */
    enum Step {
        /** An invited department says which times suit it, or proposes others. */
        ANSWER,
        /** The host sets the time for a reason. */
        TIME,
        /** A department's verdict, once it has begun. */
        JUDGE,
        /** 缺席: the host notes that a department did not come. */
        ABSENT,
        /** One outcome, with the host's conclusion. */
        CONCLUDE,
        /** It does not take place, for a reason. */
        CANCEL
    }

    /** Something to be put right, until a day; null for what the place sets. */
    record Defect(String text, @Nullable LocalDate due) {}

    /**
     * An act; only what belongs to the step is read.
     *
     * @param staying at a session about open points: ids of those that stay open
     * @param department who was absent
     * @param text reason, opinion or conclusion
     */
    record Act(
            Step step,
            List<LocalDateTime> suits,
            List<LocalDateTime> proposals,
            @Nullable LocalDateTime at,
            @Nullable Opinion verdict,
            List<Defect> points,
            List<UUID> staying,
            @Nullable String department,
            @Nullable String text) {}

    /** What may be done with an open point. */
    enum Move {
        /** Steward or enterprise: put right, with evidence. */
        MEND,
        /** The department agrees. */
        CLOSE,
        /** The department does not agree, for a reason. */
        RETURN
    }

    /** What is done with a point; the day is a new one when it is returned. */
    record PointMove(
            Move move, @Nullable UUID file, @Nullable LocalDate due, @Nullable String text) {}

    /**
     * A session.
     *
     * @param days working days from the call to the conclusion, or null
     * @param late whether it was concluded after the day by which all should have spoken
     * @param points of this session and those before it about the same
     * @param stages 分期: what became of the parts, for an acceptance of the whole
     * @param open what the reader may do now
     */
    record Sheet(
            UUID id,
            UUID project,
            @Nullable String projectName,
            Region region,
            String regionName,
            String kind,
            boolean mock,
            String part,
            @Nullable String building,
            @Nullable String use,
            @Nullable UUID previous,
            @Nullable String place,
            String hall,
            @Nullable UUID file,
            @Nullable String fileName,
            LocalDate calledOn,
            LocalDate answerBy,
            int minutes,
            List<Time> times,
            String state,
            @Nullable LocalDateTime at,
            @Nullable LocalDate opinionsBy,
            List<Unit> units,
            @Nullable String outcome,
            @Nullable String conclusion,
            @Nullable LocalDate concludedOn,
            @Nullable Integer days,
            boolean late,
            List<OpenPoint> points,
            List<PartResult> stages,
            Set<Step> open,
            long version) {}

    /** A time, and codes of the departments that it suits. */
    record Time(LocalDateTime at, List<String> suits) {}

    /** A department, what it comes for and what it said. */
    record Unit(
            String department,
            String name,
            List<String> items,
            boolean answered,
            @Nullable String verdict,
            @Nullable String opinion) {}

    /** An open or closed point; open tells what the reader may do with it. */
    record OpenPoint(
            UUID id,
            String department,
            String departmentName,
            @Nullable String text,
            LocalDate due,
            boolean late,
            String state,
            @Nullable UUID file,
            @Nullable String fileName,
            Set<Move> open,
            long version) {}

    /** What became of an acceptance of a part. */
    record PartResult(
            UUID session,
            String part,
            @Nullable String building,
            @Nullable String use,
            @Nullable String outcome,
            int open) {}

    /** Which sessions, the newest first. */
    record Filter(boolean running, @Nullable UUID project, @Nullable UUID before, int limit) {}

    void call(Actor actor, Request request);

    /** Decided on a version, or on whatever there is for a negative one. */
    void act(Actor actor, UUID session, long version, Act act);

    /** Decided on a version of the point, or on whatever there is for a negative one. */
    void move(Actor actor, UUID session, UUID point, long version, PointMove move);

    Sheet session(Actor actor, UUID session, Locale language);

    List<Sheet> list(Actor actor, Filter filter, Locale language);

    /** Sessions with points that wait for being put right, the newest first. */
    List<Sheet> toMend(Actor actor, int limit, Locale language);

    Fetching.Paper paper(Actor actor, UUID session, UUID file);
}
