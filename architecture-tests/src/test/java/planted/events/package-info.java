@NullMarked
package planted.events;

import org.jspecify.annotations.NullMarked;
