/** What every request to the interface passes: its id, its size, its errors. */
@NullMarked
package org.xiangmuzhang.rest.edge;

import org.jspecify.annotations.NullMarked;
