package org.xiangmuzhang.supervision.domain;

import org.xiangmuzhang.kernel.Region;

import java.time.LocalDate;
import java.util.UUID;

/** A promise that seemed to be broken to somebody who watches. */
public record Breach(
        UUID id, Region region, UUID promise, Source source, UUID reportedBy, LocalDate on) {

    /** Where it came to light. */
    public enum Source {
        /** 双随机. */
        INSPECTION,
        COMPLAINT,
        /** 信用. */
        CREDIT_RECORD,
        OTHER_DEPARTMENT
    }
}
