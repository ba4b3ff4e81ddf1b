package org.xiangmuzhang.timers;

import java.time.Duration;

/**
 * Work that must be done again and again, on one node at a time. A run that fails is logged and
 * done again at the next turn, so it has to be safe to repeat.
 *
 * @param name stable name, unique over all modules
 * @param every pause between the end of one run and the start of the next
 * @param run the work
 */
public record RecurringWork(String name, Duration every, Runnable run) {}
