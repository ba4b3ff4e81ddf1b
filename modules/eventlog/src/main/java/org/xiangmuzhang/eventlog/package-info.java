/**
 * The one log through which contexts hear each other. An event is published with Spring's {@code
 * ApplicationEventPublisher} inside a transaction and appended when that transaction commits;
 * consumers are Axon event handlers.
 */
@ApplicationModule(allowedDependencies = {"kernel", "database"})
@NullMarked
package org.xiangmuzhang.eventlog;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
