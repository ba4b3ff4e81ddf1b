package org.xiangmuzhang.intake.domain.check;

import org.jmolecules.ddd.annotation.ValueObject;

/** A material as a rule sees it: the hash of its content and the type that its bytes have. */
@ValueObject
public record HandedIn(String sha256, String mediaType) {}
