package org.xiangmuzhang.eventlog;

/**
 * How far a consumer has come, over all nodes.
 *
 * @param consumer its name
 * @param position up to where all its effects are committed; 0 before the first
 * @param segments how many parts it works in
 * @param held how many of them some node has held within the last half minute
 * @param catchingUp whether it began at the first event, new or sent back, and has not come near
 *     the head since
 */
public record ConsumerProgress(
        String consumer, long position, int segments, int held, boolean catchingUp) {}
