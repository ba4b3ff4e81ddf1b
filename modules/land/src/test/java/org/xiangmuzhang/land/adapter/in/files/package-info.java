/** Reading reference files. */
@NullMarked
package org.xiangmuzhang.land.adapter.in.files;

import org.jspecify.annotations.NullMarked;
