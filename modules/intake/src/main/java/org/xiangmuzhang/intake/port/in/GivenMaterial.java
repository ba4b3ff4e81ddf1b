package org.xiangmuzhang.intake.port.in;

import java.util.UUID;

/** An uploaded file as the material that the catalog asks for. */
public record GivenMaterial(String material, UUID file) {}
