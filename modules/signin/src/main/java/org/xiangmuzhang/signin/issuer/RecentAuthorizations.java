package org.xiangmuzhang.signin.issuer;

import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.endpoint.OAuth2ParameterNames;
import org.springframework.security.oauth2.server.authorization.OAuth2Authorization;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationService;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenType;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/**
 * The last ten thousand sign-ins of people, in memory: a code is exchanged within minutes, and an
 * access token needs nobody to remember it. What systems fetch is not kept at all.
 */
class RecentAuthorizations implements OAuth2AuthorizationService {

    private static final int MOST = 10_000;

    private final Map<String, OAuth2Authorization> recent =
            new LinkedHashMap<>() {
                @Override
                protected boolean removeEldestEntry(Map.Entry<String, OAuth2Authorization> eldest) {
                    return size() > MOST;
                }
            };

    @Override
    public synchronized void save(OAuth2Authorization authorization) {
        if (!AuthorizationGrantType.CLIENT_CREDENTIALS.equals(
                authorization.getAuthorizationGrantType())) {
            recent.put(authorization.getId(), authorization);
        }
    }

    @Override
    public synchronized void remove(OAuth2Authorization authorization) {
        recent.remove(authorization.getId());
    }

    @Override
    public synchronized @Nullable OAuth2Authorization findById(String id) {
        return recent.get(id);
    }

    @Override
    public synchronized @Nullable OAuth2Authorization findByToken(
            String token, @Nullable OAuth2TokenType type) {
        for (OAuth2Authorization authorization : recent.values()) {
            if (holds(authorization, token)) {
                return authorization;
            }
        }
        return null;
    }

    private static boolean holds(OAuth2Authorization authorization, String token) {
        return authorization.getToken(token) != null
                || Objects.equals(authorization.getAttribute(OAuth2ParameterNames.STATE), token);
    }
}
