@org.jmolecules.architecture.hexagonal.Application
@NullMarked
package org.xiangmuzhang.planted.hexagon.domain;

import org.jspecify.annotations.NullMarked;
