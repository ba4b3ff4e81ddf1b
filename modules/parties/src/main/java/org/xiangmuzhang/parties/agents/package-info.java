/** Enterprises: what they are called, and who acts for them. */
@NullMarked
package org.xiangmuzhang.parties.agents;

import org.jspecify.annotations.NullMarked;
