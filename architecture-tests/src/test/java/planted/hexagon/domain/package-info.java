@org.jmolecules.architecture.hexagonal.Application
@NullMarked
package planted.hexagon.domain;

import org.jspecify.annotations.NullMarked;
