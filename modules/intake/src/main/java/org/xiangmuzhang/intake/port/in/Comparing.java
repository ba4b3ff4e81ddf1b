package org.xiangmuzhang.intake.port.in;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** Holds what a person decided beside what the rules had found. */
public interface Comparing {

    void corrected(UUID application, List<String> materials, LocalDate on);

    void refused(UUID application, LocalDate on);

    void decided(UUID application, UUID task, boolean approved, LocalDate on);
}
