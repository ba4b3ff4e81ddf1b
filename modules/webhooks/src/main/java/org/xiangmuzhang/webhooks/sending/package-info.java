/** One signed request to an address that was looked at, and what came back. */
@NullMarked
package org.xiangmuzhang.webhooks.sending;

import org.jspecify.annotations.NullMarked;
