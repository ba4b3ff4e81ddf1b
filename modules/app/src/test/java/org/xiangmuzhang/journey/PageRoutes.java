package org.xiangmuzhang.journey;

import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.http.server.PathContainer;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.pattern.PathPattern;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The routes by which the running platform answers with pages. */
record PageRoutes(List<PathPattern> pages) {

    static PageRoutes of(Platform platform) {
        return new PageRoutes(
                platform
                        .bean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class)
                        .getHandlerMethods()
                        .entrySet()
                        .stream()
                        .filter(
                                route ->
                                        route.getValue()
                                                .getBeanType()
                                                .getName()
                                                .startsWith("org.xiangmuzhang."))
                        .filter(
                                route ->
                                        !AnnotatedElementUtils.hasAnnotation(
                                                route.getValue().getBeanType(), ResponseBody.class))
                        .map(Map.Entry::getKey)
                        .filter(PageRoutes::isRead)
                        .flatMap(route -> patterns(route).stream())
                        .sorted()
                        .toList());
    }

    private static Set<PathPattern> patterns(RequestMappingInfo route) {
        return Objects.requireNonNull(route.getPathPatternsCondition()).getPatterns();
    }

    private static boolean isRead(RequestMappingInfo route) {
        Set<RequestMethod> methods = route.getMethodsCondition().getMethods();
        return methods.isEmpty() || methods.contains(RequestMethod.GET);
    }

    /** Those that none of these paths opens. */
    Set<String> unopened(List<String> paths) {
        Set<PathPattern> opened =
                paths.stream()
                        .map(path -> PathContainer.parsePath(path.replaceFirst("\\?.*", "")))
                        .flatMap(path -> pages.stream().filter(page -> page.matches(path)).limit(1))
                        .collect(Collectors.toSet());
        return pages.stream()
                .filter(page -> !opened.contains(page))
                .map(PathPattern::getPatternString)
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
