package org.xiangmuzhang.land.domain;

import org.jmolecules.ddd.annotation.ValueObject;

import java.math.BigDecimal;

/** One unit in another: one {@code from} is {@code factor} times {@code to}. */
@ValueObject
public record UnitConversion(String from, String to, BigDecimal factor, String meaning) {}
