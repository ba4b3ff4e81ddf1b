/** Files that are made to harm whoever opens them, and what such files are made of. */
@NullMarked
package org.xiangmuzhang.bombs;

import org.jspecify.annotations.NullMarked;
