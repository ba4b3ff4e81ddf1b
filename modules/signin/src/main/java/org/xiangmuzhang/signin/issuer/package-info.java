/** The issuer inside the application, for places that have none of their own yet. */
@NullMarked
package org.xiangmuzhang.signin.issuer;

import org.jspecify.annotations.NullMarked;
