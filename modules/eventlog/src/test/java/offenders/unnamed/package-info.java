/** Planted offenders: what the check of event types must refuse. */
@NullMarked
package offenders.unnamed;

import org.jspecify.annotations.NullMarked;
