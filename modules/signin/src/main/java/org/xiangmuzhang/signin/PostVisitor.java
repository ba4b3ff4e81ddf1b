package org.xiangmuzhang.signin;

import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import org.xiangmuzhang.console.CurrentVisitor;
import org.xiangmuzhang.console.Visitor;
import org.xiangmuzhang.kernel.Region;
import org.xiangmuzhang.parties.Post;

import java.util.Locale;

/** Tells the console's shell who looks at the page. */
@Component
class PostVisitor implements CurrentVisitor {

    private final CurrentPost currentPost;
    private final MessageSource messages;

    PostVisitor(CurrentPost currentPost, MessageSource messages) {
        this.currentPost = currentPost;
        this.messages = messages;
    }

    @Override
    public @Nullable Visitor get() {
        if (!(RequestContextHolder.getRequestAttributes()
                instanceof ServletRequestAttributes web)) {
            return null;
        }
        return currentPost
                .caller(web.getRequest())
                .filter(caller -> caller.current() != null)
                .map(this::visitor)
                .orElse(null);
    }

    private @Nullable Visitor visitor(CurrentPost.Caller caller) {
        Post current = caller.current();
        if (current == null) {
            return null;
        }
        return new Visitor(
                current.actor(),
                caller.person().name(),
                label(current),
                caller.posts().stream()
                        .map(
                                post ->
                                        new Visitor.Choice(
                                                post.id(), label(post), post.equals(current)))
                        .toList());
    }

    private String label(Post post) {
        Locale locale = LocaleContextHolder.getLocale();
        String role = messages.getMessage("role." + post.role(), null, post.role().name(), locale);
        String place = post.region().equals(Region.TEMPLATE) ? "" : " · " + post.region();
        return (post.department() == null ? "" : post.department() + " · ") + role + place;
    }
}
