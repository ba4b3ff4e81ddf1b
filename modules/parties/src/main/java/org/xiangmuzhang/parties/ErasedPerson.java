package org.xiangmuzhang.parties;

import org.springframework.context.i18n.LocaleContextHolder;

import java.util.Locale;
import java.util.ResourceBundle;

/** What is shown in the place of a name that is not there any more. */
final class ErasedPerson {

    private static final ResourceBundle.Control AS_WRITTEN =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    private ErasedPerson() {}

    static String inWords() {
        Locale locale = LocaleContextHolder.getLocale();
        return ResourceBundle.getBundle("messages.parties", locale, AS_WRITTEN)
                .getString("parties.erased");
    }
}
