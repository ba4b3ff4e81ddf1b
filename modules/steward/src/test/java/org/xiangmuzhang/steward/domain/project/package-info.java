@NullMarked
package org.xiangmuzhang.steward.domain.project;

import org.jspecify.annotations.NullMarked;
