/** Who gives posts to whom, confirms them and ends them, and the record of it. */
@NullMarked
package org.xiangmuzhang.parties.posts;

import org.jspecify.annotations.NullMarked;
