package org.xiangmuzhang.rest;

import jakarta.servlet.Filter;

/**
 * Turns one client's flood away. It has to stand where the client is known and the database has not
 * been asked yet; passing it twice is as passing it once.
 */
public interface FirstDoor extends Filter {}
