/** Packages 一件事: several items joined into one form, one list of materials and one limit. */
@NullMarked
package org.xiangmuzhang.catalog.domain.bundle;

import org.jspecify.annotations.NullMarked;
