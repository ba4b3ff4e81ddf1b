package org.xiangmuzhang.parties;

import org.jspecify.annotations.Nullable;
import org.xiangmuzhang.kernel.Actor;
import org.xiangmuzhang.kernel.Region;
import org.xiangmuzhang.kernel.Role;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** People and the posts they hold; the only place where a name belongs to an id. */
public interface People {

    Optional<Person> byId(UUID id);

    /** Those of the people who are known, in one look-up and no order. */
    List<Person> byIds(Collection<UUID> ids);

    Optional<Person> byLogin(String login);

    /** The hash a typed password is compared with; empty for people known to an outer issuer. */
    Optional<String> passwordHash(String login);

    /** Whether the person signs in with a password here. */
    boolean hasPassword(UUID person);

    /**
     * What a typed password is compared with from now on.
     *
     * @param passwordHash in the encoded form {@code {id}hash}, or null: there is none any more
     */
    void setPassword(UUID person, @Nullable String passwordHash);

    /**
     * Names for showing, in one look-up; ids of nobody are left out, and who is erased is called so
     * in the caller's language.
     */
    Map<UUID, String> names(Collection<UUID> ids);

    /** The same, each in full or masked, as far as the reader may read it there. */
    Map<UUID, String> names(Collection<UUID> ids, Actor reader, Occasion occasion);

    /** What a person may act in on a day: own posts, the oldest first, then those of others. */
    List<Post> posts(UUID person, LocalDate on);

    /** Somebody with the posts to act in. */
    record Acting(Person person, List<Post> posts) {

        public Acting {
            posts = List.copyOf(posts);
        }
    }

    /** A person with {@link #posts}, in one look-up. */
    Optional<Acting> acting(String login, LocalDate on);

    /** Every post that a person holds or ever held, the oldest first. */
    List<Post> postsEver(UUID person);

    /** Who holds such a post on a day; a null department means any. */
    List<Post> holders(Role role, Region region, @Nullable String department, LocalDate on);

    /** Who leads at any of the places or is head of a department there, the oldest post first. */
    List<Post> leading(Collection<Region> regions, LocalDate on);

    /**
     * Adds a person; a login that is taken fails with a duplicate key.
     *
     * @param passwordHash in the encoded form {@code {id}hash}, or null when an outer issuer knows
     *     the person
     */
    void add(Person person, @Nullable String passwordHash);

    /**
     * Gives a post; refuses with {@code administrators-apart} who would be two of system
     * administrator, security administrator and auditor on one day, and with {@code
     * person-erased-already} who is erased.
     */
    void assign(Post post);

    /** Calls somebody otherwise. */
    void rename(UUID person, String name);

    /** Gives somebody another phone, or none. */
    void changePhone(UUID person, @Nullable String phone);

    /** Whether the person may act at all; nobody is not active. */
    boolean isActive(UUID person);

    /** Somebody who is not active is known by name and stands in no post. */
    void setActive(UUID person, boolean active);

    /** Takes a post away; it stops counting at once. */
    void withdraw(UUID post);

    /** Whether somebody was here and is erased. */
    boolean isErased(UUID person);

    /** Those of the people who were here and are erased. */
    Set<UUID> erased(Collection<UUID> ids);

    /** Until the caller's transaction ends the person gets no post and is not erased. */
    void keepAsIs(UUID person);

    /**
     * For ever: empties the key, the login, the name, the phone and what the person wrote, ends
     * every post and withdraws what was proposed. Whoever calls this has asked whether it may be.
     */
    void erase(UUID person);
}
