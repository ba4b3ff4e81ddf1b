package org.xiangmuzhang.intake.domain.check;

import org.jmolecules.ddd.annotation.ValueObject;
import org.jspecify.annotations.Nullable;

/**
 * What a rule found.
 *
 * @param seen hash of the content that a rule about a material looked at, or null
 */
@ValueObject
public record Finding(Rule rule, boolean passed, @Nullable String seen) {}
