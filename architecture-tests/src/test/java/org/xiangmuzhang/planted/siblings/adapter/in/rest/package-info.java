@NullMarked
package org.xiangmuzhang.planted.siblings.adapter.in.rest;

import org.jspecify.annotations.NullMarked;
