package org.xiangmuzhang.steward.application;

import org.springframework.stereotype.Component;
import org.xiangmuzhang.catalog.api.Regions;
import org.xiangmuzhang.kernel.Actor;
import org.xiangmuzhang.kernel.Refusal;
import org.xiangmuzhang.kernel.Role;
import org.xiangmuzhang.steward.api.ProjectView;
import org.xiangmuzhang.steward.domain.session.JointSession;
import org.xiangmuzhang.steward.domain.session.Point;
import org.xiangmuzhang.steward.domain.session.PointState;
import org.xiangmuzhang.steward.domain.session.SessionState;
import org.xiangmuzhang.steward.port.in.Convening.Move;
import org.xiangmuzhang.steward.port.in.Convening.Step;
import org.xiangmuzhang.steward.port.out.Sessions;

import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;

/** Who sees which joint sessions, and who may do what. */
@Component
class SessionSight {

    private static final Set<Role> ALL =
            EnumSet.of(Role.CLERK, Role.SUPERVISOR, Role.LEADER, Role.AUDITOR);

    private final Regions regions;

    SessionSight(Regions regions) {
        this.regions = regions;
    }

    Sessions.Sight of(Actor actor) {
        boolean applicant = actor.role() == Role.APPLICANT;
        return new Sessions.Sight(
                applicant ? Set.of() : regions.reachOf(actor),
                ALL.contains(actor.role()),
                applicant ? actor.enterprise() : null,
                isUnit(actor) ? actor.department() : null,
                actor.role() == Role.STEWARD ? actor.holder() : null);
    }

    private static boolean isUnit(Actor actor) {
        return actor.role() == Role.APPROVER || actor.role() == Role.HEAD;
    }

    void mustBeOpenTo(Actor actor, ProjectView project, JointSession session, Step step) {
        if (step == Step.ANSWER || step == Step.JUDGE) {
            if (!speaks(actor, session)) {
                throw Refusal.forbidden("session-not-invited", String.valueOf(actor.department()));
            }
        } else {
            Access.mustBeItsSteward(actor, project);
        }
    }

    private static boolean speaks(Actor actor, JointSession session) {
        String department = actor.department();
        return isUnit(actor)
                && department != null
                && actor.region().equals(session.call().region())
                && session.find(department).isPresent();
    }

    /** What the actor may do now. */
    Set<Step> open(Actor actor, ProjectView project, JointSession session, Instant now) {
        Set<Step> open = EnumSet.noneOf(Step.class);
        boolean begun = session.hasBegun(now);
        boolean fixed = session.state() == SessionState.FIXED;
        String department = actor.department();
        if (speaks(actor, session) && department != null) {
            if (session.state() == SessionState.CALLED) {
                open.add(Step.ANSWER);
            }
            if (fixed && begun && session.invited(department).verdict() == null) {
                open.add(Step.JUDGE);
            }
        }
        if (actor.role() == Role.STEWARD
                && actor.holder().equals(project.steward())
                && session.isRunning()) {
            boolean said = session.invitations().stream().allMatch(one -> one.verdict() != null);
            if (!begun && session.isSettable(now)) {
                open.add(Step.TIME);
            }
            if (begun && said) {
                open.add(Step.CONCLUDE);
            }
            if (session.invitations().stream().anyMatch(one -> session.mayBeAbsent(one, now))) {
                open.add(Step.ABSENT);
            }
            open.add(Step.CANCEL);
        }
        return open;
    }

    void mustBeOpenTo(Actor actor, ProjectView project, Point point, Move move) {
        if (!may(actor, project, point, move)) {
            throw Refusal.forbidden("session-point-not-yours");
        }
    }

    private static boolean may(Actor actor, ProjectView project, Point point, Move move) {
        return switch (move) {
            case MEND ->
                    actor.role() == Role.STEWARD && actor.holder().equals(project.steward())
                            || actor.role() == Role.APPLICANT
                                    && project.enterprise().equals(actor.enterprise());
            case CLOSE, RETURN ->
                    isUnit(actor)
                            && actor.region().equals(point.region())
                            && point.department().equals(actor.department());
        };
    }

    /** What the actor may do with a point now. */
    Set<Move> open(Actor actor, ProjectView project, Point point) {
        Set<Move> open = EnumSet.noneOf(Move.class);
        for (Move move : Move.values()) {
            boolean now =
                    switch (move) {
                        case MEND -> point.state() == PointState.OPEN;
                        case CLOSE -> point.isOpen();
                        case RETURN -> point.state() == PointState.MENDED;
                    };
            if (now && may(actor, project, point, move)) {
                open.add(move);
            }
        }
        return open;
    }
}
