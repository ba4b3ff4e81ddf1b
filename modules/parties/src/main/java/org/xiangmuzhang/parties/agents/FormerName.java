package org.xiangmuzhang.parties.agents;

import java.time.Instant;
import java.util.UUID;

/**
 * What an enterprise was called.
 *
 * @param until when it was corrected
 * @param reason the remark of who did it
 */
record FormerName(String name, Instant until, UUID changedBy, UUID reason) {}
