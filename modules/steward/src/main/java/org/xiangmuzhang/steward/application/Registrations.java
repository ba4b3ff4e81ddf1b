package org.xiangmuzhang.steward.application;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;
import org.xiangmuzhang.catalog.api.Catalog;
import org.xiangmuzhang.catalog.api.ProjectType;
import org.xiangmuzhang.catalog.api.Regions;
import org.xiangmuzhang.database.Sight;
import org.xiangmuzhang.kernel.Actor;
import org.xiangmuzhang.kernel.Ids;
import org.xiangmuzhang.kernel.ProjectCode;
import org.xiangmuzhang.kernel.Refusal;
import org.xiangmuzhang.kernel.Region;
import org.xiangmuzhang.kernel.Role;
import org.xiangmuzhang.kernel.WorkingDays;
import org.xiangmuzhang.parties.Enterprise;
import org.xiangmuzhang.parties.Enterprises;
import org.xiangmuzhang.parties.People;
import org.xiangmuzhang.parties.Remarks;
import org.xiangmuzhang.steward.api.ProjectView;
import org.xiangmuzhang.steward.domain.project.AppointSteward;
import org.xiangmuzhang.steward.domain.project.Dossier;
import org.xiangmuzhang.steward.domain.project.RegisterProject;
import org.xiangmuzhang.steward.events.HandoverPrepared.Obligation;
import org.xiangmuzhang.steward.port.in.Registering;
import org.xiangmuzhang.steward.port.out.ProjectLog;
import org.xiangmuzhang.steward.port.out.ProjectRegister;

import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

@Component("steward.registrations")
class Registrations implements Registering {

    private static final Region OWN_CODES = new Region("999999");

    private final ProjectLog log;
    private final ProjectRegister register;
    private final Access access;
    private final Catalog catalog;
    private final Regions regions;
    private final Enterprises enterprises;
    private final People people;
    private final Candidates candidates;
    private final Obligations obligations;
    private final Remarks remarks;
    private final Clock clock;
    private final TransactionTemplate apart;

    Registrations(
            ProjectLog log,
            ProjectRegister register,
            Access access,
            Catalog catalog,
            Regions regions,
            Enterprises enterprises,
            People people,
            Candidates candidates,
            Obligations obligations,
            Remarks remarks,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.log = log;
        this.register = register;
        this.access = access;
        this.catalog = catalog;
        this.regions = regions;
        this.enterprises = enterprises;
        this.people = people;
        this.candidates = candidates;
        this.obligations = obligations;
        this.remarks = remarks;
        this.clock = clock;
        this.apart = new TransactionTemplate(transactions);
        apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    @Override
    @Transactional
    public void register(Actor actor, Registration wanted) {
        actor.mustBe(Role.STEWARD, Role.APPLICANT);
        UUID enterprise =
                Optional.ofNullable(wanted.enterprise())
                        .or(() -> Optional.ofNullable(actor.enterprise()))
                        .flatMap(enterprises::held)
                        .map(Enterprise::id)
                        .orElseThrow(() -> Refusal.invalid("enterprise-unknown", "/enterprise"));
        if (actor.role() == Role.APPLICANT && !enterprise.equals(actor.enterprise())) {
            throw Refusal.forbidden("enterprise-not-yours");
        }
        if (!catalog.knows(wanted.region())) {
            throw Refusal.invalid("region-unknown", "/region", wanted.region().code());
        }
        if (actor.role() == Role.STEWARD) {
            access.mustReach(actor, wanted.region());
        }
        String name = wanted.name().strip();
        if (name.isEmpty() || name.length() > 200) {
            throw Refusal.invalid("project-name", "/name", 200);
        }
        if (wanted.industry() != null && !catalog.knowsIndustry(wanted.industry())) {
            throw Refusal.invalid("industry-unknown", "/industry", wanted.industry());
        }
        ProjectType type =
                catalog.projectType(wanted.region(), wanted.projectType())
                        .orElseThrow(
                                () ->
                                        Refusal.invalid(
                                                "project-type-unknown",
                                                "/projectType",
                                                wanted.projectType()));
        LocalDate today = WorkingDays.today(clock);
        ProjectCode code =
                wanted.code() == null ? testCode(today) : new ProjectCode(wanted.code().strip());
        register.add(
                new ProjectView(
                        wanted.id(),
                        wanted.region(),
                        code.value(),
                        name,
                        type.code(),
                        enterprise,
                        null));
        if (wanted.industry() != null) {
            register.tell(wanted.id(), wanted.industry());
        }
        log.send(
                new RegisterProject(
                        wanted.id(),
                        wanted.region(),
                        code,
                        type.code(),
                        type.version(),
                        enterprise,
                        wanted.industry(),
                        wanted.investment(),
                        today));
    }

    /**
     * Codes come from outside; what the platform makes itself is marked by region 999999, where
     * others may have taken one by hand.
     */
    private ProjectCode testCode(LocalDate today) {
        return Sight.ALL.during(() -> freeCode(today));
    }

    /** One that nobody in the country has, whether or not the caller may see who. */
    private ProjectCode freeCode(LocalDate today) {
        String code;
        do {
            code =
                    "%02d%02d-%s-99-99-%06d"
                            .formatted(
                                    today.getYear() % 100,
                                    today.getMonthValue(),
                                    OWN_CODES,
                                    serial(YearMonth.from(today)));
        } while (register.hasCode(code));
        return new ProjectCode(code);
    }

    /** In a transaction of its own: registrations do not wait for each other; some numbers miss. */
    private int serial(YearMonth month) {
        Integer serial = apart.execute(status -> register.nextSerial(OWN_CODES, month));
        return Objects.requireNonNull(serial);
    }

    @Override
    @Transactional
    public void appoint(
            Actor actor, UUID project, long version, UUID steward, @Nullable String reason) {
        ProjectView found = access.visible(actor, project);
        actor.mustBe(Role.LEADER, Role.ADMINISTRATOR, Role.STEWARD);
        LocalDate today = WorkingDays.today(clock);
        boolean holdsPost =
                people.posts(steward, today).stream()
                        .anyMatch(
                                post ->
                                        post.role() == Role.STEWARD
                                                && post.inPlaceOf() == null
                                                && regions.covers(post.region(), found.region()));
        if (!holdsPost) {
            throw Refusal.invalid("not-a-steward", "/steward", found.region().code());
        }
        Dossier dossier = access.held(project, version);
        UUID present = dossier.steward();
        if (actor.role() == Role.STEWARD && present != null && !present.equals(actor.holder())) {
            throw Refusal.forbidden("not-the-projects-steward");
        }
        if (!steward.equals(present) && !steward.equals(actor.person())) {
            candidates.mustBeReasoned(found, steward, reason);
        }
        List<Obligation> open = present == null ? List.of() : obligations.open(dossier, today);
        register.appoint(project, steward, today);
        log.send(
                new AppointSteward(
                        project,
                        steward,
                        reason == null
                                ? null
                                : remarks.write(found.region(), actor.person(), reason, "/reason"),
                        Ids.next(clock),
                        open,
                        today));
    }
}
