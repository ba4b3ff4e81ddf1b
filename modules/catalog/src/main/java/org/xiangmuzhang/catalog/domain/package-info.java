/**
 * Tables and their rules, the template, and what a place makes of it. Values without a ring of
 * their own: the catalog mostly keeps records, and its edges show them as they are.
 */
@NullMarked
package org.xiangmuzhang.catalog.domain;

import org.jspecify.annotations.NullMarked;
