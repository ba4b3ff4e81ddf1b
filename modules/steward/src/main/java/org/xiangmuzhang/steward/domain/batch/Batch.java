package org.xiangmuzhang.steward.domain.batch;

import org.xiangmuzhang.kernel.Refusal;
import org.xiangmuzhang.kernel.Region;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;

/** Projects of one type at one place, the figures that they share, and what was decided of each. */
public final class Batch {

    private static final int MOST = 300;

    private final UUID id;
    private final Region region;
    private final String projectType;
    private final LocalDate openedOn;
    private final Map<UUID, Member> members = new LinkedHashMap<>();
    private final Map<String, BigDecimal> figures;
    private long version;

    /** As it was kept; figures by the code of their meaning. */
    public Batch(
            UUID id,
            Region region,
            String projectType,
            LocalDate openedOn,
            List<Member> members,
            Map<String, BigDecimal> figures,
            long version) {
        this.id = id;
        this.region = region;
        this.projectType = projectType;
        this.openedOn = openedOn;
        members.forEach(one -> this.members.put(one.project(), one));
        this.figures = new TreeMap<>(figures);
        this.version = version;
    }

    /** Takes in a project of the same place and type. */
    public void join(UUID project, Region place, String type) {
        if (!place.equals(region) || !type.equals(projectType)) {
            throw Refusal.invalid("batch-not-like", "/project", projectType, region.code());
        }
        if (members.containsKey(project)) {
            throw Refusal.conflict("batch-member-already");
        }
        if (members.size() == MOST) {
            throw Refusal.conflict("batch-full", MOST);
        }
        members.put(project, new Member(project, List.of()));
        version++;
    }

    /** Only for which nothing was decided yet. */
    public void leave(UUID project) {
        if (!member(project).decided().isEmpty()) {
            throw Refusal.conflict("batch-member-decided");
        }
        members.remove(project);
        version++;
    }

    /** A figure that holds for all; it stays once something was decided with it. */
    public void share(String meaning, BigDecimal value) {
        boolean decided = members.values().stream().anyMatch(one -> !one.decided().isEmpty());
        if (decided && figures.containsKey(meaning)) {
            throw Refusal.conflict("batch-figure-used", meaning);
        }
        figures.put(meaning, value);
        version++;
    }

    /** Each member by itself, with what all share. */
    public void decide(UUID project, String item) {
        Member member = member(project);
        if (members.size() < 2) {
            throw Refusal.conflict("batch-of-one");
        }
        if (figures.isEmpty()) {
            throw Refusal.conflict("batch-without-figures");
        }
        if (member.decided().contains(item)) {
            throw Refusal.conflict("batch-decided-already", item);
        }
        List<String> decided = new ArrayList<>(member.decided());
        decided.add(item);
        members.put(project, new Member(project, decided));
        version++;
    }

    private Member member(UUID project) {
        return Optional.ofNullable(members.get(project))
                .orElseThrow(() -> Refusal.invalid("batch-no-member", "/project"));
    }

    public UUID id() {
        return id;
    }

    public Region region() {
        return region;
    }

    public String projectType() {
        return projectType;
    }

    public LocalDate openedOn() {
        return openedOn;
    }

    public List<Member> members() {
        return List.copyOf(members.values());
    }

    public Map<String, BigDecimal> figures() {
        return Map.copyOf(figures);
    }

    public long version() {
        return version;
    }
}
