package org.xiangmuzhang.steward.adapter.in.console;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.xiangmuzhang.console.MenuEntry;
import org.xiangmuzhang.kernel.Role;

import java.util.EnumSet;
import java.util.Set;

/** Where the projects stand in the navigation. */
@Configuration(value = "steward.menu", proxyBeanMethods = false)
class Menu {

    /** Everybody's but of those who see no projects. */
    private static final Set<Role> READERS =
            EnumSet.complementOf(EnumSet.of(Role.INTERMEDIARY, Role.CATALOG_EDITOR, Role.SYSTEM));

    @Bean
    static MenuEntry projectsMenu() {
        return new MenuEntry("/console/projects", "steward.menu.projects", 10, READERS);
    }
}
