package org.xiangmuzhang.intake;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.xiangmuzhang.eventlog.Await;
import org.xiangmuzhang.eventlog.LogEntry;
import org.xiangmuzhang.eventlog.LogReader;
import org.xiangmuzhang.files.Files;
import org.xiangmuzhang.intake.api.ApplicationView;
import org.xiangmuzhang.intake.api.Applications;
import org.xiangmuzhang.intake.api.Mode;
import org.xiangmuzhang.intake.api.Outcome;
import org.xiangmuzhang.intake.api.TaskView;
import org.xiangmuzhang.intake.port.in.Accepting;
import org.xiangmuzhang.intake.port.in.Examining;
import org.xiangmuzhang.intake.port.in.GivenMaterial;
import org.xiangmuzhang.intake.port.in.LookingUp;
import org.xiangmuzhang.intake.port.in.Seen;
import org.xiangmuzhang.intake.port.in.SubmitApplication;
import org.xiangmuzhang.intake.port.in.SubmitApplication.AskedItem;
import org.xiangmuzhang.intake.port.in.Submitting;
import org.xiangmuzhang.intake.port.in.Verdict;
import org.xiangmuzhang.kernel.Actor;
import org.xiangmuzhang.kernel.Region;
import org.xiangmuzhang.kernel.Role;
import org.xiangmuzhang.kernel.SocialCreditCode;
import org.xiangmuzhang.parties.Enterprise;
import org.xiangmuzhang.parties.Enterprises;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

/** A running intake module and the people who use it: the words in which scenarios are told. */
final class Story {

    static final Seen ANY = version -> {};

    private static final AtomicInteger PLACES = new AtomicInteger(140500);

    final Region place;
    final UUID project = UUID.randomUUID();
    final UUID enterprise;
    final Actor applicant;
    final Actor clerk;
    final Actor land;
    final Actor development;
    final Actor water;
    final Actor environment;

    private final ConfigurableApplicationContext context;

    /** A place, a project and people of its own, on a Monday in November. */
    Story(ConfigurableApplicationContext context) {
        this(context, new Region(Integer.toString(PLACES.incrementAndGet())));
    }

    Story(ConfigurableApplicationContext context, Region place) {
        this.context = context;
        this.place = place;
        this.clerk = actor(Role.CLERK, null, null);
        this.land = actor(Role.APPROVER, "NR", null);
        this.development = actor(Role.APPROVER, "NDRC", null);
        this.water = actor(Role.APPROVER, "WATER", null);
        this.environment = actor(Role.APPROVER, "EE", null);
        this.enterprise = enterprise(get(Enterprises.class));
        this.applicant = actor(Role.APPLICANT, null, enterprise);
        on("2026-11-02");
    }

    static ConfigurableApplicationContext start() {
        try {
            return new SpringApplicationBuilder(IntakeModule.class)
                    .web(WebApplicationType.NONE)
                    .properties(
                            "xiangmuzhang.files.directory="
                                    + java.nio.file.Files.createTempDirectory("files"),
                            "spring.flyway.enabled=false",
                            "axon.axonserver.enabled=false")
                    .run();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static UUID enterprise(Enterprises enterprises) {
        SocialCreditCode code = new SocialCreditCode("91140500MA9DEMA138");
        return enterprises
                .byCode(code)
                .map(Enterprise::id)
                .orElseGet(
                        () -> {
                            UUID id = UUID.randomUUID();
                            enterprises.add(
                                    new Enterprise(id, new Region("140500"), code, "沁水某能源公司"));
                            return id;
                        });
    }

    final Actor actor(Role role, @Nullable String department, @Nullable UUID whose) {
        return new Actor(UUID.randomUUID(), role, place, department, whose);
    }

    /** The same person as an approver of a department. */
    Actor sameAs(Actor person, String department) {
        return new Actor(person.person(), Role.APPROVER, place, department, null);
    }

    <T> T get(Class<T> type) {
        return context.getBean(type);
    }

    void on(String day) {
        get(TestClock.class).at(day);
    }

    Plan plan() {
        return get(Plan.class);
    }

    UUID file(Actor by, String content) {
        return get(Files.class)
                .store(
                        by.region(),
                        by,
                        "材料.txt",
                        new ByteArrayInputStream(content.getBytes(StandardCharsets.UTF_8)))
                .id();
    }

    GivenMaterial material(Actor by, String id, String content) {
        return new GivenMaterial(id, file(by, content));
    }

    UUID submit(Actor by, List<GivenMaterial> materials, Mode mode, String... items) {
        UUID id = UUID.randomUUID();
        get(Submitting.class).submit(asking(id, materials, mode, items), by);
        return id;
    }

    SubmitApplication asking(UUID id, List<GivenMaterial> materials, Mode mode, String... items) {
        return new SubmitApplication(
                id,
                place,
                enterprise,
                project,
                Arrays.stream(items).map(code -> new AskedItem(code, mode)).toList(),
                materials,
                null,
                null);
    }

    /** All that these items require of the applicant. */
    List<GivenMaterial> whole(Actor by, String... items) {
        UUID paper = file(by, "材料");
        return Arrays.stream(items)
                .flatMap(code -> get(TestCatalog.class).item(place, code).stream())
                .flatMap(item -> item.materials().stream())
                .filter(material -> material.required() && !material.reusable())
                .map(material -> new GivenMaterial(material.id(), paper))
                .toList();
    }

    UUID accepted(Mode mode, String... items) {
        UUID application = submit(applicant, whole(applicant, items), mode, items);
        accepting().accept(application, ANY, clerk);
        return application;
    }

    ApplicationView see(UUID application) {
        return get(Applications.class).byId(application).orElseThrow();
    }

    TaskView task(UUID application, String item) {
        return see(application).tasks().stream()
                .filter(task -> task.itemCode().equals(item))
                .findFirst()
                .orElseThrow();
    }

    void approve(UUID application, String item, Actor by) {
        examining()
                .decide(
                        task(application, item).id(),
                        new Verdict(Outcome.APPROVED, null, null, null),
                        ANY,
                        by);
    }

    void preApprove(UUID application, String item, Actor by) {
        examining().preApprove(task(application, item).id(), null, null, ANY, by);
    }

    Submitting submitting() {
        return get(Submitting.class);
    }

    Accepting accepting() {
        return get(Accepting.class);
    }

    Examining examining() {
        return get(Examining.class);
    }

    LookingUp lookingUp() {
        return get(LookingUp.class);
    }

    /** Names of what the log holds of an application, once every consumer has heard it. */
    List<String> told(UUID application) {
        hear();
        return get(LogReader.class).ofSubject(application, 0, 1000).stream()
                .map(LogEntry::type)
                .toList();
    }

    void hear() {
        Await.settled(get(LogReader.class));
    }
}
