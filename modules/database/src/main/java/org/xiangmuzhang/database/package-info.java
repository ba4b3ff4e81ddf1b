/**
 * The embedded PostgreSQL server, migrations per schema, backup and restore, and how much a
 * thread's statements see.
 */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package org.xiangmuzhang.database;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
