package org.xiangmuzhang.steward.domain.book;

import java.util.UUID;

/**
 * 一次委托: who drafts the book, by which contract, and who pays.
 *
 * @param agency id of the words that name it
 * @param contract the file
 */
public record Commission(UUID agency, UUID contract, Payer payer) {}
