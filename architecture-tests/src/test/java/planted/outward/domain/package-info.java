@NullMarked
package planted.outward.domain;

import org.jspecify.annotations.NullMarked;
