/** Shared vocabulary of all contexts: small values without side effects. */
@NullMarked
package org.xiangmuzhang.kernel;

import org.jspecify.annotations.NullMarked;
