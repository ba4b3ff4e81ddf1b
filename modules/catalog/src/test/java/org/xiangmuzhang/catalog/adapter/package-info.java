/** The catalog at its edges, with the log behind it. */
@NullMarked
package org.xiangmuzhang.catalog.adapter;

import org.jspecify.annotations.NullMarked;
