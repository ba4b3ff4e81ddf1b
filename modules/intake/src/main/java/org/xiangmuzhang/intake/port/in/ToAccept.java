package org.xiangmuzhang.intake.port.in;

import java.util.UUID;

/** One of several applications that are accepted together, with its own version. */
public record ToAccept(UUID application, Seen seen) {}
