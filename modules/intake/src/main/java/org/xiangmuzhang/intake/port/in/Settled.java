package org.xiangmuzhang.intake.port.in;

import org.jspecify.annotations.Nullable;
import org.xiangmuzhang.kernel.Refusal;

import java.util.UUID;

/**
 * What became of one of several that were acted on together.
 *
 * @param id of the item or the application
 * @param refusal why nothing happened to it, or null when it was done
 */
public record Settled(UUID id, @Nullable Refusal refusal) {}
