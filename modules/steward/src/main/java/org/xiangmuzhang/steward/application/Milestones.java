package org.xiangmuzhang.steward.application;

import org.xiangmuzhang.land.api.ParcelView;
import org.xiangmuzhang.steward.domain.project.Project;

import java.util.Set;

/** Milestones that nobody records by hand, because the platform sees them happen. */
final class Milestones {

    static final String GRANT = "LAND-GRANT";
    static final String ALLOCATION = "LAND-ALLOCATION";
    static final String DELIVERY = "LAND-DELIVERY";

    private static final Set<String> LAND = Set.of(GRANT, ALLOCATION, DELIVERY);

    private static final Set<String> STANDING = Set.of("PAID", "DELIVERED");

    private Milestones() {}

    /** Whether the land right of a parcel stands. */
    static boolean stands(ParcelView parcel) {
        return STANDING.contains(parcel.state());
    }

    /** Establishes the land right (供地). */
    static boolean isLandRight(String code) {
        return code.equals(GRANT) || code.equals(ALLOCATION);
    }

    /** Told by land, which keeps the parcel, its contract and its payment. */
    static boolean isOfLand(String code) {
        return LAND.contains(code);
    }

    /** Reached by signing the first mandate or by drawing the first plan. */
    static boolean isOfPlatform(String code) {
        return code.equals(Project.ENTRUSTED) || code.equals(Project.STUDIED);
    }
}
