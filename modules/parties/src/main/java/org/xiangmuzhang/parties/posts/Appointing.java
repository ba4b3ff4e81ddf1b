package org.xiangmuzhang.parties.posts;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.xiangmuzhang.kernel.Actor;
import org.xiangmuzhang.kernel.Ids;
import org.xiangmuzhang.kernel.Refusal;
import org.xiangmuzhang.kernel.Region;
import org.xiangmuzhang.kernel.Role;
import org.xiangmuzhang.kernel.SocialCreditCode;
import org.xiangmuzhang.kernel.WorkingDays;
import org.xiangmuzhang.parties.AgentLogin;
import org.xiangmuzhang.parties.Departments;
import org.xiangmuzhang.parties.Enterprises;
import org.xiangmuzhang.parties.Halls;
import org.xiangmuzhang.parties.Jurisdictions;
import org.xiangmuzhang.parties.People;
import org.xiangmuzhang.parties.Person;
import org.xiangmuzhang.parties.Post;
import org.xiangmuzhang.parties.Reach;
import org.xiangmuzhang.parties.Remarks;

import java.time.Clock;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Giving posts and taking them away, by three administrators: the system's proposes, the security's
 * confirms, the auditor reads. Giving takes two people, taking away one.
 */
@Component
@Transactional
class Appointing {

    /** Nobody holds two of them for the same day. */
    static final Set<Role> SEPARATED =
            EnumSet.of(Role.ADMINISTRATOR, Role.SECURITY_ADMINISTRATOR, Role.AUDITOR);

    private static final Set<Role> OF_A_DEPARTMENT = EnumSet.of(Role.APPROVER, Role.HEAD);
    static final Set<Role> FOR_AN_ENTERPRISE = EnumSet.of(Role.APPLICANT, Role.INTERMEDIARY);
    private static final int LONGEST = 100;

    private final JdbcPosts posts;
    private final People people;
    private final Enterprises enterprises;
    private final Halls halls;
    private final Departments departments;
    private final Remarks remarks;
    private final ObjectProvider<Jurisdictions> jurisdictions;
    private final Reach reach;
    private final Clock clock;

    Appointing(
            JdbcPosts posts,
            People people,
            Enterprises enterprises,
            Halls halls,
            Departments departments,
            Remarks remarks,
            ObjectProvider<Jurisdictions> jurisdictions,
            Reach reach,
            Clock clock) {
        this.posts = posts;
        this.people = people;
        this.enterprises = enterprises;
        this.halls = halls;
        this.departments = departments;
        this.remarks = remarks;
        this.jurisdictions = jurisdictions;
        this.reach = reach;
        this.clock = clock;
    }

    /**
     * Somebody with the posts that the reader's own post reaches.
     *
     * @param held the latest first
     */
    record Holder(Person person, List<Held> held) {}

    /**
     * What is to be proposed.
     *
     * @param name needed for somebody who is new here, else null
     * @param enterprise credit code of the enterprise that an applicant acts for, or null
     */
    record Wanted(
            String login,
            @Nullable String name,
            Role role,
            Region region,
            @Nullable String department,
            @Nullable String hall,
            @Nullable String window,
            @Nullable SocialCreditCode enterprise,
            LocalDate from,
            @Nullable LocalDate to) {}

    /** Holders of such posts within reach, with one more than the limit. */
    @Transactional(readOnly = true)
    List<Holder> holders(Actor actor, Sought sought, @Nullable UUID after, int limit) {
        mustSee(actor);
        LocalDate today = WorkingDays.today(clock);
        List<UUID> ids = posts.holders(reach.of(actor), sought, today, after, limit + 1);
        Map<UUID, List<Held>> held =
                posts.of(ids).stream()
                        .filter(it -> it.isOpen(today) && reaches(actor, it.post().region()))
                        .collect(Collectors.groupingBy(it -> it.post().person()));
        Map<UUID, Person> known =
                people.byIds(ids).stream().collect(Collectors.toMap(Person::id, it -> it));
        return ids.stream()
                .flatMap(id -> Stream.ofNullable(known.get(id)))
                .map(person -> new Holder(person, held.getOrDefault(person.id(), List.of())))
                .toList();
    }

    /** The one with this login, or nobody. */
    @Transactional(readOnly = true)
    List<Holder> byLogin(Actor actor, String login) {
        mustSee(actor);
        return people
                .byLogin(login)
                .filter(person -> isSeen(actor, person.id()))
                .map(person -> new Holder(person, held(actor, person.id())))
                .stream()
                .toList();
    }

    /** Refuses with {@code holder-unknown} also for who is known elsewhere only. */
    @Transactional(readOnly = true)
    Holder one(Actor actor, UUID id) {
        mustSee(actor);
        Person person =
                people.byId(id)
                        .filter(it -> isSeen(actor, it.id()))
                        .orElseThrow(() -> Refusal.notFound("holder-unknown"));
        return new Holder(person, held(actor, id));
    }

    @Transactional(readOnly = true)
    List<Proposal> waiting(Actor actor, @Nullable UUID after, int limit) {
        mustSee(actor);
        return posts.waiting(after, limit + 1);
    }

    @Transactional(readOnly = true)
    List<Proposal> proposalsFor(Actor actor, UUID person) {
        mustSee(actor);
        return posts.proposalsFor(person);
    }

    @Transactional(readOnly = true)
    List<Act> acts(Actor actor, @Nullable UUID person, @Nullable UUID before, int limit) {
        mustSee(actor);
        return posts.acts(person, before, limit + 1);
    }

    /** Proposes a post; nothing may be done in it before somebody else has confirmed it. */
    Proposal propose(Actor actor, Wanted wanted, String reason) {
        actor.mustBe(Role.ADMINISTRATOR);
        mustFit(actor, wanted);
        UUID enterprise = enterprise(wanted);
        if (!FOR_AN_ENTERPRISE.contains(wanted.role()) && AgentLogin.isOne(wanted.login())) {
            throw Refusal.invalid("login-of-enterprise", "/login");
        }
        UUID person = person(wanted.login(), wanted.name());
        if (person.equals(actor.person())) {
            throw Refusal.forbidden("post-for-oneself");
        }
        Post post =
                new Post(
                        Ids.next(clock),
                        person,
                        wanted.role(),
                        wanted.region(),
                        wanted.department(),
                        enterprise,
                        wanted.hall(),
                        wanted.window(),
                        wanted.from(),
                        wanted.to(),
                        null);
        mustFitBeside(post);
        Proposal proposal = new Proposal(post, Proposal.State.PROPOSED, actor.person(), null);
        posts.propose(proposal);
        record(Act.Kind.PROPOSED, post, null, actor, reason);
        return proposal;
    }

    /** The second person confirms or refuses; who proposed it may only withdraw it. */
    Proposal decide(Actor actor, UUID id, Proposal.State outcome, String reason) {
        actor.mustBe(Role.ADMINISTRATOR, Role.SECURITY_ADMINISTRATOR);
        Proposal proposal =
                posts.proposal(id).orElseThrow(() -> Refusal.notFound("proposal-unknown"));
        Post post = proposal.post();
        if (outcome == Proposal.State.PROPOSED) {
            throw Refusal.invalid("proposal-outcome", "/outcome");
        }
        boolean own = proposal.proposedBy().equals(actor.person());
        if (own != (outcome == Proposal.State.WITHDRAWN)) {
            throw Refusal.forbidden(own ? "post-second-person" : "proposal-not-yours");
        }
        if (!own) {
            actor.mustBe(Role.SECURITY_ADMINISTRATOR);
        }
        if (outcome == Proposal.State.CONFIRMED) {
            mustBeGivable(actor, post);
        }
        if (!posts.decide(id, outcome, actor.person())) {
            throw Refusal.conflict("proposal-decided-already");
        }
        if (outcome == Proposal.State.CONFIRMED) {
            people.assign(post);
        }
        record(Act.Kind.valueOf(outcome.name()), post, null, actor, reason);
        return new Proposal(post, outcome, proposal.proposedBy(), actor.person());
    }

    private void mustBeGivable(Actor actor, Post post) {
        if (post.person().equals(actor.person())) {
            throw Refusal.forbidden("post-for-oneself");
        }
        LocalDate last = post.to();
        if (last != null && last.isBefore(WorkingDays.today(clock))) {
            throw Refusal.conflict("post-over");
        }
        mustFitBeside(post);
    }

    /** Lets a post count up to a day and no longer. */
    void end(Actor actor, UUID id, LocalDate lastDay, String reason) {
        Post post = open(actor, id);
        if (lastDay.isBefore(WorkingDays.today(clock)) || lastDay.isBefore(post.from())) {
            throw Refusal.invalid("post-end-past", "/lastDay");
        }
        LocalDate last = post.to();
        if (last != null && lastDay.isAfter(last)) {
            throw Refusal.invalid("post-end-later", "/lastDay", last);
        }
        posts.end(id, lastDay);
        record(Act.Kind.ENDED, post, lastDay, actor, reason);
    }

    /** Takes a post away: the next request finds it no more. */
    void takeAway(Actor actor, UUID id, String reason) {
        Post post = open(actor, id);
        people.withdraw(id);
        record(Act.Kind.TAKEN_AWAY, post, null, actor, reason);
    }

    private Post open(Actor actor, UUID id) {
        actor.mustBe(Role.ADMINISTRATOR, Role.SECURITY_ADMINISTRATOR);
        Held held =
                posts.locked(id)
                        .filter(it -> reaches(actor, it.post().region()))
                        .orElseThrow(() -> Refusal.notFound("post-unknown"));
        if (!held.isOpen(WorkingDays.today(clock))) {
            throw Refusal.conflict("post-over");
        }
        return held.post();
    }

    private void mustFit(Actor actor, Wanted wanted) {
        Jurisdictions known = jurisdictions.getIfAvailable();
        if (!reaches(actor, wanted.region())) {
            throw Refusal.forbidden("post-of-another-place", wanted.region().code());
        }
        if (known != null && known.place(wanted.region()) == null) {
            throw Refusal.invalid("post-place-unknown", "/region", wanted.region().code());
        }
        if (wanted.role() == Role.SYSTEM) {
            throw Refusal.invalid("post-of-the-platform", "/role");
        }
        String department = wanted.department();
        if (department == null && OF_A_DEPARTMENT.contains(wanted.role())) {
            throw Refusal.invalid("post-without-department", "/department");
        }
        if (department != null && known != null && known.department(department) == null) {
            throw Refusal.invalid("post-department-unknown", "/department", department);
        }
        if (department != null
                && departments.isClosed(wanted.region(), department, wanted.from())) {
            throw Refusal.invalid("post-department-closed", "/department", wanted.region().code());
        }
        if (wanted.enterprise() != null && !FOR_AN_ENTERPRISE.contains(wanted.role())) {
            throw Refusal.invalid("post-with-enterprise", "/enterprise");
        }
        String hall = wanted.hall();
        if (hall != null && !halls.isKnown(wanted.region(), hall)) {
            throw Refusal.invalid("post-hall-unknown", "/hall", wanted.region().code());
        }
        String window = wanted.window();
        if (window != null) {
            mustBeAWindow(wanted, hall, window);
        }
        if (wanted.from().isBefore(WorkingDays.today(clock))) {
            throw Refusal.invalid("post-from-past", "/from");
        }
    }

    private void mustBeAWindow(Wanted wanted, @Nullable String hall, String window) {
        if (wanted.role() != Role.CLERK) {
            throw Refusal.invalid("post-window-of-a-clerk", "/window");
        }
        if (hall != null && halls.window(wanted.region(), hall, window) == null) {
            throw Refusal.invalid("post-window-unknown", "/window", hall, window);
        }
    }

    private @Nullable UUID enterprise(Wanted wanted) {
        SocialCreditCode code = wanted.enterprise();
        return code == null
                ? null
                : enterprises
                        .byCode(code)
                        .orElseThrow(() -> Refusal.invalid("enterprise-unknown", "/enterprise"))
                        .id();
    }

    /** Who has this login, or somebody new. */
    UUID person(String login, @Nullable String name) {
        Person known = people.byLogin(login).orElse(null);
        if (known != null) {
            if (name != null && !name.equals(known.name())) {
                throw Refusal.invalid("person-known-otherwise", "/name");
            }
            return known.id();
        }
        if (name == null) {
            throw Refusal.invalid("person-name-needed", List.of("/login", "/name"));
        }
        mustBeShort(name, "/name");
        mustBeShort(login, "/login");
        if (login.chars().anyMatch(Character::isWhitespace)) {
            throw Refusal.invalid("person-login", "/login");
        }
        Person person = new Person(Ids.next(clock), login, name, null);
        try {
            people.add(person, null);
        } catch (DuplicateKeyException e) {
            throw Refusal.conflict("person-added-meanwhile");
        }
        return person.id();
    }

    private static void mustBeShort(@Nullable String text, String pointer) {
        if (text != null
                && (text.isBlank()
                        || text.length() > LONGEST
                        || text.chars().anyMatch(Character::isISOControl))) {
            throw Refusal.invalid("person-line", pointer, LONGEST);
        }
    }

    /** The database keeps the administrators apart, too. */
    void mustFitBeside(Post post) {
        List<Post> others =
                posts.of(List.of(post.person())).stream()
                        .filter(it -> it.takenAway() == null)
                        .map(Held::post)
                        .filter(other -> overlap(other, post))
                        .toList();
        if (SEPARATED.contains(post.role())
                && others.stream()
                        .map(Post::role)
                        .anyMatch(role -> SEPARATED.contains(role) && role != post.role())) {
            throw Refusal.conflict("administrators-apart");
        }
        if (others.stream().anyMatch(it -> isForAnEnterprise(it) != isForAnEnterprise(post))) {
            throw Refusal.conflict("official-for-enterprise");
        }
        if (others.stream().anyMatch(other -> isTheSame(other, post))) {
            throw Refusal.conflict("post-held-already");
        }
    }

    static boolean isForAnEnterprise(Post post) {
        return FOR_AN_ENTERPRISE.contains(post.role());
    }

    private static boolean isTheSame(Post one, Post other) {
        return one.role() == other.role()
                && one.region().equals(other.region())
                && Objects.equals(one.department(), other.department())
                && Objects.equals(one.enterprise(), other.enterprise())
                && Objects.equals(one.hall(), other.hall())
                && Objects.equals(one.window(), other.window());
    }

    private static boolean overlap(Post one, Post other) {
        LocalDate end = one.to();
        LocalDate otherEnd = other.to();
        return (end == null || !end.isBefore(other.from()))
                && (otherEnd == null || !otherEnd.isBefore(one.from()));
    }

    private void record(
            Act.Kind kind, Post post, @Nullable LocalDate lastDay, Actor actor, String reason) {
        posts.record(
                new Act(
                        Ids.next(clock),
                        post.region(),
                        kind,
                        post.person(),
                        post.id(),
                        lastDay,
                        actor.person(),
                        clock.instant(),
                        remarks.write(post.region(), actor.person(), reason, "/reason")));
    }

    private List<Held> held(Actor actor, UUID person) {
        return posts.of(List.of(person)).stream()
                .filter(it -> reaches(actor, it.post().region()))
                .toList();
    }

    /** Whoever has ever had a post or a proposal within reach; everybody for who reaches all. */
    private boolean isSeen(Actor actor, UUID person) {
        return reach.of(actor).isEmpty()
                || !held(actor, person).isEmpty()
                || !posts.proposalsFor(person).isEmpty();
    }

    /** Refuses with {@code holder-unknown} who has never held a post there, proposals or not. */
    void mustHoldWithinReach(Actor actor, UUID person) {
        if (!holdsWithinReach(actor, person)) {
            throw Refusal.notFound("holder-unknown");
        }
    }

    boolean holdsWithinReach(Actor actor, UUID person) {
        return reach.of(actor).isEmpty() || !held(actor, person).isEmpty();
    }

    private static void mustSee(Actor actor) {
        actor.mustBe(Role.ADMINISTRATOR, Role.SECURITY_ADMINISTRATOR, Role.AUDITOR);
    }

    boolean reaches(Actor actor, Region place) {
        return reach.covers(actor, place);
    }

    /** In words, else by its code. */
    String place(Region place) {
        Jurisdictions known = jurisdictions.getIfAvailable();
        String name = known == null ? null : known.place(place);
        return name == null ? place.code() : name;
    }

    /** As the place calls it, else as the catalog does, else by its code. */
    String department(Region place, String code, Locale language) {
        String own = departments.name(place, code, WorkingDays.today(clock), language);
        return own == null ? department(code) : own;
    }

    private String department(String code) {
        Jurisdictions known = jurisdictions.getIfAvailable();
        String name = known == null ? null : known.department(code);
        return name == null ? code : name;
    }
}
