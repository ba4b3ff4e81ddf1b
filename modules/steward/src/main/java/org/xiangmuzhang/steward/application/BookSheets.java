package org.xiangmuzhang.steward.application;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.xiangmuzhang.catalog.api.Catalog;
import org.xiangmuzhang.files.Files;
import org.xiangmuzhang.files.StoredFile;
import org.xiangmuzhang.kernel.Actor;
import org.xiangmuzhang.kernel.Role;
import org.xiangmuzhang.parties.Remarks;
import org.xiangmuzhang.steward.api.ProjectView;
import org.xiangmuzhang.steward.domain.book.Book;
import org.xiangmuzhang.steward.domain.book.Chapter;
import org.xiangmuzhang.steward.domain.book.Commission;
import org.xiangmuzhang.steward.domain.book.Cost;
import org.xiangmuzhang.steward.domain.book.Reply;
import org.xiangmuzhang.steward.domain.book.Withdrawal;
import org.xiangmuzhang.steward.port.in.KeepingBooks.ChapterSheet;
import org.xiangmuzhang.steward.port.in.KeepingBooks.Datum;
import org.xiangmuzhang.steward.port.in.KeepingBooks.Saving;
import org.xiangmuzhang.steward.port.in.KeepingBooks.Volume;
import org.xiangmuzhang.steward.port.in.KeepingBooks.Work;
import org.xiangmuzhang.steward.port.out.Books;
import org.xiangmuzhang.steward.port.out.ProjectRegister;

import java.math.BigDecimal;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;

/** Books as somebody reads them. */
@Component
class BookSheets {

    private final ProjectRegister register;
    private final Bundles bundles;
    private final Catalog catalog;
    private final Remarks remarks;
    private final Files files;

    BookSheets(
            ProjectRegister register,
            Bundles bundles,
            Catalog catalog,
            Remarks remarks,
            Files files) {
        this.register = register;
        this.bundles = bundles;
        this.catalog = catalog;
        this.remarks = remarks;
        this.files = files;
    }

    /** Whether the actor is of the chapter's department at the place of the book. */
    static boolean speaksFor(Actor actor, Book book, Chapter chapter) {
        return (actor.role() == Role.APPROVER || actor.role() == Role.HEAD)
                && chapter.department().equals(actor.department())
                && actor.region().equals(book.region());
    }

    /** Everything that the sheets tell, looked up together. */
    List<Volume> of(Actor reader, List<Book> all, Locale language) {
        Map<UUID, String> texts =
                remarks.texts(
                        all.stream()
                                .flatMap(BookSheets::written)
                                .filter(Objects::nonNull)
                                .toList());
        Map<UUID, StoredFile> papers =
                files.byIds(
                        all.stream()
                                .flatMap(BookSheets::papers)
                                .filter(Objects::nonNull)
                                .distinct()
                                .toList());
        Map<UUID, ProjectView> projects =
                register.byIds(all.stream().map(Book::project).distinct().toList());
        Map<UUID, String> names = register.names(List.copyOf(projects.keySet()));
        return all.stream()
                .map(
                        book ->
                                volume(
                                        reader,
                                        book,
                                        Objects.requireNonNull(projects.get(book.project())),
                                        names.get(book.project()),
                                        texts,
                                        papers,
                                        language))
                .toList();
    }

    private static Stream<@Nullable UUID> written(Book book) {
        return Stream.concat(
                Stream.concat(
                        Stream.concat(
                                Stream.ofNullable(book.commission())
                                        .map(it -> (@Nullable UUID) it.agency()),
                                Stream.ofNullable(book.withdrawal())
                                        .map(it -> (@Nullable UUID) it.reason())),
                        book.data().values().stream()),
                book.chapters().stream().map(Chapter::remark));
    }

    private static Stream<@Nullable UUID> papers(Book book) {
        return Stream.concat(
                Stream.ofNullable(book.commission()).map(it -> (@Nullable UUID) it.contract()),
                Stream.ofNullable(book.reply()).map(Reply::file));
    }

    private Volume volume(
            Actor reader,
            Book book,
            ProjectView project,
            @Nullable String projectName,
            Map<UUID, String> texts,
            Map<UUID, StoredFile> papers,
            Locale language) {
        Commission commission = book.commission();
        Reply reply = book.reply();
        Withdrawal withdrawal = book.withdrawal();
        UUID contract = commission == null ? null : commission.contract();
        UUID replied = reply == null ? null : reply.file();
        return new Volume(
                book.id(),
                book.project(),
                projectName,
                book.region(),
                catalog.regionName(book.region()),
                book.bundle(),
                bundles.name(book.region(), book.bundle(), language),
                book.openedOn(),
                commission == null ? null : texts.get(commission.agency()),
                contract,
                name(papers, contract),
                commission == null ? null : commission.payer().name(),
                book.chapters().stream()
                        .map(one -> chapter(reader, book, one, texts, language))
                        .toList(),
                data(reader, book, texts, language),
                reply == null ? null : reply.documentNumber(),
                reply == null ? null : reply.on(),
                replied,
                name(papers, replied),
                withdrawal == null ? null : withdrawal.on(),
                withdrawal == null ? null : texts.get(withdrawal.reason()),
                sum(book, Cost::government),
                sum(book, Cost::saved),
                open(reader, book, project),
                book.version());
    }

    private static @Nullable String name(Map<UUID, StoredFile> papers, @Nullable UUID file) {
        StoredFile stored = file == null ? null : papers.get(file);
        return stored == null ? null : stored.name();
    }

    private static @Nullable BigDecimal sum(Book book, Function<Cost, BigDecimal> amount) {
        return book.withdrawal() != null
                ? null
                : book.chapters().stream()
                        .map(Chapter::cost)
                        .filter(Objects::nonNull)
                        .map(amount)
                        .reduce(BigDecimal::add)
                        .orElse(null);
    }

    private ChapterSheet chapter(
            Actor reader, Book book, Chapter one, Map<UUID, String> texts, Locale language) {
        boolean english = language.getLanguage().equals("en");
        Cost cost = one.cost();
        return new ChapterSheet(
                one.item(),
                catalog.item(book.region(), one.item())
                        .map(item -> english ? item.nameEn() : item.nameZh())
                        .orElse(one.item()),
                one.department(),
                catalog.departmentName(book.region(), one.department(), language),
                book.missing(one).stream().sorted().toList(),
                one.verdict() == null ? null : one.verdict().name(),
                one.remark() == null ? null : texts.get(one.remark()),
                one.givenOn(),
                one.stale(),
                speaksFor(reader, book, one),
                cost == null ? null : cost.alone(),
                cost == null ? null : cost.government(),
                cost == null ? null : cost.enterprise(),
                cost == null ? null : cost.saved(),
                one.bookedOn());
    }

    /** Departments read what their chapters use, everybody else all. */
    private List<Datum> data(Actor reader, Book book, Map<UUID, String> texts, Locale language) {
        boolean english = language.getLanguage().equals("en");
        String department = reader.department();
        boolean unit = reader.role() == Role.APPROVER || reader.role() == Role.HEAD;
        Set<String> read = book.readBy(unit && department != null ? List.of(department) : null);
        Map<String, UUID> data = book.data();
        return bundles.meanings(book.region()).values().stream()
                .filter(meaning -> read.contains(meaning.code()))
                .map(
                        meaning -> {
                            UUID value = data.get(meaning.code());
                            return new Datum(
                                    meaning.code(),
                                    english ? meaning.nameEn() : meaning.nameZh(),
                                    meaning.form(),
                                    value == null ? null : texts.get(value),
                                    book.chapters().stream()
                                            .filter(it -> it.reads().contains(meaning.code()))
                                            .map(Chapter::item)
                                            .toList());
                        })
                .toList();
    }

    private static Set<Work> open(Actor reader, Book book, ProjectView project) {
        Set<Work> open = EnumSet.noneOf(Work.class);
        boolean steward =
                reader.role() == Role.STEWARD && reader.holder().equals(project.steward());
        if (steward) {
            if (book.commission() != null && book.withdrawal() == null) {
                open.add(Work.COST);
            }
            if (book.isOpen()) {
                open.add(Work.COMMISSION);
                open.add(Work.WITHDRAW);
                if (book.chapters().stream().allMatch(Chapter::isAgreed)) {
                    open.add(Work.REPLY);
                }
            }
        }
        if (book.isOpen() && (steward || reader.role() == Role.APPLICANT)) {
            open.add(Work.DATUM);
        }
        boolean speaks = book.chapters().stream().anyMatch(one -> speaksFor(reader, book, one));
        if (book.isOpen() && book.commission() != null && speaks) {
            open.add(Work.AGREE);
            open.add(Work.OBJECT);
        }
        return open;
    }

    List<Saving> savings(List<Books.Booked> booked) {
        Map<UUID, String> names =
                register.names(booked.stream().map(Books.Booked::project).distinct().toList());
        return booked.stream()
                .map(
                        one -> {
                            String name = names.get(one.project());
                            return new Saving(
                                    name == null ? null : one.project(),
                                    name,
                                    one.region(),
                                    catalog.regionName(one.region()),
                                    one.year(),
                                    one.items(),
                                    one.alone(),
                                    one.government(),
                                    one.enterprise(),
                                    one.alone().subtract(one.enterprise()));
                        })
                .toList();
    }
}
