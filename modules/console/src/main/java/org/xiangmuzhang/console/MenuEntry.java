package org.xiangmuzhang.console;

import org.xiangmuzhang.kernel.Role;

import java.util.Set;

/**
 * One line of the navigation, and one card of the home page; a bean of the context whose page it
 * opens.
 *
 * @param path where it leads, such as {@code /console/intake/inbox}
 * @param messageKey key of its name; {@code <messageKey>.description} is the sentence on the card
 * @param order smaller stands higher: work below 70, administration below 97, then one's own
 * @param roles who sees it; empty for everyone who is signed in
 */
public record MenuEntry(String path, String messageKey, int order, Set<Role> roles) {

    public MenuEntry {
        roles = Set.copyOf(roles);
    }

    /** Key of the sentence that says what the page is for. */
    public String descriptionKey() {
        return messageKey + ".description";
    }

    int part() {
        return order < 70 ? 0 : order < 97 ? 1 : 2;
    }

    boolean openTo(Role role) {
        return roles.isEmpty() || roles.contains(role);
    }

    boolean covers(String requested) {
        return requested.equals(path) || requested.startsWith(path + "/");
    }
}
