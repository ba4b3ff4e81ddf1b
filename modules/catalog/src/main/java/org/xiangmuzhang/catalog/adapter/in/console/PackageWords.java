package org.xiangmuzhang.catalog.adapter.in.console;

import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.xiangmuzhang.catalog.domain.bundle.PublishedFigure;
import org.xiangmuzhang.catalog.domain.bundle.Term;
import org.xiangmuzhang.kernel.TimeLimit;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Figures and sums of packages in the visitor's language. */
public record PackageWords(Words words, MessageSource messages, Locale locale) {

    /** The name in the language, whatever has it in both. */
    public String name(String zh, String en) {
        return words.either(zh, en);
    }

    public String items(List<String> codes) {
        return joined(codes.stream().map(words::item).toList());
    }

    public String departments(List<String> codes) {
        return joined(codes.stream().map(words::department).toList());
    }

    private String joined(List<String> names) {
        return String.join(locale.getLanguage().equals("en") ? ", " : "、", names);
    }

    public String limit(@Nullable TimeLimit limit) {
        return said(words.limitKey(limit), words.days(limit));
    }

    /** A sum with where each number comes from. */
    public String sum(List<Term> terms) {
        return terms.stream().map(this::term).collect(Collectors.joining(" "));
    }

    private String term(Term term) {
        String item = term.item();
        String what = item == null ? said("catalog.term." + term.why()) : words.item(item);
        String sign = term.value() < 0 ? "− " : "+ ";
        return sign + said("catalog.term", Math.abs(term.value()), what);
    }

    public String figures(List<PublishedFigure> figures) {
        return joined(figures.stream().map(this::figure).toList());
    }

    /** What a place published, such as "55 → 1 working days" or "47% less". */
    public String figure(PublishedFigure figure) {
        String unit =
                figure.percent()
                        ? "%"
                        : figure.unit().isEmpty() ? "" : said("catalog.unit." + figure.unit());
        BigDecimal change = figure.change();
        BigDecimal after = figure.after();
        BigDecimal before = figure.before();
        String said =
                change != null
                        ? said("catalog.figure.less", change.toPlainString(), unit)
                        : before != null && after != null
                                ? said(
                                        "catalog.figure.ends",
                                        before.toPlainString(),
                                        after.toPlainString(),
                                        unit)
                                : said(
                                        "catalog.figure.to",
                                        after == null ? "" : after.toPlainString(),
                                        unit);
        return figure.about() ? said("catalog.figure.about", said) : said;
    }

    private String said(String key, Object... arguments) {
        return messages.getMessage(key, arguments, locale);
    }
}
