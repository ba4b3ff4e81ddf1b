package org.xiangmuzhang.rest.edge;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;

import org.springframework.web.util.UrlPathHelper;

/** What belongs to the interface for programs, as opposed to pages for people. */
public final class ApiPath {

    private ApiPath() {}

    /** Whether this request, or the one whose error is being shown, goes below {@code /api}. */
    public static boolean covers(HttpServletRequest request) {
        return isBelow("/api", request);
    }

    /** Whether programs send it: ours, or an identity provider below {@code /scim}. */
    static boolean isForPrograms(HttpServletRequest request) {
        return covers(request) || isBelow("/scim", request);
    }

    private static boolean isBelow(String place, HttpServletRequest request) {
        Object failed = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
        String path =
                failed instanceof String uri
                        ? uri.substring(request.getContextPath().length())
                        : UrlPathHelper.defaultInstance.getPathWithinApplication(request);
        return path.equals(place) || path.startsWith(place + "/");
    }
}
