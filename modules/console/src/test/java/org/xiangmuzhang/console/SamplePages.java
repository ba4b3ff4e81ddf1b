package org.xiangmuzhang.console;

import org.jspecify.annotations.Nullable;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.xiangmuzhang.kernel.Refusal;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Pages with made-up content, in the structures that real pages follow. */
@Controller
final class SamplePages {

    @GetMapping("/console/projects")
    String board(Model model) {
        model.addAttribute("projects", SampleContent.PROJECTS);
        return "samples/board";
    }

    @GetMapping("/console/projects/one")
    String project(
            Model model,
            @RequestParam(required = false) @Nullable String asOf,
            @RequestHeader(name = "HX-Request", required = false) @Nullable String htmx) {
        model.addAttribute("plan", SampleContent.plan());
        model.addAttribute("stages", SampleContent.STAGES);
        model.addAttribute("happenings", SampleContent.happenings(asOf));
        model.addAttribute("instants", SampleContent.instants());
        model.addAttribute("asOf", asOf);
        return htmx == null ? "samples/project" : "samples/project :: happenings";
    }

    @GetMapping("/console/inbox")
    String inbox(Model model) {
        model.addAttribute("tasks", SampleContent.TASKS);
        return "samples/inbox";
    }

    @GetMapping("/console/inbox/one")
    String task(Model model) {
        return form(model, Map.of());
    }

    @PostMapping("/console/inbox/one")
    String decide(
            @RequestParam(defaultValue = "") String opinion,
            Model model,
            RedirectAttributes redirect) {
        if (opinion.isBlank()) {
            return form(model, Map.of("opinion", "请填写审批意见，1 至 2000 字。"));
        }
        redirect.addFlashAttribute("notice", "sample.decided");
        return "redirect:/console/inbox";
    }

    @GetMapping("/console/sample-form/{id}")
    String form() {
        return "samples/form";
    }

    @PostMapping("/console/sample-form/{id}")
    @FormOn(
            page = "/console/sample-form/{id}",
            form = "sample",
            keep = "days",
            fields = "text=opinion")
    String send(@RequestParam String opinion, @RequestParam int days) {
        if (opinion.length() < 4) {
            throw Refusal.invalid("sample-too-short", "/text", 5);
        }
        if (opinion.equals("已经决定")) {
            throw Refusal.conflict("sample-already-decided", "NR-2026-00118");
        }
        return "redirect:/console/inbox";
    }

    @PostMapping("/console/sample-reply/{id}")
    @FormOn(page = "/console/sample-form/{other}", form = "sample")
    String reply(@RequestParam String other) {
        return "redirect:/console/sample-form/" + other;
    }

    @GetMapping("/console/sign")
    String sign() {
        return "samples/sign-in";
    }

    @GetMapping("/console/refused")
    String refused() {
        throw Refusal.conflict("sample-already-decided", "NR-2026-00118");
    }

    @GetMapping({"/console/number", "/console/number/{path}"})
    String number(@RequestParam int amount, @PathVariable(required = false) int path) {
        return "samples/number-" + amount + path;
    }

    @GetMapping("/console/race")
    String race() {
        throw new OptimisticLockingFailureException("somebody was faster");
    }

    @GetMapping("/console/broken")
    String broken() {
        throw new IllegalStateException("broken on purpose");
    }

    private static String form(Model model, Map<String, String> errors) {
        Map<String, String> decisions = new LinkedHashMap<>();
        decisions.put("APPROVE", "批准");
        decisions.put("APPROVE_OWING", "批准（容缺）");
        decisions.put("REJECT", "不予批准");
        model.addAttribute("decisions", decisions);
        model.addAttribute("errors", errors);
        model.addAttribute("materials", List.copyOf(SampleContent.MATERIALS));
        return "samples/decision";
    }
}
