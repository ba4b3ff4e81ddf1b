/** The log built on Axon Framework: storage, delivery, serialization, and what start-up refuses. */
@NullMarked
package org.xiangmuzhang.eventlog.axon;

import org.jspecify.annotations.NullMarked;
