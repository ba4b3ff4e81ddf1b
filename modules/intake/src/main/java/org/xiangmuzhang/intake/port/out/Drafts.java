package org.xiangmuzhang.intake.port.out;

import org.jspecify.annotations.Nullable;
import org.xiangmuzhang.intake.domain.draft.Draft;
import org.xiangmuzhang.intake.domain.draft.Provenance;
import org.xiangmuzhang.kernel.Region;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Forms that are being filled in, and how those were filled in that were submitted. */
public interface Drafts {

    /** A draft without its answers, and the sealed texts that hold them. */
    record Kept(Draft draft, List<UUID> answers) {}

    void add(Kept draft);

    Optional<Kept> byId(UUID id);

    /** Keeps the next version; refuses with {@code changed-meanwhile}. */
    void save(Kept draft);

    /** Removes this version; refuses with {@code changed-meanwhile}. */
    void remove(UUID id, long version);

    /** Of an enterprise, or of one of its projects, by id. */
    List<Draft> of(UUID enterprise, @Nullable UUID project, @Nullable UUID after, int limit);

    /** Of these projects, by id. */
    List<Draft> ofProjects(Collection<UUID> projects, int limit);

    /** Drafts whose last day is over. */
    List<UUID> expired(LocalDate today, int limit);

    /** How many there are at some places. */
    long count(Set<Region> places);

    /** Drafts of an enterprise that was merged away. */
    void passOn(UUID dissolved, UUID kept);

    void add(UUID application, Region region, Provenance provenance);

    Optional<Provenance> provenance(UUID application);
}
