/** What an identity provider pushes: people as they come, and those who have gone (RFC 7644). */
@NullMarked
package org.xiangmuzhang.signin.scim;

import org.jspecify.annotations.NullMarked;
