package org.xiangmuzhang.supervision.adapter.in.console;

import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.xiangmuzhang.catalog.api.Catalog;
import org.xiangmuzhang.kernel.Region;
import org.xiangmuzhang.steward.api.Projects;
import org.xiangmuzhang.supervision.domain.Holder;
import org.xiangmuzhang.supervision.domain.Holder.Kind;

import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/** Names for codes, in the visitor's language where there is one. */
@Component("supervisionWords")
public class Words {

    private final Catalog catalog;
    private final Projects projects;
    private final MessageSource messages;

    Words(Catalog catalog, Projects projects, MessageSource messages) {
        this.catalog = catalog;
        this.projects = projects;
        this.messages = messages;
    }

    /** Name of an item at a place, or its code. */
    public String item(Region region, String code) {
        return catalog.item(region, code)
                .map(item -> isEnglish() ? item.nameEn() : item.nameZh())
                .orElse(code);
    }

    /** Names of items in one line. */
    String items(Region region, Collection<String> codes) {
        return String.join(
                isEnglish() ? ", " : "、", codes.stream().map(code -> item(region, code)).toList());
    }

    private static boolean isEnglish() {
        return LocaleContextHolder.getLocale().getLanguage().equals("en");
    }

    public String department(Region place, String code) {
        return catalog.departmentName(place, code, LocaleContextHolder.getLocale());
    }

    /** Who holds an item, in words. */
    public String holder(Region place, Holder holder) {
        String detail = holder.detail();
        if (detail == null) {
            return text("supervision.holder." + holder.kind());
        }
        return holder.kind() == Kind.DEPARTMENT
                ? department(place, detail)
                : text("supervision.holder." + holder.kind())
                        + " · "
                        + text("supervision.procedure." + detail);
    }

    Map<UUID, String> projects(Collection<UUID> ids) {
        return projects.names(ids);
    }

    String text(String key) {
        return Objects.requireNonNull(
                messages.getMessage(key, null, key, LocaleContextHolder.getLocale()));
    }
}
