package org.xiangmuzhang.steward.port.out;

import org.xiangmuzhang.kernel.Region;
import org.xiangmuzhang.steward.api.ProjectView;
import org.xiangmuzhang.steward.events.MandateSigned;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The projects by name and code, and who may act for whom; kept with every decision. */
public interface ProjectRegister {

    /**
     * Refuses with {@code project-code-taken} when another project has the code, with {@code
     * project-id-taken} when it has the id.
     */
    void add(ProjectView project);

    /** Section or division of GB/T 4754 that the project belongs to. */
    void tell(UUID project, String industry);

    /**
     * The next number of the codes that the platform makes for a region in a month, from 1. Others
     * who want one wait until the transaction ends.
     */
    int nextSerial(Region region, YearMonth month);

    boolean hasCode(String code);

    Optional<ProjectView> byId(UUID project);

    /** Those that there are, by their ids. */
    Map<UUID, ProjectView> byIds(Collection<UUID> projects);

    Optional<ProjectView> byCode(String code);

    Map<UUID, String> names(Collection<UUID> projects);

    /** Makes the calling transaction the only one that decides about the project until it ends. */
    void hold(UUID project);

    /**
     * The project's own id, which nobody closes until the transaction ends; empty when there is
     * none. Refuses with {@code project-closed}.
     */
    Optional<UUID> openStill(UUID project);

    /** Waits for all who found it open. */
    void close(UUID project, LocalDate on);

    /** Ends the mandates that were signed until then, waiting for all who act under one. */
    void appoint(UUID project, UUID steward, LocalDate on);

    void keep(MandateSigned mandate);

    /** Acts and days of a mandate as far as it reaches now. */
    void narrow(MandateSigned mandate);

    void revoke(UUID mandate, LocalDate on);

    /** A mandate that covers the act of a project's present steward on a day. */
    Optional<UUID> covering(UUID steward, UUID enterprise, UUID project, String act, LocalDate on);

    /**
     * Keeps the projects and mandates of an enterprise that is merged away as those of the one that
     * is kept; tells which projects, in the order of their ids.
     */
    List<UUID> passOn(UUID dissolved, UUID kept);

    /** The enterprise's projects, the newest first. */
    List<ProjectView> ofEnterprise(UUID enterprise, int limit);

    /** Projects whose present steward it is, under a mandate that covers the act on a day. */
    List<ProjectView> entrusted(UUID steward, String act, LocalDate on, int limit);
}
