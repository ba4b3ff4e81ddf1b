@NullMarked
package planted.outward.application;

import org.jspecify.annotations.NullMarked;
