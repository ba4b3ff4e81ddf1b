package org.xiangmuzhang.parties;

import org.jspecify.annotations.Nullable;
import org.xiangmuzhang.kernel.Region;
import org.xiangmuzhang.kernel.Role;
import org.xiangmuzhang.kernel.SocialCreditCode;

import java.time.LocalDate;

/**
 * One row of a list of people: one post of one person.
 *
 * @param row line of the file, the header is line 1
 * @param login what the issuer calls the person
 * @param department department code, or null
 * @param hall service hall of a clerk, or null
 * @param window of that hall, or null
 * @param code of the enterprise that an applicant or intermediary acts for, or null
 * @param enterprise its name, or null
 * @param from first day on which the post counts
 * @param to last day on which it counts, or null for no end
 */
public record Enrolment(
        long row,
        String login,
        String name,
        Role role,
        Region region,
        @Nullable String department,
        @Nullable String hall,
        @Nullable String window,
        @Nullable SocialCreditCode code,
        @Nullable String enterprise,
        LocalDate from,
        @Nullable LocalDate to) {}
