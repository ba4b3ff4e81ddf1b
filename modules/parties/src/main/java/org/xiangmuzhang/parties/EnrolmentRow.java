package org.xiangmuzhang.parties;

import org.jspecify.annotations.Nullable;
import org.xiangmuzhang.kernel.Refusal;
import org.xiangmuzhang.kernel.Region;
import org.xiangmuzhang.kernel.Role;
import org.xiangmuzhang.kernel.SocialCreditCode;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The cells of one row, each read and checked by its own rule. */
final class EnrolmentRow {

    private static final int LONGEST = 200;
    private static final String DEPARTMENT = "[A-Z0-9]+(-[A-Z0-9]+)*";
    private static final Set<Role> OF_A_DEPARTMENT = EnumSet.of(Role.APPROVER, Role.HEAD);
    private static final Set<Role> FOR_AN_ENTERPRISE =
            EnumSet.of(Role.APPLICANT, Role.INTERMEDIARY);
    private static final String ROLES =
            Arrays.stream(Role.values())
                    .filter(role -> role != Role.SYSTEM)
                    .map(Role::name)
                    .collect(Collectors.joining(", "));

    private final long row;
    private final List<String> header;
    private final List<String> cells;
    private final List<String> faults;
    private final int before;

    EnrolmentRow(long row, List<String> header, List<String> cells, List<String> faults) {
        this.row = row;
        this.header = header;
        this.cells = cells;
        this.faults = faults;
        this.before = faults.size();
    }

    void fault(String column, String sentence) {
        faults.add("Row %d, column %s: %s.".formatted(row, column, sentence));
    }

    /** Null when a cell is wrong, which then stands among the faults. */
    @Nullable Enrolment read() {
        header.forEach(this::mustBeOneLine);
        String login = text("login");
        String name = text("name");
        Role role = parsed("role", "should be one of " + ROLES, EnrolmentRow::role);
        Region region =
                parsed("region", "should be six digits, or Z, six digits and letters", Region::new);
        String department = optional("department");
        String hall = optional("hall");
        String window = header.contains("window") ? optional("window") : null;
        SocialCreditCode code =
                optional("enterprise_code") == null
                        ? null
                        : parsed(
                                "enterprise_code",
                                "should be a unified social credit code with a right last"
                                        + " character",
                                SocialCreditCode::new);
        String enterprise = optional("enterprise");
        LocalDate from = parsed("from", "should be a day like 2026-01-31", LocalDate::parse);
        LocalDate to =
                optional("to") == null
                        ? null
                        : parsed(
                                "to",
                                "should be a day like 2026-01-31, or empty",
                                LocalDate::parse);
        if (role != null) {
            fits(role, department, enterprise);
            if (login != null && AgentLogin.isOne(login) && !FOR_AN_ENTERPRISE.contains(role)) {
                fault("login", "should not end with @ and a credit code, as those of agents do");
            }
        }
        if (department != null && !department.matches(DEPARTMENT)) {
            fault("department", "should be a department code of capitals, digits and hyphens");
        }
        if (window != null && (hall == null || role != Role.CLERK)) {
            fault("window", "should be empty but for a clerk in a hall");
        }
        if (from != null && to != null && to.isBefore(from)) {
            fault("to", "should not be before " + from);
        }
        return login == null
                        || name == null
                        || role == null
                        || region == null
                        || from == null
                        || faults.size() > before
                ? null
                : new Enrolment(
                        row,
                        login,
                        name,
                        role,
                        region,
                        department,
                        hall,
                        window,
                        code,
                        enterprise,
                        from,
                        to);
    }

    private void fits(Role role, @Nullable String department, @Nullable String enterprise) {
        boolean coded = optional("enterprise_code") != null;
        if (OF_A_DEPARTMENT.contains(role) && department == null) {
            fault("department", "should name the department of a post as " + role);
        }
        if (coded && !FOR_AN_ENTERPRISE.contains(role)) {
            fault("enterprise_code", "should be empty in a post as " + role);
        }
        if (role == Role.APPLICANT && !coded) {
            fault("enterprise_code", "should name the enterprise an applicant acts for");
        }
        if (coded != (enterprise != null)) {
            fault("enterprise", "code and name of an enterprise belong together");
        }
    }

    private void mustBeOneLine(String column) {
        String cell = optional(column);
        if (cell != null
                && (cell.length() > LONGEST || cell.chars().anyMatch(Character::isISOControl))) {
            fault(column, "should be one line of at most " + LONGEST + " characters");
        }
    }

    private @Nullable String text(String column) {
        String text = optional(column);
        if (text == null) {
            fault(column, "should not be empty");
        }
        return text;
    }

    private @Nullable String optional(String column) {
        String cell = cells.get(header.indexOf(column)).strip();
        return cell.isEmpty() ? null : cell;
    }

    private <T> @Nullable T parsed(String column, String rule, Function<String, T> parse) {
        String cell = optional(column);
        try {
            if (cell != null) {
                return parse.apply(cell);
            }
        } catch (Refusal | IllegalArgumentException | DateTimeParseException e) {
            // said below, as for an empty cell
        }
        fault(column, rule);
        return null;
    }

    private static Role role(String cell) {
        Role role = Role.valueOf(cell);
        if (role == Role.SYSTEM) {
            throw new IllegalArgumentException(cell);
        }
        return role;
    }
}
