@NullMarked
package org.xiangmuzhang.intake.domain.dossier;

import org.jspecify.annotations.NullMarked;
