package org.xiangmuzhang.steward.domain.book;

import org.jspecify.annotations.Nullable;
import org.xiangmuzhang.kernel.Refusal;
import org.xiangmuzhang.kernel.Region;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * One book of a project: chapters, the data that they share, an opinion for each chapter, one
 * reply.
 */
public final class Book {

    private final UUID id;
    private final Region region;
    private final UUID project;
    private final String bundle;
    private final LocalDate openedOn;
    private final List<Chapter> chapters;
    private final Map<String, UUID> data;
    private @Nullable Commission commission;
    private @Nullable Reply reply;
    private @Nullable Withdrawal withdrawal;
    private long version;

    /**
     * As it was kept.
     *
     * @param bundle code of the catalog's package
     * @param data ids of what was written, by meaning
     */
    public Book(
            UUID id,
            Region region,
            UUID project,
            String bundle,
            LocalDate openedOn,
            List<Chapter> chapters,
            Map<String, UUID> data,
            @Nullable Commission commission,
            @Nullable Reply reply,
            @Nullable Withdrawal withdrawal,
            long version) {
        this.id = id;
        this.region = region;
        this.project = project;
        this.bundle = bundle;
        this.openedOn = openedOn;
        this.chapters = new ArrayList<>(chapters);
        this.data = new LinkedHashMap<>(data);
        this.commission = commission;
        this.reply = reply;
        this.withdrawal = withdrawal;
        this.version = version;
    }

    /** Who drafts it; it stays once the reply is there. */
    public void commission(Commission given) {
        mustBeOpen();
        commission = given;
        version++;
    }

    /** What changed is to be looked at again; gives the items whose opinions do not hold now. */
    public List<String> enter(String meaning, UUID text, boolean changed) {
        mustBeOpen();
        if (chapters.stream().noneMatch(one -> one.reads().contains(meaning))) {
            throw Refusal.invalid("book-datum-unknown", "/meaning", meaning);
        }
        data.put(meaning, text);
        version++;
        List<String> outdated = new ArrayList<>();
        if (changed) {
            chapters.replaceAll(
                    one -> {
                        if (one.verdict() == null || !one.reads().contains(meaning)) {
                            return one;
                        }
                        outdated.add(one.item());
                        return one.outdated();
                    });
        }
        return outdated;
    }

    /** An opinion of the chapter's department, on data that are all there. */
    public void judge(String item, ChapterVerdict verdict, UUID remark, LocalDate on) {
        mustBeOpen();
        Chapter chapter = chapter(item);
        if (commission == null) {
            throw Refusal.conflict("book-without-commission");
        }
        Set<String> missing = missing(chapter);
        if (!missing.isEmpty()) {
            throw Refusal.conflict(
                    "book-data-missing", missing.stream().sorted().findFirst().get());
        }
        replace(chapter, chapter.judged(verdict, remark, on));
        version++;
    }

    /** What a chapter needs and nobody has entered. */
    public Set<String> missing(Chapter chapter) {
        Set<String> missing = new HashSet<>(chapter.needs());
        missing.removeAll(data.keySet());
        return missing;
    }

    /** What was paid for a chapter; also after the reply, when the bill comes. */
    public void book(String item, Cost cost, LocalDate on) {
        mustStand();
        Chapter chapter = chapter(item);
        if (commission == null) {
            throw Refusal.conflict("book-without-commission");
        }
        boolean paid = cost.government().signum() > 0;
        if (commission.payer() == Payer.ENTERPRISE && paid
                || commission.payer() == Payer.GOVERNMENT && cost.enterprise().signum() > 0) {
            throw Refusal.invalid(
                    "book-cost-payer", paid ? "/government" : "/enterprise", commission.payer());
        }
        replace(chapter, chapter.booked(cost, on));
        version++;
    }

    /** The reply, once every department agrees with its chapter as it stands. */
    public void reply(Reply given) {
        mustBeOpen();
        chapters.stream()
                .filter(one -> !one.isAgreed())
                .findFirst()
                .ifPresent(
                        one -> {
                            throw Refusal.conflict("book-not-agreed", one.item());
                        });
        reply = given;
        version++;
    }

    /** Given up; its items may stand in another book, and what was paid counts no more. */
    public void withdraw(Withdrawal given) {
        mustBeOpen();
        withdrawal = given;
        version++;
    }

    public Chapter chapter(String item) {
        return chapters.stream()
                .filter(one -> one.item().equals(item))
                .findFirst()
                .orElseThrow(() -> Refusal.invalid("book-chapter-unknown", "/item", item));
    }

    private void replace(Chapter before, Chapter after) {
        chapters.set(chapters.indexOf(before), after);
    }

    private void mustBeOpen() {
        mustStand();
        if (reply != null) {
            throw Refusal.conflict("book-replied");
        }
    }

    private void mustStand() {
        if (withdrawal != null) {
            throw Refusal.conflict("book-withdrawn", withdrawal.on());
        }
    }

    /** Meanings that chapters of these departments read, or all. */
    public Set<String> readBy(@Nullable Collection<String> departments) {
        Set<String> read = new HashSet<>();
        chapters.stream()
                .filter(one -> departments == null || departments.contains(one.department()))
                .forEach(one -> read.addAll(one.reads()));
        return read;
    }

    public UUID id() {
        return id;
    }

    public Region region() {
        return region;
    }

    public UUID project() {
        return project;
    }

    public String bundle() {
        return bundle;
    }

    public LocalDate openedOn() {
        return openedOn;
    }

    public List<Chapter> chapters() {
        return List.copyOf(chapters);
    }

    public Map<String, UUID> data() {
        return Map.copyOf(data);
    }

    public @Nullable Commission commission() {
        return commission;
    }

    public @Nullable Reply reply() {
        return reply;
    }

    public @Nullable Withdrawal withdrawal() {
        return withdrawal;
    }

    public boolean isOpen() {
        return reply == null && withdrawal == null;
    }

    public long version() {
        return version;
    }
}
