package org.xiangmuzhang.signin;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;

import java.io.IOException;

/** Sends strangers to the sign-in page; a fragment asked for by htmx sends the whole page there. */
class SignInEntryPoint extends LoginUrlAuthenticationEntryPoint {

    SignInEntryPoint(String page) {
        super(page);
    }

    @Override
    public void commence(
            HttpServletRequest request,
            HttpServletResponse response,
            AuthenticationException exception)
            throws IOException, ServletException {
        if (request.getHeader("HX-Request") == null) {
            super.commence(request, response, exception);
        } else {
            response.setHeader("HX-Redirect", request.getContextPath() + getLoginFormUrl());
            response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
        }
    }
}
