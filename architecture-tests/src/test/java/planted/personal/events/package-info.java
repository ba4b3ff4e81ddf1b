@NullMarked
package planted.personal.events;

import org.jspecify.annotations.NullMarked;
