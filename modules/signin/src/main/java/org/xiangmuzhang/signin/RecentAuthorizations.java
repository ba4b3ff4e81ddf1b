package org.xiangmuzhang.signin;

import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.server.authorization.InMemoryOAuth2AuthorizationService;
import org.springframework.security.oauth2.server.authorization.OAuth2Authorization;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationService;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenType;

import java.util.LinkedHashMap;
import java.util.Map;

/** The last thousand authorizations; an older one has to be asked for again. */
final class RecentAuthorizations implements OAuth2AuthorizationService {

    private static final int KEPT = 1000;

    private final InMemoryOAuth2AuthorizationService all = new InMemoryOAuth2AuthorizationService();
    private final Map<String, OAuth2Authorization> byAge = new LinkedHashMap<>();

    @Override
    public synchronized void save(OAuth2Authorization authorization) {
        all.save(authorization);
        byAge.put(authorization.getId(), authorization);
        if (byAge.size() > KEPT) {
            remove(byAge.values().iterator().next());
        }
    }

    @Override
    public synchronized void remove(OAuth2Authorization authorization) {
        OAuth2Authorization latest = byAge.remove(authorization.getId());
        all.remove(latest == null ? authorization : latest);
    }

    @Override
    public synchronized @Nullable OAuth2Authorization findById(String id) {
        return all.findById(id);
    }

    @Override
    public synchronized @Nullable OAuth2Authorization findByToken(
            String token, @Nullable OAuth2TokenType tokenType) {
        return all.findByToken(token, tokenType);
    }
}
