package org.xiangmuzhang;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.WebUtils;
import org.xiangmuzhang.eventlog.AppendListener;
import org.xiangmuzhang.eventlog.ReadModels;

import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;

/**
 * Lets who wrote something read it next, on whichever node. A change answers with the events it
 * wrote, in {@code X-Written} for a program and in a cookie for a browser; a read that shows them
 * again, in {@code X-Read-After} or in that cookie, waits until the read models hold them, but not
 * for ever: a consumer may be away. It waits in the lane of reads, so that no more ask the database
 * than may.
 */
@Component
@Order(-14)
class OwnWrites extends OncePerRequestFilter implements AppendListener {

    private static final String WRITTEN = "X-Written";
    private static final String READ_AFTER = "X-Read-After";
    private static final String COOKIE = "written";
    private static final String CONSOLE = "/console";

    /** The last ones of a change of many: whoever holds these has mostly handled the others. */
    private static final int MOST = 8;

    private static final int MINUTE = 60;
    private static final long SHORT = Duration.ofMillis(15).toNanos();
    private static final long LONG = Duration.ofMillis(100).toNanos();

    private final ReadModels readModels;
    private final Duration patience;

    OwnWrites(
            ReadModels readModels,
            @Value("${xiangmuzhang.read-after.patience:2s}") Duration patience) {
        this.readModels = readModels;
        this.patience = patience;
    }

    @Override
    public void appended(List<UUID> events) {
        if (!(RequestContextHolder.getRequestAttributes()
                instanceof ServletRequestAttributes attributes)) {
            return;
        }
        HttpServletResponse response = attributes.getResponse();
        if (response == null || response.isCommitted()) {
            return;
        }
        String written =
                events.stream()
                        .skip(Math.max(0, events.size() - MOST))
                        .map(UUID::toString)
                        .collect(Collectors.joining("."));
        if (isConsole(attributes.getRequest())) {
            Cookie cookie = new Cookie(COOKIE, written);
            cookie.setPath(attributes.getRequest().getContextPath() + CONSOLE);
            cookie.setHttpOnly(true);
            cookie.setSecure(attributes.getRequest().isSecure());
            cookie.setMaxAge(MINUTE);
            response.addCookie(cookie);
        } else {
            response.setHeader(WRITTEN, written);
        }
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        boolean reads = request.getMethod().equals("GET") || request.getMethod().equals("HEAD");
        return !reads || request.getUserPrincipal() == null || shown(request) == null;
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        await(events(String.valueOf(shown(request))));
        chain.doFilter(request, response);
    }

    private void await(List<UUID> events) {
        long end = System.nanoTime() + patience.toNanos();
        long pause = SHORT;
        while (!events.isEmpty() && !readModels.hold(events) && System.nanoTime() < end) {
            LockSupport.parkNanos(pause);
            pause = Math.min(LONG, pause * 3 / 2);
        }
    }

    private static @Nullable String shown(HttpServletRequest request) {
        if (!isConsole(request)) {
            return request.getHeader(READ_AFTER);
        }
        Cookie cookie = WebUtils.getCookie(request, COOKIE);
        return cookie == null ? null : cookie.getValue();
    }

    /** What is no id is passed over: it asks to wait for nothing. */
    private static List<UUID> events(String shown) {
        try {
            return Arrays.stream(shown.split("\\.")).limit(MOST).map(UUID::fromString).toList();
        } catch (IllegalArgumentException e) {
            return List.of();
        }
    }

    private static boolean isConsole(HttpServletRequest request) {
        return request.getRequestURI().startsWith(request.getContextPath() + CONSOLE);
    }
}
