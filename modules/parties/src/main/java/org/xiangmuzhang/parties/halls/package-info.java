/** Service halls and their windows. */
@NullMarked
package org.xiangmuzhang.parties.halls;

import org.jspecify.annotations.NullMarked;
