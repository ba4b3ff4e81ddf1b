@NullMarked
package planted.framework.domain;

import org.jspecify.annotations.NullMarked;
