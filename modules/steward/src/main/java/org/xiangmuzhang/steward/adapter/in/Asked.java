package org.xiangmuzhang.steward.adapter.in;

import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.xiangmuzhang.catalog.api.Catalog;
import org.xiangmuzhang.catalog.api.Item;
import org.xiangmuzhang.catalog.api.Material;
import org.xiangmuzhang.kernel.Actor;
import org.xiangmuzhang.kernel.Refusal;
import org.xiangmuzhang.steward.adapter.in.ServicePaper.Fact;
import org.xiangmuzhang.steward.adapter.in.ServicePaper.Kind;
import org.xiangmuzhang.steward.adapter.in.ServicePaper.Table;
import org.xiangmuzhang.steward.port.in.PlanSheet;
import org.xiangmuzhang.steward.port.in.ProjectSheet;
import org.xiangmuzhang.steward.port.in.Watching;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;

/** Who asks for which project, and the words and names that its papers are written in. */
record Asked(
        Actor actor,
        ProjectSheet project,
        Locale language,
        Watching watching,
        Catalog catalog,
        MessageSource messages) {

    private static final Set<String> GONE = Set.of("DROPPED", "REPLACED");

    boolean english() {
        return language.getLanguage().equals("en");
    }

    @Nullable PlanSheet plan() {
        try {
            return watching.plan(actor, project.id(), null);
        } catch (Refusal none) {
            if (none.rule().equals("plan-unknown")) {
                return null;
            }
            throw none;
        }
    }

    static List<PlanSheet.Step> steps(PlanSheet plan) {
        return plan.steps().stream().filter(step -> !GONE.contains(step.state())).toList();
    }

    List<Item> catalogItem(PlanSheet.Step step) {
        return catalog.item(project.region(), step.itemCode()).stream().toList();
    }

    String item(String code) {
        return catalog.item(project.region(), code)
                .map(item -> english() ? item.nameEn() : item.nameZh())
                .orElse(code);
    }

    String name(PlanSheet.Step step) {
        return english() ? step.itemNameEn() : step.itemName();
    }

    String name(Material material) {
        return english() ? material.nameEn() : material.nameZh();
    }

    String unit(PlanSheet.Step step) {
        return english() ? step.departmentEn() : step.department();
    }

    static String text(@Nullable Object value) {
        return value == null ? "" : value.toString();
    }

    String joined(List<String> words) {
        return String.join(english() ? ", " : "、", words);
    }

    String say(String key, Object... arguments) {
        return Objects.requireNonNullElse(messages.getMessage(key, arguments, key, language), key);
    }

    Fact fact(String name, String value) {
        return new Fact(say("steward.paper.fact." + name), value.isEmpty() ? "–" : value);
    }

    Table table(String name, List<String> columns, List<List<String>> rows) {
        return new Table(
                say("steward.paper.table." + name),
                columns.stream().map(it -> say("steward.paper.column." + it)).toList(),
                rows);
    }

    ServicePaper sheet(
            Kind kind,
            long version,
            @Nullable LocalDate on,
            boolean ready,
            List<Fact> facts,
            List<Table> tables) {
        List<Fact> all = new ArrayList<>();
        all.add(fact("project", project.name()));
        all.add(fact("code", project.code()));
        all.add(fact("enterprise", project.enterpriseName()));
        all.add(fact("steward", text(project.stewardName())));
        all.addAll(facts);
        return new ServicePaper(
                project.id(),
                project.code(),
                project.name(),
                kind,
                say("steward.paper." + kind),
                version,
                on,
                ready,
                all,
                tables);
    }
}
