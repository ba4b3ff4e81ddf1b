package org.xiangmuzhang.catalog.domain.own;

import org.jmolecules.ddd.annotation.ValueObject;
import org.xiangmuzhang.catalog.domain.Fault;

/**
 * One line of the report of an import.
 *
 * @param number counted from 1 in the order of finding
 * @param blocks whether it keeps the file from being published
 */
@ValueObject
public record ImportFault(int number, Fault fault, boolean blocks) {}
