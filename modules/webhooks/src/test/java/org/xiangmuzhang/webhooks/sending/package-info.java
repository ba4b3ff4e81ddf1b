@NullMarked
package org.xiangmuzhang.webhooks.sending;

import org.jspecify.annotations.NullMarked;
