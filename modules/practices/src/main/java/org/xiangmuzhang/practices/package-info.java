/** What the published cases do, and the mark of a test that shows it. */
@NullMarked
package org.xiangmuzhang.practices;

import org.jspecify.annotations.NullMarked;
