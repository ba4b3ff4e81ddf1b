@NullMarked
package org.xiangmuzhang.webhooks;

import org.jspecify.annotations.NullMarked;
