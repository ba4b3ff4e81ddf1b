/**
 * First figures: the platform over HTTP beside pgbench and Flowable on one PostgreSQL server, and
 * how fast a read model is made anew.
 */
@NullMarked
package org.xiangmuzhang.benchmarks;

import org.jspecify.annotations.NullMarked;
