package org.xiangmuzhang.intake.domain.dossier;

/** Where an application stands, between receipt and delivery. */
public enum ApplicationState {
    RECEIVED(1),
    /** Told, once, what is missing. */
    CORRECTION_NOTICED(6),
    CORRECTION_SUPPLIED(7),
    /** With the departments until it is delivered. */
    ACCEPTED(3),
    /** 不受理: nothing that is decided here. */
    NOT_OURS(4),
    /** 不予受理. */
    REFUSED(5),
    WITHDRAWN_UNACCEPTED(2),
    WITHDRAWN(14),
    /** All results were handed over. */
    DELIVERED(11);

    private final int exchange;

    ApplicationState(int exchange) {
        this.exchange = exchange;
    }

    /** The exchange state when the items say nothing more exact. */
    int exchange() {
        return exchange;
    }

    /** Whether the window still has to accept it or not. */
    public boolean isBeforeAcceptance() {
        return this == RECEIVED || this == CORRECTION_NOTICED || this == CORRECTION_SUPPLIED;
    }
}
