package org.xiangmuzhang.console;

import org.xiangmuzhang.kernel.Actor;

import java.util.List;
import java.util.UUID;

/**
 * Who looks at the page, as the header shows it.
 *
 * @param actor in which post the visitor acts
 * @param name the person's name
 * @param post the current post in words, such as 市发展改革委 · 部门审批
 * @param posts every post the person may act in today, the current one included
 */
public record Visitor(Actor actor, String name, String post, List<Choice> posts) {

    /**
     * A post to act in.
     *
     * @param id the post's id, sent back as parameter {@code post}
     * @param label the post in words
     * @param current whether the visitor acts in it now
     */
    public record Choice(UUID id, String label, boolean current) {}

    public Visitor {
        posts = List.copyOf(posts);
    }
}
