@NullMarked
package org.xiangmuzhang.rest;

import org.jspecify.annotations.NullMarked;
