package org.xiangmuzhang.signin;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.core.annotation.Order;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.xiangmuzhang.kernel.Ids;
import org.xiangmuzhang.kernel.Region;
import org.xiangmuzhang.kernel.Role;
import org.xiangmuzhang.kernel.SocialCreditCode;
import org.xiangmuzhang.parties.Enterprise;
import org.xiangmuzhang.parties.Enterprises;
import org.xiangmuzhang.parties.People;
import org.xiangmuzhang.parties.Person;
import org.xiangmuzhang.parties.Post;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/**
 * Made-up people for trying the platform out: every role, in three real places. Each has an API
 * client of the same name and secret, so that a script can act for them.
 */
@InsideIssuer
@ConditionalOnBooleanProperty(name = "xiangmuzhang.demo", matchIfMissing = true)
@Component
@Order(200)
public class DemoUsers implements ApplicationRunner {

    /** The password of every demo user and the secret of every demo client. */
    public static final String PASSWORD = "xiangmuzhang";

    private static final LocalDate FROM = LocalDate.of(2024, 1, 1);
    private static final List<String> DEPARTMENTS =
            List.of(
                    "NDRC",
                    "NR",
                    "EE",
                    "WATER",
                    "HURD",
                    "REGISTRY",
                    "ASB",
                    "FORESTRY",
                    "PARK",
                    "URBAN",
                    "AGENCY",
                    "ARCHIVE");
    private static final String SURNAMES = "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧";
    private static final String GIVEN = "文静志远海燕建国晓东雅琴立新春梅永强丽华子涵国栋秀英明哲思远佳宁";

    private static final List<Place> PLACES =
            List.of(
                    new Place("140500", "91140500MA9DEMA138", "晋城示例新能源有限公司"),
                    new Place("140502", "91350900MA9DEMB28L", "凤鸣城区示例道路建设有限公司"),
                    new Place("Z370403GX", "91330282MA9DEMC325", "枣庄高新示例装备制造有限公司"));

    private final People people;
    private final Enterprises enterprises;
    private final Clients clients;
    private final PasswordEncoder passwords;
    private final TransactionTemplate transaction;
    private final Clock clock;

    DemoUsers(
            People people,
            Enterprises enterprises,
            Clients clients,
            PasswordEncoder passwords,
            TransactionTemplate transaction,
            Clock clock) {
        this.people = people;
        this.enterprises = enterprises;
        this.clients = clients;
        this.passwords = passwords;
        this.transaction = transaction;
        this.clock = clock;
    }

    private record Place(String region, String enterpriseCode, String enterpriseName) {

        String suffix() {
            return region.toLowerCase(Locale.ROOT);
        }
    }

    /** One demo user: what to type, and what it may do. */
    public record DemoUser(String login, Role role, Region region, @Nullable String department) {}

    /** All demo users, by place and role. */
    public List<DemoUser> describe() {
        List<DemoUser> users = new ArrayList<>();
        for (Place place : PLACES) {
            Region region = new Region(place.region());
            for (Role role :
                    List.of(
                            Role.APPLICANT,
                            Role.STEWARD,
                            Role.CLERK,
                            Role.LAND_OFFICER,
                            Role.SUPERVISOR,
                            Role.LEADER)) {
                users.add(new DemoUser(login(role) + "-" + place.suffix(), role, region, null));
            }
            for (String department : DEPARTMENTS) {
                users.add(
                        new DemoUser(
                                "approver-"
                                        + department.toLowerCase(Locale.ROOT)
                                        + "-"
                                        + place.suffix(),
                                Role.APPROVER,
                                region,
                                department));
            }
        }
        Region first = new Region(PLACES.getFirst().region());
        users.add(new DemoUser("head", Role.HEAD, first, "NR"));
        users.add(new DemoUser("inspector", Role.INSPECTOR, first, null));
        users.add(new DemoUser("regulator", Role.REGULATOR, first, "EE"));
        users.add(new DemoUser("intermediary", Role.INTERMEDIARY, first, null));
        users.add(new DemoUser("catalog-editor", Role.CATALOG_EDITOR, Region.TEMPLATE, null));
        users.add(new DemoUser("administrator", Role.ADMINISTRATOR, Region.TEMPLATE, null));
        users.add(new DemoUser("auditor", Role.AUDITOR, Region.TEMPLATE, null));
        return List.copyOf(users);
    }

    @Override
    public void run(ApplicationArguments arguments) {
        transaction.executeWithoutResult(status -> create());
    }

    private void create() {
        String hash = null;
        int number = 0;
        for (DemoUser user : describe()) {
            number++;
            if (people.byLogin(user.login()).isEmpty()) {
                hash = hash == null ? String.valueOf(passwords.encode(PASSWORD)) : hash;
                UUID id = Ids.next(clock);
                people.add(new Person(id, user.login(), name(number), null), hash);
                people.assign(post(user, id));
                clients.bind(user.login(), hash, user.login(), user.region());
            }
        }
    }

    private Post post(DemoUser user, UUID person) {
        return new Post(
                Ids.next(clock),
                person,
                user.role(),
                user.region(),
                user.department(),
                user.role() == Role.APPLICANT ? enterprise(user.region()) : null,
                null,
                FROM,
                null);
    }

    private UUID enterprise(Region region) {
        Place place =
                PLACES.stream()
                        .filter(one -> one.region().equals(region.code()))
                        .findFirst()
                        .orElseThrow();
        SocialCreditCode code = new SocialCreditCode(place.enterpriseCode());
        return enterprises
                .byCode(code)
                .map(Enterprise::id)
                .orElseGet(
                        () -> {
                            UUID id = Ids.next(clock);
                            enterprises.add(
                                    new Enterprise(id, region, code, place.enterpriseName()));
                            return id;
                        });
    }

    private static String login(Role role) {
        return role.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static String name(int number) {
        int given = (number * 7) % (GIVEN.length() - 1);
        return SURNAMES.charAt(number % SURNAMES.length()) + GIVEN.substring(given, given + 2);
    }
}
