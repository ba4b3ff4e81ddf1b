package org.xiangmuzhang.catalog.api;

/**
 * One item comes before another. Counts only when both are in the plan.
 *
 * @param id stable id, such as {@code DEP-012}
 * @param from the item that must be done first
 * @param to the item that waits
 */
public record Dependency(
        String id, String from, String to, Kind kind, Relaxation relaxableBy, String appliesWhen) {

    /**
     * Whether nobody may be asked to decide on the later item before the first is done: an order by
     * law or by material that falls away by nothing, or by simulation only.
     */
    public boolean isBinding() {
        return kind != Kind.PRACTICAL
                && (relaxableBy == Relaxation.NONE || relaxableBy == Relaxation.MOCK);
    }

    /** Why the order holds. */
    public enum Kind {
        LEGAL,
        MATERIAL,
        PRACTICAL
    }

    /** What makes the edge fall away or bind later. */
    public enum Relaxation {
        NONE,
        /** Simulated approval: reviewed earlier, the formal result still waits. */
        MOCK,
        DEFER,
        COMMIT,
        REGIONAL,
        MERGE,
        STAGED,
        /** The first item is optional. */
        SKIP
    }
}
