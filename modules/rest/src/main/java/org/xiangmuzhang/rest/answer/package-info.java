/** Idempotency keys: one key, one effect, one answer. */
@NullMarked
package org.xiangmuzhang.rest.answer;

import org.jspecify.annotations.NullMarked;
