package org.xiangmuzhang.intake.adapter.in.console;

import jakarta.servlet.http.HttpServletResponse;

import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriComponentsBuilder;
import org.xiangmuzhang.console.RefusalWords;
import org.xiangmuzhang.intake.port.in.Attesting;
import org.xiangmuzhang.intake.port.in.Attesting.Attested;
import org.xiangmuzhang.kernel.Refusal;
import org.xiangmuzhang.rest.OpenToAll;

import java.util.Locale;

/** 公开核验: whether a document holds, for whoever was shown it, without signing in. */
@Controller
class PublicDecisions {

    private static final String HERE = "/decisions";
    private static final String PAGE = "intake/attested";

    private final Attesting attesting;
    private final RefusalWords sentences;

    PublicDecisions(Attesting attesting, RefusalWords sentences) {
        this.attesting = attesting;
        this.sentences = sentences;
    }

    @Bean
    static OpenToAll openDecisions() {
        return new OpenToAll(HERE);
    }

    @Bean
    static OpenToAll openDecision() {
        return new OpenToAll(HERE + "/{code}");
    }

    /** Asks for a code, or leads to what was typed. */
    @GetMapping(HERE)
    String ask(@RequestParam(defaultValue = "") String code) {
        return code.isBlank()
                ? PAGE
                : "redirect:"
                        + UriComponentsBuilder.fromPath(HERE + "/{code}")
                                .encode()
                                .buildAndExpand(code.strip())
                                .toUriString();
    }

    @GetMapping(HERE + "/{code}")
    String decision(@PathVariable String code, Locale locale, Model model) {
        Attested found = attesting.attested(code);
        boolean english = locale.getLanguage().equals("en");
        model.addAttribute("found", found);
        model.addAttribute("item", english ? found.itemNameEn() : found.itemName());
        return PAGE;
    }

    @ExceptionHandler
    String refused(Refusal refusal, HttpServletResponse response, Locale locale, Model model) {
        response.setStatus(refusal.kind() == Refusal.Kind.NOT_FOUND ? 404 : 422);
        model.addAttribute("refused", sentences.of(refusal, locale));
        return PAGE;
    }
}
