package org.xiangmuzhang.journey;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.web.filter.OncePerRequestFilter;

import java.io.IOException;

/** Fails a page as a container does, with the status that its address names. */
final class ErrorsOnRequest extends OncePerRequestFilter {

    static final String PATH = "/console/fails-with/";

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (request.getRequestURI().startsWith(PATH)) {
            response.sendError(Integer.parseInt(request.getRequestURI().substring(PATH.length())));
        } else {
            chain.doFilter(request, response);
        }
    }
}
