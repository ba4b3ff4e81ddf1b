package org.xiangmuzhang.intake.port.in;

import java.util.UUID;

/** One of several items that are decided together, with its own number, file and version. */
public record ToDecide(UUID task, Verdict verdict, Seen seen) {}
