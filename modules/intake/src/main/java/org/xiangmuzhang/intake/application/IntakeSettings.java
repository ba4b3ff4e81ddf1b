package org.xiangmuzhang.intake.application;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.xiangmuzhang.settings.Setting;

@Configuration(proxyBeanMethods = false)
class IntakeSettings {

    @Bean
    static Setting acceptanceSetting() {
        return LocalRules.ACCEPTANCE;
    }

    @Bean
    static Setting resultsSetting() {
        return LocalRules.RESULTS;
    }

    @Bean
    static Setting specialProceduresSetting() {
        return LocalRules.PROCEDURES;
    }

    @Bean
    static Setting receiptSetting() {
        return LocalRules.RECEIPT;
    }

    @Bean
    static Setting owedMaterialsSetting() {
        return LocalRules.OWED;
    }

    @Bean
    static Setting promisesSetting() {
        return LocalRules.PROMISES;
    }

    @Bean
    static Setting formsAndChecksSetting() {
        return LocalChecks.CHECKS;
    }

    @Bean
    static Setting draftsSetting() {
        return LocalForms.DRAFTS;
    }

    @Bean
    static Setting reuseSetting() {
        return LocalForms.REUSE;
    }
}
