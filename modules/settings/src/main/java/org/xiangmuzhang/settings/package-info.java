/** 配置: what places set for themselves, in versions, with a second person. */
@ApplicationModule(
        allowedDependencies = {"kernel", "parties", "parties :: privacy", "rest", "console"})
@NullMarked
package org.xiangmuzhang.settings;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
