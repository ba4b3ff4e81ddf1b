/** 要素清单: what a project needs beside its approvals, from whom, by when. */
@Application
@NullMarked
package org.xiangmuzhang.steward.domain.factor;

import org.jmolecules.architecture.hexagonal.Application;
import org.jspecify.annotations.NullMarked;
