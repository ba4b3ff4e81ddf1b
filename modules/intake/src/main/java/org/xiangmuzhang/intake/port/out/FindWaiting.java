package org.xiangmuzhang.intake.port.out;

import org.xiangmuzhang.kernel.Region;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Ids of the applications that wait for someone, each list along an index and bounded. */
public interface FindWaiting {

    /** Applications of these regions in a state, the oldest first. */
    List<UUID> atWindow(Set<Region> regions, String state, int limit);

    /** How many applications of these regions wait for acceptance since that day or before. */
    long unacceptedSince(Set<Region> regions, LocalDate day);

    /** Accepted applications of a region of which every item is decided, the oldest first. */
    List<UUID> decided(Region region, int limit);

    /** Applications of an enterprise in one of these states, the newest first. */
    List<UUID> ofEnterprise(UUID enterprise, Collection<String> states, int limit);

    /** Applications of these projects in one of these states, the newest first. */
    List<UUID> ofProjects(Collection<UUID> projects, Collection<String> states, int limit);

    /** Delivered since that day, of an enterprise; the newest first. */
    List<UUID> delivered(UUID enterprise, LocalDate since, int limit);

    /** How many applications of these regions were delivered since that day. */
    long deliveredSince(Set<Region> regions, LocalDate day);

    /** How many applications of these regions are not closed. */
    long open(Set<Region> regions);

    /** How many special procedures of these regions last, and are meant to for more days. */
    long proceduresLongerThan(Set<Region> regions, int days);

    /** How many items a department has on its desk, counted up to the limit. */
    int onDesk(Region region, String department, int limit);
}
