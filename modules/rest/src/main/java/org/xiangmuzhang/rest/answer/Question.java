package org.xiangmuzhang.rest.answer;

/**
 * A request under its key.
 *
 * @param caller a hash of who calls
 * @param path with the query
 * @param fingerprint of what else makes it the same request
 */
record Question(String caller, String key, String method, String path, String fingerprint) {}
