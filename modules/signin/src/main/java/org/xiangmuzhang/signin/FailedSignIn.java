package org.xiangmuzhang.signin;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.authentication.SimpleUrlAuthenticationFailureHandler;

import java.io.IOException;

/** A sign-in that failed is kept, and looks alike whatever it failed by. */
class FailedSignIn extends SimpleUrlAuthenticationFailureHandler {

    private final PastSignIns past;

    FailedSignIn(PastSignIns past, String page) {
        super(page);
        this.past = past;
    }

    @Override
    public void onAuthenticationFailure(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException e)
            throws IOException, ServletException {
        past.note(request.getParameter("username"), PastSignIn.Outcome.FAILED, request);
        super.onAuthenticationFailure(request, response, e);
    }
}
