package org.xiangmuzhang.parties.agents;

import org.xiangmuzhang.kernel.SocialCreditCode;

import java.time.Instant;
import java.util.UUID;

/** An enterprise that was found twice and merged into another one, as it was known. */
record Merged(UUID id, SocialCreditCode code, String name, Instant at) {}
