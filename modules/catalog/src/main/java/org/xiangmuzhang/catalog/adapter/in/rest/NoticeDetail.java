package org.xiangmuzhang.catalog.adapter.in.rest;

import org.jspecify.annotations.Nullable;
import org.xiangmuzhang.catalog.api.Item;
import org.xiangmuzhang.catalog.api.ServiceCalendars;
import org.xiangmuzhang.catalog.api.Stage;
import org.xiangmuzhang.catalog.domain.Department;
import org.xiangmuzhang.catalog.domain.Template;
import org.xiangmuzhang.catalog.domain.guidance.Answer;
import org.xiangmuzhang.catalog.domain.guidance.Given;
import org.xiangmuzhang.catalog.domain.guidance.Notice;
import org.xiangmuzhang.catalog.domain.guidance.Question;
import org.xiangmuzhang.catalog.domain.guidance.Walk;
import org.xiangmuzhang.catalog.port.in.Guiding;
import org.xiangmuzhang.kernel.Region;
import org.xiangmuzhang.kernel.TimeLimit;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.stream.IntStream;

/**
 * How far the answers have come: the open question, or the one-time notice.
 *
 * @param newer version of the guide that holds today, when the answers are by another
 * @param answers to be sent with the next answer; they stand for all answers so far
 * @param question null at the end
 * @param notice null while a question is open
 */
record NoticeDetail(
        Region region,
        String code,
        String version,
        @Nullable String newer,
        String answers,
        List<ReplyLine> replies,
        @Nullable Question question,
        @Nullable NoticeText notice) {

    /**
     * A question that was answered.
     *
     * @param bySite whether the site says so
     */
    record ReplyLine(
            String question, List<String> answers, @Nullable BigDecimal number, boolean bySite) {}

    /**
     * 一次性告知.
     *
     * @param gone codes that the guide names and the catalog no longer has
     * @param daysOneByOne promised days added up
     * @param daysTogether promised days when all that may run side by side does
     */
    record NoticeText(
            LocalDate day,
            long catalogVersion,
            List<NoticeItem> items,
            List<Notice.Paper> materials,
            List<Notice.Paper> fetchedByOffices,
            List<Given> notes,
            List<String> gone,
            int daysOneByOne,
            int daysTogether,
            List<HoursLine> hours) {}

    /**
     * An item in its place in the order.
     *
     * @param fee what it costs, or null: the catalog does not say
     */
    record NoticeItem(
            int number,
            String code,
            String version,
            String nameZh,
            String nameEn,
            Stage stage,
            String department,
            String departmentZh,
            String departmentEn,
            @Nullable TimeLimit statutory,
            TimeLimit promised,
            boolean milestone,
            String resultNameZh,
            @Nullable String fee) {}

    /** When halls serve on a day. */
    record HoursLine(
            LocalDate day, LocalTime opens, LocalTime closes, ServiceCalendars.Service service) {}

    static NoticeDetail of(Guiding.Consultation at, Template template) {
        Walk walk = at.walk();
        Notice notice = at.notice();
        return new NoticeDetail(
                at.place(),
                at.guide().code(),
                at.guide().text(),
                at.newer(),
                walk.address(),
                walk.replies().stream()
                        .map(
                                reply ->
                                        new ReplyLine(
                                                reply.question().code(),
                                                reply.chosen().stream().map(Answer::code).toList(),
                                                reply.number(),
                                                walk.isKnown(reply, at.facts())))
                        .toList(),
                walk.open(),
                notice == null ? null : text(at, notice, template));
    }

    private static NoticeText text(Guiding.Consultation at, Notice notice, Template template) {
        List<Item> items = notice.items();
        return new NoticeText(
                at.day(),
                at.catalog(),
                IntStream.range(0, items.size())
                        .mapToObj(i -> line(i + 1, items.get(i), template))
                        .toList(),
                notice.hand(),
                notice.fetched(),
                notice.notes(),
                notice.gone(),
                notice.oneByOne(),
                notice.together(),
                at.hours().stream()
                        .flatMap(
                                day ->
                                        day.hours().stream()
                                                .map(
                                                        it ->
                                                                new HoursLine(
                                                                        day.day(),
                                                                        it.opens(),
                                                                        it.closes(),
                                                                        it.service())))
                        .toList());
    }

    private static NoticeItem line(int number, Item item, Template template) {
        Department department = template.department(item.department());
        return new NoticeItem(
                number,
                item.code(),
                item.version(),
                item.nameZh(),
                item.nameEn(),
                item.stage(),
                department.code(),
                department.nameZh(),
                department.nameEn(),
                item.statutory(),
                item.promised(),
                item.milestone(),
                item.resultNameZh(),
                null);
    }
}
