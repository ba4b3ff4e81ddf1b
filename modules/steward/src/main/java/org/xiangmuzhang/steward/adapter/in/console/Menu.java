package org.xiangmuzhang.steward.adapter.in.console;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.xiangmuzhang.console.MenuEntry;

import java.util.Set;

/** Where the projects stand in the navigation. */
@Configuration(value = "steward.menu", proxyBeanMethods = false)
class Menu {

    @Bean
    static MenuEntry projectsMenu() {
        return new MenuEntry("/console/projects", "steward.menu.projects", 10, Set.of());
    }
}
