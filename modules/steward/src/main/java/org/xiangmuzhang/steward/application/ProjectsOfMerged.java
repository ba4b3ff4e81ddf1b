package org.xiangmuzhang.steward.application;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.xiangmuzhang.parties.PassingOn;
import org.xiangmuzhang.steward.domain.project.PassProjectOn;
import org.xiangmuzhang.steward.port.out.ProjectLog;
import org.xiangmuzhang.steward.port.out.ProjectRegister;

import java.time.LocalDate;
import java.util.UUID;

/** Each project of an enterprise that is merged away decides on it by itself. */
@Component("steward.projects-of-merged")
class ProjectsOfMerged implements PassingOn {

    private final ProjectRegister register;
    private final ProjectLog log;

    ProjectsOfMerged(ProjectRegister register, ProjectLog log) {
        this.register = register;
        this.log = log;
    }

    @Override
    @Transactional
    public void passOn(UUID dissolved, UUID kept, LocalDate on) {
        register.passOn(dissolved, kept)
                .forEach(project -> log.send(new PassProjectOn(project, kept, on)));
    }
}
