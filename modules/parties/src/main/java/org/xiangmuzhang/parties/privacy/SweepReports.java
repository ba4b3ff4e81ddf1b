package org.xiangmuzhang.parties.privacy;

/** Where work that removes by itself tells what it did. */
public interface SweepReports {

    /**
     * Tells of a run that has ended.
     *
     * @param kind in letters only
     */
    void ended(String kind, long lookedAt, long removed, long failed);
}
