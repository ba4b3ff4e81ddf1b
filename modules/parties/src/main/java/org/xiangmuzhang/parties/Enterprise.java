package org.xiangmuzhang.parties;

import org.xiangmuzhang.kernel.Region;
import org.xiangmuzhang.kernel.SocialCreditCode;

import java.util.UUID;

/**
 * A body with a unified social credit code, on whose behalf applicants act.
 *
 * @param region where it first appeared on the platform; it may invest anywhere
 */
public record Enterprise(UUID id, Region region, SocialCreditCode code, String name) {}
