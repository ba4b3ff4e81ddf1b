package org.xiangmuzhang.console;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.xiangmuzhang.kernel.Refusal;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The sentence of a rule, with the codes in it put into words. */
@Component
public final class RefusalWords {

    private final MessageSource messages;
    private final ObjectProvider<Wording> wordings;

    RefusalWords(MessageSource messages, ObjectProvider<Wording> wordings) {
        this.messages = messages;
        this.wordings = wordings;
    }

    /** Why it was refused, in this language. */
    public String of(Refusal refusal, Locale language) {
        return String.valueOf(
                messages.getMessage(
                        "problem." + refusal.rule(),
                        inWords(refusal.arguments(), language),
                        refusal.rule(),
                        language));
    }

    /** The arguments of a sentence, codes and lists of codes among them put into words. */
    private Object[] inWords(List<Object> arguments, Locale language) {
        String comma = language.getLanguage().equals("en") ? ", " : "、";
        return arguments.stream()
                .map(
                        argument ->
                                argument instanceof String text
                                        ? Arrays.stream(text.split(", "))
                                                .map(code -> inWords(code, language))
                                                .collect(Collectors.joining(comma))
                                        : argument)
                .toArray();
    }

    private String inWords(String code, Locale language) {
        return wordings.orderedStream()
                .flatMap(wording -> Stream.ofNullable(wording.words(code, language)))
                .findFirst()
                .orElse(code);
    }
}
