package org.xiangmuzhang.intake.spi;

import org.xiangmuzhang.kernel.Region;

import java.time.LocalDate;
import java.util.UUID;

/**
 * Told by whoever watches promises: one seems to be broken. An event of another context implements
 * it; the department that decided on the promise then has to say what becomes of its decision.
 */
public interface BreachFound {

    /** The obligation that {@code ObligationIncurred} told of. */
    UUID promise();

    Region region();

    /** Where it came to light: INSPECTION, COMPLAINT, CREDIT_RECORD or OTHER_DEPARTMENT. */
    String source();

    LocalDate on();
}
