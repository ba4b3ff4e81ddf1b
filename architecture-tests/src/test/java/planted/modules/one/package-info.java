/** May know everybody, and reaches into two. */
@ApplicationModule
@NullMarked
package planted.modules.one;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
