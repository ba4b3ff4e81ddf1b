@NullMarked
package org.xiangmuzhang.steward.adapter.out.axon;

import org.jspecify.annotations.NullMarked;
