package org.xiangmuzhang.signin;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.SavedRequestAwareAuthenticationSuccessHandler;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;
import org.springframework.security.web.savedrequest.SavedRequest;

import java.io.IOException;
import java.net.URI;

/** After sign-in: to the page that was asked for, or by a page between to another system. */
class GoOnAfterSignIn extends SavedRequestAwareAuthenticationSuccessHandler {

    private final PastSignIns past;

    GoOnAfterSignIn(PastSignIns past) {
        this.past = past;
        setDefaultTargetUrl("/console");
    }

    @Override
    public void onAuthenticationSuccess(
            HttpServletRequest request, HttpServletResponse response, Authentication caller)
            throws IOException, ServletException {
        SignedIn.note(request);
        past.note(caller.getName(), PastSignIn.Outcome.SUCCEEDED, request);
        SavedRequest saved = new HttpSessionRequestCache().getRequest(request, response);
        if (saved != null && isAuthorization(request, saved)) {
            clearAuthenticationAttributes(request);
            response.sendRedirect(request.getContextPath() + "/sign-in/continue");
        } else {
            super.onAuthenticationSuccess(request, response, caller);
        }
    }

    private static boolean isAuthorization(HttpServletRequest request, SavedRequest saved) {
        return URI.create(saved.getRedirectUrl())
                .getPath()
                .equals(request.getContextPath() + "/oauth2/authorize");
    }
}
