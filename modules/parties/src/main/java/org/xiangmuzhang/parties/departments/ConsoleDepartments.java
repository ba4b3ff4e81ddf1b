package org.xiangmuzhang.parties.departments;

import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.xiangmuzhang.console.FormOn;
import org.xiangmuzhang.console.MenuEntry;
import org.xiangmuzhang.kernel.Actor;
import org.xiangmuzhang.kernel.Region;
import org.xiangmuzhang.kernel.Role;
import org.xiangmuzhang.kernel.WorkingDays;
import org.xiangmuzhang.parties.People;
import org.xiangmuzhang.parties.Remarks;

import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The pages of the departments of a place. */
@Controller
@RequestMapping(ConsoleDepartments.HERE)
class ConsoleDepartments {

    static final String HERE = "/console/parties/departments";

    private static final String ONE = HERE + "/{department}";
    private static final int SHOWN = 20;

    private final KeepingDepartments keeping;
    private final People people;
    private final Remarks remarks;
    private final Clock clock;

    ConsoleDepartments(KeepingDepartments keeping, People people, Remarks remarks, Clock clock) {
        this.keeping = keeping;
        this.people = people;
        this.remarks = remarks;
        this.clock = clock;
    }

    /**
     * A department, or a version of one, as the page shows it.
     *
     * @param kinds in words
     * @param state {@code OPEN}, {@code COMING} or {@code OVER}
     */
    record Line(Department department, String kinds, List<String> heads, String state) {}

    /** A change as the page shows it. */
    record Waits(
            DepartmentChange change,
            String name,
            @Nullable String kinds,
            @Nullable String into,
            KeepingDepartments.Touched touched,
            boolean own) {}

    @Bean
    static MenuEntry departmentsMenu() {
        return new MenuEntry(
                HERE,
                "parties.departments",
                71,
                Set.of(Role.ADMINISTRATOR, Role.SECURITY_ADMINISTRATOR, Role.AUDITOR));
    }

    @GetMapping
    String page(@RequestParam(required = false) @Nullable Region region, Actor actor, Model model) {
        Region place = region == null ? actor.region() : region;
        model.addAttribute("place", place);
        model.addAttribute(
                "departments", keeping.of(actor, place).stream().map(this::line).toList());
        List<DepartmentChange> waiting = keeping.waiting(actor, null, SHOWN);
        model.addAttribute("waiting", waiting.stream().map(it -> waits(it, actor)).toList());
        addWords(waiting, model);
        model.addAttribute("today", WorkingDays.today(clock));
        model.addAttribute("mayPropose", actor.role() == Role.ADMINISTRATOR);
        model.addAttribute("mayConfirm", actor.role() == Role.SECURITY_ADMINISTRATOR);
        return "parties/departments";
    }

    @GetMapping("/{department}")
    String one(@PathVariable("department") UUID id, Actor actor, Model model) {
        List<Department> versions = keeping.versions(actor, id);
        Department last = versions.getLast();
        List<DepartmentChange> changes = keeping.changesOf(actor, id);
        model.addAttribute("department", line(last));
        model.addAttribute("versions", versions.reversed().stream().map(this::line).toList());
        model.addAttribute("changes", changes.stream().map(it -> waits(it, actor)).toList());
        addWords(changes, model);
        model.addAttribute("today", WorkingDays.today(clock));
        model.addAttribute("mayPropose", actor.role() == Role.ADMINISTRATOR && last.to() == null);
        model.addAttribute("others", others(actor, last));
        return "parties/department";
    }

    /** Which of the place's open departments may take over. */
    private Map<String, String> others(Actor actor, Department one) {
        Map<String, String> others = new LinkedHashMap<>();
        keeping.of(actor, one.region()).stream()
                .filter(it -> it.to() == null && !it.id().equals(one.id()))
                .forEach(it -> others.put(it.id().toString(), it.wording().name()));
        return others;
    }

    @PostMapping("/openings")
    @FormOn(page = HERE, form = "department", keep = "region")
    String open(
            @RequestParam Region region,
            @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate day,
            @RequestParam String kinds,
            @RequestParam String name,
            @RequestParam(required = false) @Nullable String nameEn,
            @RequestParam(required = false) @Nullable String contact,
            @RequestParam(required = false) @Nullable String seat,
            @RequestParam String reason,
            Actor actor,
            RedirectAttributes next) {
        keeping.propose(
                actor,
                new KeepingDepartments.Wish(
                        DepartmentChange.Kind.OPENED,
                        null,
                        region,
                        day,
                        wording(kinds, name, nameEn, contact, seat),
                        null),
                reason);
        next.addFlashAttribute("notice", "parties.proposed");
        next.addAttribute("region", region.code());
        return "redirect:" + HERE;
    }

    @PostMapping("/{department}/changes")
    @FormOn(page = ONE, form = "change")
    String change(
            @PathVariable UUID department,
            @RequestParam DepartmentChange.Kind kind,
            @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate day,
            @RequestParam(required = false) @Nullable String kinds,
            @RequestParam(required = false) @Nullable String name,
            @RequestParam(required = false) @Nullable String nameEn,
            @RequestParam(required = false) @Nullable String contact,
            @RequestParam(required = false) @Nullable String seat,
            @RequestParam(required = false) @Nullable UUID into,
            @RequestParam String reason,
            Actor actor,
            RedirectAttributes next) {
        keeping.propose(
                actor,
                new KeepingDepartments.Wish(
                        kind,
                        department,
                        actor.region(),
                        day,
                        name == null
                                ? null
                                : wording(
                                        Objects.requireNonNullElse(kinds, ""),
                                        name,
                                        nameEn,
                                        contact,
                                        seat),
                        into),
                reason);
        next.addFlashAttribute("notice", "parties.proposed");
        next.addAttribute("department", department);
        return "redirect:" + ONE;
    }

    private static Department.Wording wording(
            String kinds,
            String name,
            @Nullable String nameEn,
            @Nullable String contact,
            @Nullable String seat) {
        return new Department.Wording(
                DepartmentList.kinds(kinds),
                name.strip(),
                DepartmentList.typed(nameEn),
                DepartmentList.typed(contact),
                DepartmentList.typed(seat));
    }

    @PostMapping("/changes/{id}/decision")
    @FormOn(page = HERE, form = "decision", keep = "region")
    String decide(
            @PathVariable UUID id,
            @RequestParam Region region,
            @RequestParam DepartmentChange.State outcome,
            @RequestParam String reason,
            Actor actor,
            RedirectAttributes next) {
        keeping.decide(actor, id, outcome, reason);
        next.addFlashAttribute("notice", "parties.decided." + outcome);
        next.addAttribute("region", region.code());
        return "redirect:" + HERE;
    }

    @PostMapping("/imports")
    @FormOn(page = HERE, form = "import", keep = "region")
    String bring(
            @RequestParam Region region,
            @RequestParam String list,
            @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate day,
            @RequestParam String reason,
            Actor actor,
            RedirectAttributes next) {
        keeping.propose(actor, region, list, day, reason);
        next.addFlashAttribute("notice", "parties.proposed");
        next.addAttribute("region", region.code());
        return "redirect:" + HERE;
    }

    private Line line(Department it) {
        LocalDate today = WorkingDays.today(clock);
        LocalDate last = it.to();
        String state =
                last != null && last.isBefore(today)
                        ? "OVER"
                        : it.from().isAfter(today) ? "COMING" : "OPEN";
        return new Line(
                it,
                keeping.kinds(it.wording().kinds()),
                List.copyOf(people.names(keeping.heads(it)).values()),
                state);
    }

    private Waits waits(DepartmentChange it, Actor actor) {
        Department.Wording wording = it.wording();
        UUID into = it.into();
        return new Waits(
                it,
                wording == null ? name(actor, it.department()) : wording.name(),
                wording == null ? null : keeping.kinds(wording.kinds()),
                into == null ? null : name(actor, into),
                keeping.touched(it),
                it.proposedBy().equals(actor.person()));
    }

    private String name(Actor actor, UUID department) {
        return keeping.versions(actor, department).getLast().wording().name();
    }

    private void addWords(List<DepartmentChange> changes, Model model) {
        model.addAttribute(
                "names",
                people.names(
                        changes.stream()
                                .flatMap(it -> Stream.of(it.proposedBy(), it.decidedBy()))
                                .filter(Objects::nonNull)
                                .collect(Collectors.toSet())));
        model.addAttribute(
                "reasons",
                remarks.texts(
                        changes.stream()
                                .flatMap(it -> Stream.of(it.reason(), it.answer()))
                                .filter(Objects::nonNull)
                                .toList()));
    }
}
