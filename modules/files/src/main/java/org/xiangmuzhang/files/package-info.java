/** Uploaded files: content by hash outside the database, a row for each upload. */
@ApplicationModule(
        allowedDependencies = {"kernel", "database", "parties", "parties :: privacy", "timers"})
@NullMarked
package org.xiangmuzhang.files;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
