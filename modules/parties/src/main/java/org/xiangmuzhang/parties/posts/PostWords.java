package org.xiangmuzhang.parties.posts;

import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.xiangmuzhang.kernel.Role;
import org.xiangmuzhang.parties.Enterprises;
import org.xiangmuzhang.parties.Halls;
import org.xiangmuzhang.parties.Post;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Puts posts and roles into words. */
@Component
class PostWords {

    private final Appointing appointing;
    private final Enterprises enterprises;
    private final Halls halls;
    private final MessageSource messages;

    PostWords(Appointing appointing, Enterprises enterprises, Halls halls, MessageSource messages) {
        this.appointing = appointing;
        this.enterprises = enterprises;
        this.halls = halls;
        this.messages = messages;
    }

    String of(Post post, Locale locale) {
        String department = post.department();
        UUID enterprise = post.enterprise();
        return Stream.of(
                        appointing.place(post.region()),
                        department == null
                                ? null
                                : appointing.department(post.region(), department, locale),
                        hall(post),
                        enterprise == null
                                ? null
                                : enterprises.names(List.of(enterprise)).get(enterprise),
                        role(post.role(), locale))
                .filter(Objects::nonNull)
                .collect(Collectors.joining(" · "));
    }

    private @Nullable String hall(Post post) {
        String hall = post.hall();
        return hall == null ? null : halls.words(post.region(), hall, post.window());
    }

    /** Every role that somebody may hold, by its name. */
    Map<String, String> roles(Locale locale) {
        Map<String, String> roles = new LinkedHashMap<>();
        Arrays.stream(Role.values())
                .filter(role -> role != Role.SYSTEM)
                .forEach(role -> roles.put(role.name(), role(role, locale)));
        return roles;
    }

    private String role(Role role, Locale locale) {
        return messages.getMessage("parties.role." + role, null, locale);
    }
}
