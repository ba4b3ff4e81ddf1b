/** Rules of ledger and lights. */
@NullMarked
package org.xiangmuzhang.supervision.domain;

import org.jspecify.annotations.NullMarked;
