/** The embedded PostgreSQL server, migrations per schema, backup and restore. */
@NullMarked
package org.xiangmuzhang.database;

import org.jspecify.annotations.NullMarked;
