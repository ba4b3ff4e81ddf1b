package org.xiangmuzhang.signin;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.security.authentication.InsufficientAuthenticationException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.web.filter.OncePerRequestFilter;

import java.io.IOException;
import java.util.Locale;

/**
 * Turns strangers away who send a form with files, before anybody asks for a field of it: the first
 * who does, the check for forged forms above all, has the container read the whole form to disk.
 */
public final class UploadsOfStrangers extends OncePerRequestFilter {

    private final AuthenticationEntryPoint refusal;

    public UploadsOfStrangers(AuthenticationEntryPoint refusal) {
        this.refusal = refusal;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        String type = request.getContentType();
        return type == null || !type.strip().toLowerCase(Locale.ROOT).startsWith("multipart/");
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Authentication known = SecurityContextHolder.getContext().getAuthentication();
        if (known != null && known.isAuthenticated()) {
            chain.doFilter(request, response);
        } else {
            refusal.commence(
                    request, response, new InsufficientAuthenticationException("Nobody known"));
        }
    }
}
