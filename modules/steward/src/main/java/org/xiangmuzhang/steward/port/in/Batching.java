package org.xiangmuzhang.steward.port.in;

import org.jspecify.annotations.Nullable;
import org.xiangmuzhang.kernel.Actor;
import org.xiangmuzhang.kernel.Region;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

/**
 * 打包审批: projects of one type at one place share figures, and are decided each by itself with them.
 * Enterprises see batches to which a project of theirs belongs, and of their members their own
 * only; so do stewards of the place. Other officials see all within reach. Whatever else is asked
 * for is {@code batch-unknown}.
 */
public interface Batching {

    /** What may be done with a batch. */
    enum Deed {
        /** A steward takes in a project of its own. */
        JOIN,
        /** A project is treated by itself again. */
        LEAVE,
        /** A figure that holds for all. */
        SHARE,
        /** A member's item was decided with the shared figures. */
        DECIDE
    }

    /** What is done; only what belongs to the deed is read. */
    record Change(
            Deed deed,
            @Nullable UUID project,
            @Nullable String meaning,
            @Nullable BigDecimal value,
            @Nullable String item,
            @Nullable String documentNumber,
            @Nullable LocalDate on,
            @Nullable UUID file) {}

    /**
     * A batch.
     *
     * @param size how many projects belong to it
     * @param members those that the reader may see
     * @param mayChange whether the reader is a steward of the place
     */
    record Group(
            UUID id,
            Region region,
            String regionName,
            String projectType,
            String projectTypeName,
            LocalDate openedOn,
            int size,
            List<GroupMember> members,
            List<Figure> figures,
            boolean mayChange,
            long version) {}

    /** A project of a batch, and codes of the items that were decided. */
    record GroupMember(UUID project, @Nullable String name, List<String> decided, boolean mine) {}

    /** A figure that all share. */
    record Figure(String meaning, String name, BigDecimal value) {}

    /** The project is the first of the batch, whose place and type it gives. */
    void open(Actor actor, UUID id, UUID project);

    /** Decided on a version, or on whatever there is for a negative one. */
    void change(Actor actor, UUID batch, long version, Change change);

    Group batch(Actor actor, UUID batch, Locale language);

    /** The newest first. */
    List<Group> list(
            Actor actor, @Nullable UUID project, @Nullable UUID before, int limit, Locale language);

    /** Meanings of figures that may be shared at a place, by code, in words. */
    Map<String, String> figures(Region region, Locale language);
}
