package org.xiangmuzhang.parties;

import java.util.List;

/** A list of people in which something is wrong; nobody of it was taken. */
public class EnrolmentsRefusedException extends RuntimeException {

    private final List<String> faults;

    public EnrolmentsRefusedException(List<String> faults) {
        super(String.join("\n", faults));
        this.faults = List.copyOf(faults);
    }

    /** One sentence for each fault, with row and column. */
    public List<String> faults() {
        return faults;
    }
}
