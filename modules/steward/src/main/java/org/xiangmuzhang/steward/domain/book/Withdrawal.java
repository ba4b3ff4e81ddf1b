package org.xiangmuzhang.steward.domain.book;

import java.time.LocalDate;
import java.util.UUID;

/** When a book was given up, and the id of the reason that was written. */
public record Withdrawal(UUID reason, LocalDate on) {}
