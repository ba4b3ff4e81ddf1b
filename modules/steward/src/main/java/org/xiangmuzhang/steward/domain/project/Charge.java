package org.xiangmuzhang.steward.domain.project;

import org.jspecify.annotations.Nullable;
import org.xiangmuzhang.kernel.LoggedEvent;
import org.xiangmuzhang.kernel.Refusal;
import org.xiangmuzhang.steward.events.EntryTakenOver;
import org.xiangmuzhang.steward.events.HandoverPrepared;
import org.xiangmuzhang.steward.events.HandoverSigned;
import org.xiangmuzhang.steward.events.ProjectClosed;
import org.xiangmuzhang.steward.events.ProjectTakenOver;
import org.xiangmuzhang.steward.events.ServiceChosen;
import org.xiangmuzhang.steward.events.TeamJoined;
import org.xiangmuzhang.steward.events.TeamLeft;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Who follows a project and how, and what passed from steward to steward, by its events so far. */
public final class Charge {

    private final List<Member> team = new ArrayList<>();
    private @Nullable ServiceChosen service;
    private @Nullable HandoverPrepared handover;
    private @Nullable HandoverSigned signature;
    private @Nullable ProjectClosed closed;
    private final Set<UUID> filesTakenOver = new HashSet<>();
    private final Set<String> itemsTakenOver = new HashSet<>();
    private final List<EntryTakenOver> entriesTakenOver = new ArrayList<>();
    private int packs;

    Charge() {}

    /** Somebody in the team, or who was until a day. */
    public record Member(TeamJoined joined, @Nullable LocalDate left) {}

    void take(LoggedEvent event) {
        switch (event) {
            case TeamJoined joined -> team.add(new Member(joined, null));
            case TeamLeft left ->
                    team.replaceAll(
                            it ->
                                    it.left() == null && it.joined().person().equals(left.person())
                                            ? new Member(it.joined(), left.on())
                                            : it);
            case ServiceChosen chosen -> service = chosen;
            case HandoverPrepared prepared -> {
                handover = prepared;
                signature = null;
                packs++;
            }
            case HandoverSigned signed -> signature = signed;
            case ProjectClosed end -> closed = end;
            case ProjectTakenOver taken -> {
                filesTakenOver.add(taken.file());
                itemsTakenOver.addAll(taken.decisions());
            }
            case EntryTakenOver entry -> entriesTakenOver.add(entry);
            default -> {}
        }
    }

    /** Also those who left, in the order in which they joined. */
    public List<Member> team() {
        return List.copyOf(team);
    }

    /** Whether this person stands beside the steward now. */
    public boolean hasDeputy(UUID person) {
        TeamJoined joined = joined(person);
        return joined != null && joined.part().equals("DEPUTY");
    }

    boolean isMember(UUID person) {
        return joined(person) != null;
    }

    @Nullable TeamJoined joined(UUID person) {
        return team.stream()
                .filter(it -> it.left() == null)
                .map(Member::joined)
                .filter(it -> it.person().equals(person))
                .findFirst()
                .orElse(null);
    }

    /** How the project is served, or null before that was chosen. */
    public @Nullable ServiceChosen service() {
        return service;
    }

    /** The last pack, or null when the project never passed on. */
    public @Nullable HandoverPrepared handover() {
        return handover;
    }

    /** For the last pack; null while nobody signed. */
    public @Nullable HandoverSigned signature() {
        return signature;
    }

    /** The end of it, or null while it is open. */
    public @Nullable ProjectClosed closed() {
        return closed;
    }

    /** Whether the project was taken over from this file. */
    public boolean hasTakenOver(UUID file) {
        return filesTakenOver.contains(file);
    }

    /** Codes of items that a file told to be decided, before the project entered the service. */
    public Set<String> itemsTakenOver() {
        return Set.copyOf(itemsTakenOver);
    }

    /** The lines that were taken over from files, in their order. */
    public List<EntryTakenOver> entriesTakenOver() {
        return List.copyOf(entriesTakenOver);
    }

    /** Refuses with {@code project-closed}. */
    public void mustBeOpen() {
        if (closed != null) {
            throw Refusal.conflict("project-closed", closed.on());
        }
    }

    int packs() {
        return packs;
    }
}
