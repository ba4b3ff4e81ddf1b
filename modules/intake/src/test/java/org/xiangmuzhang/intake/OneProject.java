package org.xiangmuzhang.intake;

import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.context.ConfigurableApplicationContext;
import org.xiangmuzhang.intake.spi.ProjectPlans;
import org.xiangmuzhang.kernel.Actor;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The only project that is known while a test plays. */
record OneProject(Choice only) implements ProjectPlans {

    void during(ConfigurableApplicationContext context, Runnable play) {
        DefaultListableBeanFactory beans = (DefaultListableBeanFactory) context.getBeanFactory();
        beans.registerSingleton("oneProject", this);
        try {
            play.run();
        } finally {
            beans.destroySingleton("oneProject");
        }
    }

    @Override
    public List<Choice> openTo(Actor actor, LocalDate on, int limit) {
        return List.of(only);
    }

    @Override
    public Optional<Choice> byId(UUID project) {
        return Optional.of(only).filter(one -> one.project().equals(project));
    }

    @Override
    public List<Step> steps(UUID project) {
        return List.of();
    }
}
