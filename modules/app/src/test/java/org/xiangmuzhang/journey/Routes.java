package org.xiangmuzhang.journey;

import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.RequestMappingInfoHandlerMapping;

import tools.jackson.databind.JsonNode;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Every endpoint that the running platform serves, as {@code GET /api/projects/{id}}. */
final class Routes {

    /**
     * What filters answer before any route, and files that lie on the class path; but for those
     * through which one gets a session or a token, which is not a matter of roles.
     */
    private static final List<String> WITHOUT_HANDLER =
            List.of(
                    "GET /.well-known/oauth-authorization-server",
                    "GET /.well-known/openid-configuration",
                    "GET /api/openapi.json",
                    "GET /console/console.css",
                    "GET /oauth2/jwks",
                    "POST /console/sign-out");

    /** Paths together, whatever is done there. */
    static final Comparator<String> BY_PATH =
            Comparator.comparing((String route) -> route.substring(route.indexOf(' ') + 1))
                    .thenComparing(Comparator.naturalOrder());

    private Routes() {}

    static SortedSet<String> of(Platform platform) {
        SortedSet<String> routes = new TreeSet<>(BY_PATH);
        routes.addAll(WITHOUT_HANDLER);
        platform.beans(RequestMappingInfoHandlerMapping.class)
                .flatMap(mapping -> mapping.getHandlerMethods().entrySet().stream())
                .filter(route -> !isOfTests(route.getValue()))
                .flatMap(route -> names(route.getKey()))
                .forEach(routes::add);
        return routes;
    }

    /** Every operation of an API document. */
    static List<String> documented(JsonNode document) {
        JsonNode paths = document.get("paths");
        return paths.propertyNames().stream()
                .flatMap(
                        path ->
                                paths.get(path).propertyNames().stream()
                                        .map(
                                                method ->
                                                        method.toUpperCase(Locale.ROOT)
                                                                + " "
                                                                + path))
                .toList();
    }

    /** The API document is made by a library that only the tests have. */
    private static boolean isOfTests(HandlerMethod handler) {
        return handler.getBeanType().getName().startsWith("org.springdoc.");
    }

    private static Stream<String> names(RequestMappingInfo route) {
        List<RequestMethod> methods =
                route.getMethodsCondition().getMethods().isEmpty()
                        ? List.of(RequestMethod.GET)
                        : List.copyOf(route.getMethodsCondition().getMethods());
        return route.getPatternValues().stream()
                .flatMap(path -> methods.stream().map(method -> method + " " + path));
    }
}
