/** Who is calling: OAuth 2.1 and OpenID Connect, posts, demo users. */
@ApplicationModule(allowedDependencies = {"kernel", "parties", "rest", "console", "eventlog"})
@NullMarked
package org.xiangmuzhang.signin;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
