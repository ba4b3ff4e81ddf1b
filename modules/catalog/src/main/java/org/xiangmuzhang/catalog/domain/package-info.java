/** Tables and their rules, the template, and what a place makes of it. */
@Application
@NullMarked
package org.xiangmuzhang.catalog.domain;

import org.jmolecules.architecture.hexagonal.Application;
import org.jspecify.annotations.NullMarked;
