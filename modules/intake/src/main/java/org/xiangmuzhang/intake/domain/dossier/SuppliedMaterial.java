package org.xiangmuzhang.intake.domain.dossier;

import org.jmolecules.ddd.annotation.ValueObject;

import java.util.UUID;

/** A material as it was handed in: the catalog's id, the file, its content hash (SHA-256, hex). */
@ValueObject
public record SuppliedMaterial(String material, UUID file, String sha256) {}
