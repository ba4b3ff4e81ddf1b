/** Enterprises that were found twice: which may be one, merging them, and their history. */
@NullMarked
package org.xiangmuzhang.parties.mergers;

import org.jspecify.annotations.NullMarked;
