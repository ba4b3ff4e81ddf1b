package org.xiangmuzhang.steward.application;

import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.xiangmuzhang.catalog.api.Regions;
import org.xiangmuzhang.files.Files;
import org.xiangmuzhang.files.StoredFile;
import org.xiangmuzhang.kernel.Actor;
import org.xiangmuzhang.kernel.Refusal;
import org.xiangmuzhang.kernel.Region;
import org.xiangmuzhang.kernel.Role;
import org.xiangmuzhang.kernel.WorkingDays;
import org.xiangmuzhang.parties.Remarks;
import org.xiangmuzhang.steward.api.ProjectView;
import org.xiangmuzhang.steward.domain.book.Book;
import org.xiangmuzhang.steward.domain.book.Chapter;
import org.xiangmuzhang.steward.domain.book.ChapterVerdict;
import org.xiangmuzhang.steward.domain.book.Commission;
import org.xiangmuzhang.steward.domain.book.Cost;
import org.xiangmuzhang.steward.domain.book.Payer;
import org.xiangmuzhang.steward.domain.book.Reply;
import org.xiangmuzhang.steward.domain.book.Withdrawal;
import org.xiangmuzhang.steward.events.BookCommissioned;
import org.xiangmuzhang.steward.events.BookCostBooked;
import org.xiangmuzhang.steward.events.BookDatumEntered;
import org.xiangmuzhang.steward.events.BookOpened;
import org.xiangmuzhang.steward.events.BookOpinionGiven;
import org.xiangmuzhang.steward.events.BookReplied;
import org.xiangmuzhang.steward.events.BookWithdrawn;
import org.xiangmuzhang.steward.port.in.Fetching;
import org.xiangmuzhang.steward.port.in.KeepingBooks;
import org.xiangmuzhang.steward.port.in.Recording;
import org.xiangmuzhang.steward.port.out.Books;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;

@Component("steward.books")
class BookDesk implements KeepingBooks {

    private static final int MOST_PROJECTS = 100;

    private final Books books;
    private final BookSheets sheets;
    private final Bundles bundles;
    private final SessionSight sight;
    private final Access access;
    private final Papers papers;
    private final Recording recording;
    private final Records records;
    private final ActingInName acting;
    private final Remarks remarks;
    private final Files files;
    private final Regions regions;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    BookDesk(
            Books books,
            BookSheets sheets,
            Bundles bundles,
            SessionSight sight,
            Access access,
            Papers papers,
            Recording recording,
            Records records,
            ActingInName acting,
            Remarks remarks,
            Files files,
            Regions regions,
            ApplicationEventPublisher events,
            Clock clock) {
        this.books = books;
        this.sheets = sheets;
        this.bundles = bundles;
        this.sight = sight;
        this.access = access;
        this.papers = papers;
        this.recording = recording;
        this.records = records;
        this.acting = acting;
        this.remarks = remarks;
        this.files = files;
        this.regions = regions;
        this.events = events;
        this.clock = clock;
    }

    @Override
    @Transactional
    public void open(Actor actor, UUID id, UUID project, String bundle, List<String> items) {
        ProjectView found = access.visible(actor, project);
        Access.mustBeItsSteward(actor, found);
        access.mustStayOpen(project);
        List<Chapter> chapters = bundles.chapters(found.region(), bundle, items);
        records.decided(project, items)
                .ifPresent(
                        item -> {
                            throw Refusal.conflict("book-item-decided", item);
                        });
        Book book =
                new Book(
                        id,
                        found.region(),
                        project,
                        bundle,
                        today(),
                        chapters,
                        Map.of(),
                        null,
                        null,
                        null,
                        1);
        books.add(book);
        events.publishEvent(
                new BookOpened(
                        id,
                        found.region(),
                        project,
                        bundle,
                        chapters.stream().map(Chapter::item).toList()));
    }

    @Override
    @Transactional
    public void enter(Actor actor, UUID id, long version, Entry entry) {
        Book seen = seen(actor, id);
        ProjectView project = access.visible(actor, seen.project());
        mustBeOpenTo(actor, project, seen, entry);
        access.mustStayOpen(project.id());
        if (entry.file() != null) {
            papers.mustBeUsable(entry.file(), actor, project, "/file");
        }
        Book book = books.held(id).orElseThrow(BookDesk::unknown);
        if (version >= 0 && book.version() != version) {
            throw Refusal.conflict("book-changed-meanwhile");
        }
        switch (entry.work()) {
            case COMMISSION -> commission(actor, book, entry);
            case DATUM -> datum(actor, project, book, entry);
            case AGREE -> judge(actor, book, entry, ChapterVerdict.AGREED);
            case OBJECT -> judge(actor, book, entry, ChapterVerdict.OBJECTED);
            case COST -> cost(book, entry);
            case REPLY -> reply(actor, project, book, entry);
            case WITHDRAW -> withdraw(actor, book, entry);
        }
    }

    private static void mustBeOpenTo(Actor actor, ProjectView project, Book book, Entry entry) {
        switch (entry.work()) {
            case COMMISSION, COST, REPLY, WITHDRAW -> Access.mustBeItsSteward(actor, project);
            case DATUM -> {
                if (actor.role() != Role.APPLICANT) {
                    Access.mustBeItsSteward(actor, project);
                }
            }
            case AGREE, OBJECT -> {
                Chapter chapter = book.chapter(given(entry.item(), "item"));
                if (!BookSheets.speaksFor(actor, book, chapter)) {
                    throw Refusal.forbidden("book-chapter-not-yours", chapter.item());
                }
            }
        }
    }

    private void commission(Actor actor, Book book, Entry entry) {
        PaidBy payer = given(entry.payer(), "payer");
        UUID contract = given(entry.file(), "file");
        UUID agency = written(actor, book, entry);
        book.commission(new Commission(agency, contract, Payer.valueOf(payer.name())));
        books.save(book);
        events.publishEvent(
                new BookCommissioned(
                        book.id(), book.region(), book.project(), payer.name(), contract, agency));
    }

    private void datum(Actor actor, ProjectView project, Book book, Entry entry) {
        String meaning = given(entry.meaning(), "meaning");
        String text = given(entry.text(), "text").strip();
        bundles.mustFit(book.region(), meaning, text);
        UUID before = book.data().get(meaning);
        boolean changed = before == null || !remarks.text(before).map(text::equals).orElse(false);
        if (!changed) {
            throw Refusal.conflict("book-datum-as-it-was");
        }
        UUID written = remarks.write(book.region(), actor.person(), text, "/text");
        List<String> outdated = book.enter(meaning, written, true);
        acting.supply(
                actor,
                project,
                book.chapters().stream()
                        .filter(one -> one.reads().contains(meaning))
                        .map(Chapter::item)
                        .toList());
        books.save(book);
        events.publishEvent(
                new BookDatumEntered(
                        book.id(), book.region(), book.project(), meaning, outdated, written));
    }

    private void judge(Actor actor, Book book, Entry entry, ChapterVerdict verdict) {
        String item = given(entry.item(), "item");
        UUID opinion = written(actor, book, entry);
        book.judge(item, verdict, opinion, today());
        books.save(book);
        events.publishEvent(
                new BookOpinionGiven(
                        book.id(),
                        book.region(),
                        book.project(),
                        item,
                        book.chapter(item).department(),
                        verdict.name(),
                        opinion));
    }

    private void cost(Book book, Entry entry) {
        String item = given(entry.item(), "item");
        Cost cost =
                new Cost(
                        given(entry.alone(), "alone"),
                        given(entry.government(), "government"),
                        given(entry.enterprise(), "enterprise"));
        book.book(item, cost, today());
        books.save(book);
        events.publishEvent(
                new BookCostBooked(
                        book.id(),
                        book.region(),
                        book.project(),
                        item,
                        cost.alone(),
                        cost.government(),
                        cost.enterprise()));
    }

    /** Every bundled item is decided by it. */
    private void reply(Actor actor, ProjectView project, Book book, Entry entry) {
        Reply reply =
                new Reply(
                        given(entry.documentNumber(), "documentNumber").strip(),
                        given(entry.on(), "on"),
                        given(entry.file(), "file"));
        book.reply(reply);
        books.save(book);
        List<String> items = book.chapters().stream().map(Chapter::item).toList();
        for (String item : items) {
            recording.decidedElsewhere(
                    actor,
                    project.id(),
                    -1,
                    new Recording.ExternalDecision(
                            item, reply.documentNumber(), reply.on(), reply.file(), today()));
        }
        events.publishEvent(
                new BookReplied(
                        book.id(),
                        book.region(),
                        book.project(),
                        items,
                        reply.documentNumber(),
                        reply.on(),
                        reply.file()));
    }

    private void withdraw(Actor actor, Book book, Entry entry) {
        UUID reason = written(actor, book, entry);
        book.withdraw(new Withdrawal(reason, today()));
        books.save(book);
        events.publishEvent(
                new BookWithdrawn(
                        book.id(),
                        book.region(),
                        book.project(),
                        book.chapters().stream().map(Chapter::item).toList(),
                        reason));
    }

    private static <T> T given(@Nullable T value, String field) {
        if (value == null) {
            throw Refusal.invalid("book-field-missing", "/" + field, field);
        }
        return value;
    }

    private UUID written(Actor actor, Book book, Entry entry) {
        String text = entry.text() == null ? "" : entry.text();
        return remarks.write(book.region(), actor.person(), text, "/text");
    }

    private LocalDate today() {
        return WorkingDays.today(clock);
    }

    private Book seen(Actor actor, UUID book) {
        return books.visible(book, sight.of(actor)).orElseThrow(BookDesk::unknown);
    }

    private static Refusal unknown() {
        return Refusal.notFound("book-unknown");
    }

    @Override
    @Transactional(readOnly = true)
    public Volume book(Actor actor, UUID book, Locale language) {
        return sheets.of(actor, List.of(seen(actor, book)), language).getFirst();
    }

    @Override
    @Transactional(readOnly = true)
    public List<Volume> list(Actor actor, Shelf shelf, Locale language) {
        return sheets.of(
                actor,
                books.list(
                        sight.of(actor),
                        new Books.Selection(
                                shelf.open(), shelf.project(), shelf.before(), shelf.limit())),
                language);
    }

    @Override
    @Transactional(readOnly = true)
    public List<Bundle> bundles(Region region, Locale language) {
        return bundles.at(region, language);
    }

    @Override
    @Transactional(readOnly = true)
    public Savings savings(Actor actor, Region region, @Nullable Integer year, Locale language) {
        actor.mustBe(Role.STEWARD, Role.LEADER, Role.SUPERVISOR, Role.CLERK, Role.AUDITOR);
        access.mustReach(actor, region);
        Set<Region> places = new HashSet<>(regions.within(region));
        places.add(region);
        List<Saving> totals = sheets.savings(books.byPlace(places, year));
        return new Savings(
                sum(totals, Saving::government),
                sum(totals, Saving::saved),
                totals,
                sheets.savings(books.booked(places, year, MOST_PROJECTS)));
    }

    private static BigDecimal sum(List<Saving> all, Function<Saving, BigDecimal> amount) {
        return all.stream().map(amount).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    @Override
    @Transactional(readOnly = true)
    public Fetching.Paper paper(Actor actor, UUID id, UUID file) {
        Book book = seen(actor, id);
        Commission commission = book.commission();
        Reply reply = book.reply();
        boolean known =
                commission != null && file.equals(commission.contract())
                        || reply != null && file.equals(reply.file());
        StoredFile stored =
                (known ? files.byId(file) : Optional.<StoredFile>empty())
                        .orElseThrow(() -> Refusal.notFound("file-unknown"));
        return new Fetching.Paper(
                stored.name(), stored.mediaType(), stored.size(), files.open(file));
    }
}
