package org.xiangmuzhang.signin;

import org.xiangmuzhang.kernel.Region;
import org.xiangmuzhang.kernel.Role;

/**
 * One post of a demo user, who may also fetch tokens as a system: client id is the login, client
 * secret the password.
 *
 * @param name made up
 * @param department department code, empty without one
 * @param code social credit code of the made-up enterprise of an applicant, empty without one
 * @param enterprise its name
 * @param hall service hall of a clerk, empty without one
 */
public record DemoUser(
        String login,
        String name,
        Role role,
        Region region,
        String department,
        String code,
        String enterprise,
        String hall) {

    static DemoUser of(String line) {
        String[] cells = line.split(",", -1);
        return new DemoUser(
                cells[0],
                cells[1],
                Role.valueOf(cells[2]),
                new Region(cells[3]),
                cells[4],
                cells[5],
                cells[6],
                cells[7]);
    }
}
