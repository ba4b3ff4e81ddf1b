package org.xiangmuzhang.intake.port.in;

/**
 * 承诺书 of a place.
 *
 * @param version to be named by whoever promises it
 */
public record PromiseWords(String version, String words) {}
