/** May know one, and does not. */
@ApplicationModule(allowedDependencies = "one")
@NullMarked
package planted.modules.three;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
