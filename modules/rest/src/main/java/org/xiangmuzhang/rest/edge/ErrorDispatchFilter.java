package org.xiangmuzhang.rest.edge;

import jakarta.servlet.FilterChain;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.xiangmuzhang.rest.ProblemDocuments;

import java.io.IOException;

/** Answers errors that the container met outside every controller. */
class ErrorDispatchFilter extends HttpFilter {

    private final transient ProblemDocuments problems;

    ErrorDispatchFilter(ProblemDocuments problems) {
        this.problems = problems;
    }

    @Override
    protected void doFilter(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (!ApiPath.isForPrograms(request)) {
            chain.doFilter(request, response);
        } else if (request.getAttribute(RequestDispatcher.ERROR_EXCEPTION)
                instanceof Throwable thrown) {
            problems.write(request, response, thrown);
        } else {
            Object status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
            problems.write(request, response, status instanceof Integer code ? code : 500);
        }
    }
}
