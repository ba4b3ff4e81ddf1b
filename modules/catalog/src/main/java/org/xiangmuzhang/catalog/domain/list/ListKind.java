package org.xiangmuzhang.catalog.domain.list;

import static org.xiangmuzhang.catalog.domain.list.ListColumn.AFTERWARDS;
import static org.xiangmuzhang.catalog.domain.list.ListColumn.BASIS;
import static org.xiangmuzhang.catalog.domain.list.ListColumn.BROUGHT;
import static org.xiangmuzhang.catalog.domain.list.ListColumn.COMPULSORY;
import static org.xiangmuzhang.catalog.domain.list.ListColumn.CONTENT;
import static org.xiangmuzhang.catalog.domain.list.ListColumn.FEE;
import static org.xiangmuzhang.catalog.domain.list.ListColumn.FEE_NOTE;
import static org.xiangmuzhang.catalog.domain.list.ListColumn.FORMER;
import static org.xiangmuzhang.catalog.domain.list.ListColumn.HOURS;
import static org.xiangmuzhang.catalog.domain.list.ListColumn.KIND;
import static org.xiangmuzhang.catalog.domain.list.ListColumn.LEGAL_LIMIT;
import static org.xiangmuzhang.catalog.domain.list.ListColumn.LEVEL;
import static org.xiangmuzhang.catalog.domain.list.ListColumn.MODE;
import static org.xiangmuzhang.catalog.domain.list.ListColumn.NOTE;
import static org.xiangmuzhang.catalog.domain.list.ListColumn.ORGAN;
import static org.xiangmuzhang.catalog.domain.list.ListColumn.OTHERS;
import static org.xiangmuzhang.catalog.domain.list.ListColumn.PROMISED;
import static org.xiangmuzhang.catalog.domain.list.ListColumn.RESULT;
import static org.xiangmuzhang.catalog.domain.list.ListColumn.RULE;
import static org.xiangmuzhang.catalog.domain.list.ListColumn.SEAL;
import static org.xiangmuzhang.catalog.domain.list.ListColumn.SERVICE_LIMIT;
import static org.xiangmuzhang.catalog.domain.list.ListColumn.SOURCE;
import static org.xiangmuzhang.catalog.domain.list.ListColumn.STAGE;
import static org.xiangmuzhang.catalog.domain.list.ListColumn.STEPS;
import static org.xiangmuzhang.catalog.domain.list.ListColumn.TRADE;
import static org.xiangmuzhang.catalog.domain.list.ListColumn.UNIT;
import static org.xiangmuzhang.catalog.domain.list.ListColumn.VALID_FROM;
import static org.xiangmuzhang.catalog.domain.list.ListColumn.VALID_UNTIL;
import static org.xiangmuzhang.catalog.domain.list.ListColumn.VALUE;
import static org.xiangmuzhang.catalog.domain.list.ListColumn.VISITS;
import static org.xiangmuzhang.catalog.domain.list.ListColumn.WAITS_FOR;

import org.jspecify.annotations.Nullable;

import java.util.Arrays;
import java.util.List;

/** The lists that an office publishes. */
public enum ListKind {
    /** 权责清单. */
    POWERS(null, KIND, LEVEL, LEGAL_LIMIT, PROMISED, BASIS, RESULT),
    /** 中介服务清单. */
    INTERMEDIARY(null, CONTENT, COMPULSORY, FEE, FEE_NOTE, SERVICE_LIMIT, BASIS, SOURCE),
    /** 最多跑一次. */
    ONE_VISIT(null, VISITS, PROMISED, SOURCE),
    /** 全城通办. */
    CITY_WIDE(ServiceWay.CITY_WIDE, UNIT, PROMISED, BASIS, VALID_FROM, VALID_UNTIL, SOURCE, NOTE),
    /** 跨省通办. */
    CROSS_PROVINCE(
            ServiceWay.CROSS_PROVINCE,
            UNIT,
            PROMISED,
            BASIS,
            VALID_FROM,
            VALID_UNTIL,
            SOURCE,
            NOTE),
    /** 周末办. */
    WEEKEND(ServiceWay.WEEKEND, UNIT, HOURS, VALID_FROM, VALID_UNTIL, SOURCE, NOTE),
    /** 告知承诺清单. */
    COMMITMENT(null, KIND, LEGAL_LIMIT, PROMISED, RESULT, SOURCE),
    /** 秒批秒办. */
    ON_THE_SPOT(ServiceWay.ON_THE_SPOT, PROMISED, BASIS, VALID_FROM, VALID_UNTIL, SOURCE, NOTE),
    /** 半小时办结. */
    HALF_HOUR(ServiceWay.HALF_HOUR, PROMISED, BASIS, VALID_FROM, VALID_UNTIL, SOURCE, NOTE),
    /** 园区赋权清单. */
    PARK(null, ListColumn.PARK, MODE, ORGAN, BASIS, VALID_FROM, VALID_UNTIL, SOURCE, NOTE),
    /** 相对集中行政许可权: powers that moved to one organ, with the one seal. */
    CENTRALISED(null, FORMER, ORGAN, SEAL, BASIS, VALID_FROM, VALID_UNTIL, SOURCE, NOTE),
    /** 乡镇直办目录. */
    TOWNSHIP(ServiceWay.TOWNSHIP, UNIT, BASIS, VALID_FROM, VALID_UNTIL, SOURCE, NOTE),
    /** 行业联合审批标准: what all departments require of a trade, joined. */
    TRADE_STANDARD(null, TRADE, RULE, VALUE, CONTENT, OTHERS, BASIS, SOURCE),
    /** 审批事项清单. */
    ITEMS(null, STAGE, KIND, LEGAL_LIMIT, PROMISED, RESULT),
    /** 审批权限清单: who decides, parks and townships among them. */
    AUTHORITY(null, LEVEL, ListColumn.PARK, MODE, UNIT, ORGAN, BASIS),
    /** 事后监管清单: what was decided on a commitment or with papers owed. */
    OVERSIGHT(null, AFTERWARDS, RESULT, NOTE),
    /** 提前预审清单: what may be reviewed before its condition is there. */
    EARLY_CHECK(null, WAITS_FOR, PROMISED),
    /** 部门协调清单: what cannot be decided without other departments. */
    COORDINATION(null, OTHERS, WAITS_FOR),
    /** 代办考核清单: by what an agent is measured. */
    AGENT_MEASURES(null, PROMISED, STEPS, VISITS, BROUGHT, SOURCE);

    /** 七张清单: what is laid down for one type of project. */
    public static final List<ListKind> SEVEN =
            List.of(
                    ITEMS,
                    INTERMEDIARY,
                    AUTHORITY,
                    OVERSIGHT,
                    EARLY_CHECK,
                    COORDINATION,
                    AGENT_MEASURES);

    /** What an office publishes of all its items. */
    public static final List<ListKind> OF_THE_OFFICE =
            Arrays.stream(values())
                    .filter(kind -> kind == INTERMEDIARY || !SEVEN.contains(kind))
                    .toList();

    private final @Nullable ServiceWay way;
    private final List<ListColumn> columns;

    ListKind(@Nullable ServiceWay way, ListColumn... columns) {
        this.way = way;
        this.columns = List.of(columns);
    }

    /** The way of service that it lists; null for a list of something else. */
    public @Nullable ServiceWay way() {
        return way;
    }

    /** Whether it is about trades, and may be narrowed to one of them; else to a project type. */
    public boolean isOfTrades() {
        return this == TRADE_STANDARD;
    }

    /** In the order of its table. */
    public List<ListColumn> columns() {
        return columns;
    }
}
