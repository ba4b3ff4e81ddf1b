package org.xiangmuzhang.intake.adapter.in.console;

import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;

/** Codes in the visitor's language. */
@Component("intakeWords")
class Words {

    private final MessageSource messages;

    Words(MessageSource messages) {
        this.messages = messages;
    }

    /** Choices of a form: the words of every code, in their order. */
    Map<String, String> of(String kind, Collection<String> codes) {
        Map<String, String> words = new LinkedHashMap<>();
        for (String code : codes) {
            words.put(
                    code,
                    messages.getMessage(
                            "intake." + kind + "." + code, null, LocaleContextHolder.getLocale()));
        }
        return words;
    }
}
