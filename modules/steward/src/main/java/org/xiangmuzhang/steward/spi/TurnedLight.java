package org.xiangmuzhang.steward.spi;

import org.xiangmuzhang.kernel.LoggedEvent;

import java.util.UUID;

/** A light that turned for an item of a project: the event of who watches implements it. */
public interface TurnedLight extends LoggedEvent {

    UUID task();

    String itemCode();

    /** Which of the item's clocks. */
    String clock();

    /** GREEN, YELLOW, ORANGE or RED. */
    String light();
}
