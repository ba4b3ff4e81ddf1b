/** What a file is and what it holds, found in its bytes within bounds; no parser ever runs. */
@NullMarked
package org.xiangmuzhang.files.content;

import org.jspecify.annotations.NullMarked;
