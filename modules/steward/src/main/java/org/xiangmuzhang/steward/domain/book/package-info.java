/** 一本制: several assessments of a project in one book with one reply, and who paid for it. */
@Application
@NullMarked
package org.xiangmuzhang.steward.domain.book;

import org.jmolecules.architecture.hexagonal.Application;
import org.jspecify.annotations.NullMarked;
