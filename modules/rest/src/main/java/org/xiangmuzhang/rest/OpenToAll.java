package org.xiangmuzhang.rest;

import jakarta.servlet.http.HttpServletRequest;

import org.springframework.http.server.PathContainer;
import org.springframework.web.util.UrlPathHelper;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/**
 * What anybody may read without signing in: a bean of the module that serves it. Strangers have a
 * lane of their own at the door, so that they hold up nobody who is known.
 */
public final class OpenToAll {

    private final PathPattern pattern;

    /**
     * @param pattern of paths, such as {@code /guides/{code}}; only for GET and HEAD
     */
    public OpenToAll(String pattern) {
        this.pattern = PathPatternParser.defaultInstance.parse(pattern);
    }

    /** Whether the request reads such a thing. */
    public boolean covers(HttpServletRequest request) {
        String method = request.getMethod();
        return (method.equals("GET") || method.equals("HEAD"))
                && pattern.matches(
                        PathContainer.parsePath(
                                UrlPathHelper.defaultInstance.getPathWithinApplication(request)));
    }
}
