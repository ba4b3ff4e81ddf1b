package org.xiangmuzhang.steward.domain.book;

import java.time.LocalDate;
import java.util.UUID;

/** 一件批文: the one reply that stands for every chapter. */
public record Reply(String documentNumber, LocalDate on, UUID file) {}
