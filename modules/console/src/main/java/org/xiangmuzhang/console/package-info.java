/**
 * The shell of the web console: layout, menu, slots, components, assets.
 *
 * <p>A context contributes {@link org.xiangmuzhang.console.MenuEntry} beans, pages under {@code
 * templates/<context>/} that fill {@code console/layout :: page(title, content)}, and {@link
 * org.xiangmuzhang.console.Slot} beans for the pages of contexts below it. Whoever signs people in
 * contributes one {@link org.xiangmuzhang.console.CurrentVisitor}, and answers two forms of the
 * header: {@code POST /console/post} with parameter {@code post} switches the post, {@code POST
 * /console/sign-out} ends the session. Style sheets, scripts and pictures ({@code /console/*.css},
 * {@code /console/*.js}, {@code /console/*.svg}, {@code /vendor/**}) are open to everyone.
 */
@ApplicationModule(allowedDependencies = "kernel")
@NullMarked
package org.xiangmuzhang.console;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
