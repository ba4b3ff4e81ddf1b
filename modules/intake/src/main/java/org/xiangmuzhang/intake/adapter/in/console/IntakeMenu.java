package org.xiangmuzhang.intake.adapter.in.console;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.xiangmuzhang.console.MenuEntry;
import org.xiangmuzhang.kernel.Role;

import java.util.Set;

@Configuration(proxyBeanMethods = false)
class IntakeMenu {

    @Bean
    MenuEntry intakeDeskMenu() {
        return new MenuEntry(
                "/console/intake/applications",
                "intake.menu.desk",
                20,
                Set.of(Role.CLERK, Role.SUPERVISOR, Role.LEADER, Role.AUDITOR));
    }

    @Bean
    MenuEntry intakeOwnMenu() {
        return new MenuEntry(
                "/console/intake/applications",
                "intake.menu.own",
                20,
                Set.of(Role.APPLICANT, Role.STEWARD));
    }

    @Bean
    MenuEntry intakeTasksMenu() {
        return new MenuEntry(
                "/console/intake/tasks", "intake.menu.tasks", 20, Set.of(Role.APPROVER, Role.HEAD));
    }

    @Bean
    MenuEntry intakeNewMenu() {
        return new MenuEntry(
                "/console/intake/applications/new",
                "intake.menu.new",
                21,
                Set.of(Role.APPLICANT, Role.STEWARD));
    }

    @Bean
    MenuEntry intakeDraftsMenu() {
        return new MenuEntry(
                "/console/intake/drafts",
                "intake.menu.drafts",
                22,
                Set.of(Role.APPLICANT, Role.STEWARD));
    }
}
