package org.xiangmuzhang.supervision;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

import java.util.Map;

/** A page that is nothing but one place for others to fill. */
@Controller
class SmallPlace {

    @GetMapping("/small/place")
    String place(
            @RequestParam String name,
            @RequestParam String key,
            @RequestParam String id,
            Model model) {
        model.addAttribute("name", name);
        model.addAttribute("facts", Map.of(key, id));
        return "small/place";
    }
}
