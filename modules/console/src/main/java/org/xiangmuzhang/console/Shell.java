package org.xiangmuzhang.console;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriComponentsBuilder;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** What the layout shows around a page: the visitor, the menu, the way to the other language. */
@Component("shell")
public final class Shell {

    private static final String VISITOR = Shell.class.getName() + ".visitor";

    private final ObjectProvider<CurrentVisitor> currentVisitor;
    private final ObjectProvider<MenuEntry> menu;
    private final HttpServletRequest request;

    Shell(
            ObjectProvider<CurrentVisitor> currentVisitor,
            ObjectProvider<MenuEntry> menu,
            HttpServletRequest request) {
        this.currentVisitor = currentVisitor;
        this.menu = menu;
        this.request = request;
    }

    /**
     * A menu entry on the current page.
     *
     * @param entry what it opens
     * @param here whether the current page is it, or below it
     * @param apart whether another part of the menu begins: work, administration, one's own
     */
    public record Line(MenuEntry entry, boolean here, boolean apart) {}

    /** The visitor, asked for once per request, or null when nobody is signed in. */
    public @Nullable Visitor visitor() {
        if (request.getAttribute(VISITOR) instanceof Visitor known) {
            return known;
        }
        CurrentVisitor current = currentVisitor.getIfAvailable();
        Visitor visitor = current == null ? null : current.get();
        request.setAttribute(VISITOR, visitor);
        return visitor;
    }

    /** The entries that the visitor's role may open, in order. */
    public List<Line> menu() {
        Visitor visitor = visitor();
        if (visitor == null) {
            return List.of();
        }
        List<MenuEntry> open =
                menu.stream()
                        .filter(entry -> entry.openTo(visitor.actor().role()))
                        .sorted(
                                Comparator.comparingInt(MenuEntry::order)
                                        .thenComparing(MenuEntry::path))
                        .toList();
        String requested = request.getRequestURI().substring(request.getContextPath().length());
        MenuEntry here =
                open.stream()
                        .filter(entry -> entry.covers(requested))
                        .max(Comparator.comparingInt(entry -> entry.path().length()))
                        .orElse(null);
        List<Line> lines = new ArrayList<>();
        MenuEntry above = null;
        for (MenuEntry entry : open) {
            boolean apart = above != null && above.part() != entry.part();
            lines.add(new Line(entry, entry.equals(here), apart));
            above = entry;
        }
        return lines;
    }

    /** Whether the current page is the home page. */
    public boolean home() {
        return request.getRequestURI().equals(request.getContextPath() + "/console");
    }

    /** The current page, as it was asked for, in another language: {@code zh-CN} or {@code en}. */
    public String in(String language) {
        UriComponentsBuilder link;
        if (request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI) instanceof String failed) {
            link = UriComponentsBuilder.fromPath(failed);
        } else {
            link = UriComponentsBuilder.fromPath(request.getRequestURI());
            if (request.getQueryString() != null) {
                link.query(request.getQueryString());
            }
        }
        return link.replaceQueryParam("lang", language).build().toUriString();
    }
}
