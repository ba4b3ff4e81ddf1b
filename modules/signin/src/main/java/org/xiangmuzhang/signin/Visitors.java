package org.xiangmuzhang.signin;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.xiangmuzhang.console.CurrentVisitor;
import org.xiangmuzhang.console.Visitor;
import org.xiangmuzhang.database.Sight;
import org.xiangmuzhang.parties.Enterprises;
import org.xiangmuzhang.parties.Halls;
import org.xiangmuzhang.parties.People;
import org.xiangmuzhang.parties.Post;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Tells the console who looks, with every post in words. */
@Component
class Visitors implements CurrentVisitor {

    private final Callers callers;
    private final People people;
    private final Enterprises enterprises;
    private final Halls halls;
    private final ObjectProvider<PostNames> names;
    private final MessageSource messages;

    Visitors(
            Callers callers,
            People people,
            Enterprises enterprises,
            Halls halls,
            ObjectProvider<PostNames> names,
            MessageSource messages) {
        this.callers = callers;
        this.people = people;
        this.enterprises = enterprises;
        this.halls = halls;
        this.names = names;
        this.messages = messages;
    }

    @Override
    public @Nullable Visitor get() {
        Caller caller = callers.now().orElse(null);
        Post current = caller == null ? null : caller.current();
        if (caller == null || current == null) {
            return null;
        }
        Map<UUID, String> enterpriseNames =
                Sight.ALL.during(() -> enterprises.names(enterprisesOf(caller)));
        Map<UUID, String> substitutedNames =
                people.names(
                        caller.posts().stream()
                                .map(Post::inPlaceOf)
                                .filter(Objects::nonNull)
                                .toList());
        List<Visitor.Choice> choices =
                caller.posts().stream()
                        .map(
                                post ->
                                        new Visitor.Choice(
                                                post.id(),
                                                inWords(post, enterpriseNames, substitutedNames),
                                                post.equals(current)))
                        .toList();
        return new Visitor(
                current.actor(),
                caller.person().name(),
                inWords(current, enterpriseNames, substitutedNames),
                choices);
    }

    /** Of every post, also of those that are not acted in now. */
    private static List<UUID> enterprisesOf(Caller caller) {
        return caller.posts().stream().map(Post::enterprise).filter(Objects::nonNull).toList();
    }

    private String inWords(
            Post post, Map<UUID, String> enterpriseNames, Map<UUID, String> substitutedNames) {
        Locale locale = LocaleContextHolder.getLocale();
        PostNames known = names.getIfAvailable();
        String place = known == null ? null : known.region(post.region(), locale);
        String department = post.department();
        String hall = post.hall();
        String named =
                known == null || department == null
                        ? null
                        : known.department(post.region(), department, locale);
        UUID substituted = post.inPlaceOf();
        return Stream.of(
                        substituted == null
                                ? null
                                : messages.getMessage(
                                        "signin.in-place-of",
                                        new Object[] {substitutedNames.get(substituted)},
                                        locale),
                        place == null ? post.region().code() : place,
                        named == null ? department : named,
                        hall == null ? null : halls.words(post.region(), hall, post.window()),
                        post.enterprise() == null ? null : enterpriseNames.get(post.enterprise()),
                        messages.getMessage("parties.role." + post.role(), null, locale))
                .filter(Objects::nonNull)
                .collect(Collectors.joining(" · "));
    }
}
