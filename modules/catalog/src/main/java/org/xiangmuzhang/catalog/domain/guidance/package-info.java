/**
 * 情形引导: questions whose answers say which items a case needs, found to be without gaps before
 * anybody is asked them, and the one-time notice that the answers come to.
 */
@NullMarked
package org.xiangmuzhang.catalog.domain.guidance;

import org.jspecify.annotations.NullMarked;
