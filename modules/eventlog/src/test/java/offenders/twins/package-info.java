/** Planted offenders: what the check of event types must refuse. */
@NullMarked
package offenders.twins;

import org.jspecify.annotations.NullMarked;
