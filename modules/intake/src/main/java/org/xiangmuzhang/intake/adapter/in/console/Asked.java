package org.xiangmuzhang.intake.adapter.in.console;

import jakarta.servlet.http.HttpServletRequest;

import org.jspecify.annotations.Nullable;
import org.xiangmuzhang.intake.api.Mode;
import org.xiangmuzhang.intake.port.in.Preparing;
import org.xiangmuzhang.intake.port.in.SubmitApplication.AskedItem;
import org.xiangmuzhang.intake.spi.ProjectPlans.Choice;
import org.xiangmuzhang.kernel.Actor;
import org.xiangmuzhang.kernel.Refusal;
import org.xiangmuzhang.kernel.Role;

import java.util.Arrays;
import java.util.List;
import java.util.UUID;

/** What the form of a new application asks for: a project or none, and items in their modes. */
final class Asked {

    /** In the place of a project. */
    private static final String NONE = "none";

    private Asked() {}

    /** The project, or null where an applicant asks for something outside any. */
    static @Nullable Choice project(String project, Preparing preparing, Actor actor) {
        if (project.equals(NONE)) {
            actor.mustBe(Role.APPLICANT);
            return null;
        }
        try {
            return preparing.project(UUID.fromString(project), actor);
        } catch (IllegalArgumentException e) {
            throw Refusal.notFound("page-unknown");
        }
    }

    /** Each once; formal where nothing else is said. */
    static List<AskedItem> items(List<String> codes, HttpServletRequest request) {
        return codes.stream()
                .distinct()
                .map(code -> new AskedItem(code, mode(request, code)))
                .toList();
    }

    private static Mode mode(HttpServletRequest request, String code) {
        String asked = request.getParameter("mode-" + code);
        return Arrays.stream(Mode.values())
                .filter(mode -> mode.name().equals(asked))
                .findFirst()
                .orElse(Mode.FORMAL);
    }
}
