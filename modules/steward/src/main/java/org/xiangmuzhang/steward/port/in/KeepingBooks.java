package org.xiangmuzhang.steward.port.in;

import org.jspecify.annotations.Nullable;
import org.xiangmuzhang.kernel.Actor;
import org.xiangmuzhang.kernel.Region;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * 一本制: several assessments of a project in one book, with one commission, shared data, an opinion
 * for each chapter and one reply; and what the government paid and the enterprise saved.
 * Enterprises see the books of their projects, departments those with a chapter of theirs, stewards
 * those of their projects, windows and who watches or leads all within reach. Whatever else is
 * asked for is {@code book-unknown}. Amounts are in yuan.
 */
public interface KeepingBooks {

    /** Who pays for drafting the book. */
    enum PaidBy {
        GOVERNMENT,
        ENTERPRISE,
        SHARED
    }

    /** What may be done with a book. */
    enum Work {
        /** The steward: who drafts it, by which contract, and who pays. */
        COMMISSION,
        /** Steward or enterprise: a datum that chapters share. */
        DATUM,
        /** A department agrees with its chapter. */
        AGREE,
        /** A department does not agree, for a reason. */
        OBJECT,
        /** The steward: what an assessment would have cost and what was paid. */
        COST,
        /** The steward: the one reply, which counts for every item. */
        REPLY,
        /** The steward: given up before the reply, for a reason. */
        WITHDRAW
    }

    /**
     * Something done; only what belongs to the work is read.
     *
     * @param meaning code of the datum's meaning in the catalog
     * @param item code of the chapter's item
     * @param text agency, datum, opinion or reason
     */
    record Entry(
            Work work,
            @Nullable PaidBy payer,
            @Nullable UUID file,
            @Nullable String meaning,
            @Nullable String item,
            @Nullable BigDecimal alone,
            @Nullable BigDecimal government,
            @Nullable BigDecimal enterprise,
            @Nullable String documentNumber,
            @Nullable LocalDate on,
            @Nullable String text) {}

    /**
     * A book.
     *
     * @param data those that the reader may read
     * @param saved what the enterprise did not have to pay, or null while nothing is booked; of a
     *     withdrawn book nothing counts
     * @param withdrawn why it was given up
     * @param open what the reader may do now
     */
    record Volume(
            UUID id,
            UUID project,
            @Nullable String projectName,
            Region region,
            String regionName,
            String bundle,
            String bundleName,
            LocalDate openedOn,
            @Nullable String agency,
            @Nullable UUID contract,
            @Nullable String contractName,
            @Nullable String payer,
            List<ChapterSheet> chapters,
            List<Datum> data,
            @Nullable String documentNumber,
            @Nullable LocalDate repliedOn,
            @Nullable UUID reply,
            @Nullable String replyName,
            @Nullable LocalDate withdrawnOn,
            @Nullable String withdrawn,
            @Nullable BigDecimal government,
            @Nullable BigDecimal saved,
            Set<Work> open,
            long version) {}

    /**
     * A chapter.
     *
     * @param missing codes of data without which there is no opinion
     * @param again whether a datum changed since the opinion, which is to be given again
     * @param mine whether the reader speaks for its department
     */
    record ChapterSheet(
            String item,
            String itemName,
            String department,
            String departmentName,
            List<String> missing,
            @Nullable String verdict,
            @Nullable String opinion,
            @Nullable LocalDate givenOn,
            boolean again,
            boolean mine,
            @Nullable BigDecimal alone,
            @Nullable BigDecimal government,
            @Nullable BigDecimal enterprise,
            @Nullable BigDecimal saved,
            @Nullable LocalDate bookedOn) {}

    /** A datum that is entered once, and codes of the items whose chapters use it. */
    record Datum(
            String meaning, String name, String form, @Nullable String value, List<String> items) {}

    /** A bundle of the catalog, its items by code, and of which only one may be taken. */
    record Bundle(
            String code, String name, Map<String, String> items, List<List<String>> alternatives) {}

    /** What books with a reply cost, for a project or, without one, at a place in a year. */
    record Saving(
            @Nullable UUID project,
            @Nullable String projectName,
            Region region,
            String regionName,
            int year,
            int items,
            BigDecimal alone,
            BigDecimal government,
            BigDecimal enterprise,
            BigDecimal saved) {}

    /** Totals by place and year, and the projects that saved most. */
    record Savings(
            BigDecimal government, BigDecimal saved, List<Saving> places, List<Saving> projects) {}

    /** Which books, the newest first. */
    record Shelf(boolean open, @Nullable UUID project, @Nullable UUID before, int limit) {}

    void open(Actor actor, UUID id, UUID project, String bundle, List<String> items);

    /** Decided on a version, or on whatever there is for a negative one. */
    void enter(Actor actor, UUID book, long version, Entry entry);

    Volume book(Actor actor, UUID book, Locale language);

    List<Volume> list(Actor actor, Shelf shelf, Locale language);

    /** The bundles that hold at a place. */
    List<Bundle> bundles(Region region, Locale language);

    /** What was saved at a place and below it, in a year or ever. */
    Savings savings(Actor actor, Region region, @Nullable Integer year, Locale language);

    Fetching.Paper paper(Actor actor, UUID book, UUID file);
}
