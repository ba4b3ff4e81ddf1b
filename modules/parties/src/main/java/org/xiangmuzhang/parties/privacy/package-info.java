/** What others tell and do where somebody's personal data is concerned. */
@NamedInterface("privacy")
@NullMarked
package org.xiangmuzhang.parties.privacy;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
