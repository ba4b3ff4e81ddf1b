package org.xiangmuzhang.rest;

import jakarta.servlet.http.HttpServletRequest;

import java.util.UUID;

/** Tells in which post a request acts; without such a bean posts play no part. */
public interface ActingPost {

    /** The post's id; refuses when the caller holds none, or not the one the request names. */
    UUID of(HttpServletRequest request);
}
