-- What rules found about an application, each time they went over it. The answers they saw stand
-- sealed among the texts of the application.
create table intake.check_run (
    id          uuid primary key,
    application uuid        not null references intake.application,
    region      text        not null,
    checked_at  timestamptz not null,
    set_by      text,
    set_version int         not null,
    answers     uuid[]      not null,
    latest      boolean     not null default true
);

create unique index check_run_latest on intake.check_run (application) where latest;
create index check_run_of_application on intake.check_run (application, id);

create table intake.check_item (
    run        uuid not null references intake.check_run,
    region     text not null,
    task       uuid not null,
    item_code  text not null,
    department text not null,
    grade      text,
    depth      text not null,
    primary key (run, task)
);

-- One rule's verdict with its reason, and later what the person who decided found.
create table intake.finding (
    run         uuid    not null references intake.check_run,
    region      text    not null,
    application uuid    not null,
    task        uuid    not null,
    seq         int     not null,
    item_code   text    not null,
    department  text    not null,
    rule        text    not null,
    kind        text    not null,
    subject     text    not null,
    against     text    not null,
    passed      boolean not null,
    reason_zh   text    not null,
    reason_en   text    not null,
    seen        text,
    set_by      text,
    set_version int     not null,
    person      boolean,
    judged_on   date,
    primary key (run, task, rule)
);

create index finding_of_application on intake.finding (application) where person is null;
create index finding_judged on intake.finding (department, region, rule) where person is not null;

-- 秒批: decisions that rules made, and the sample of them that a person looks at again.
create table intake.rule_decision (
    task        uuid    primary key references intake.task,
    application uuid    not null references intake.application,
    region      text    not null,
    item_code   text    not null,
    department  text    not null,
    run         uuid    not null references intake.check_run,
    decided_on  date    not null,
    sampled     boolean not null,
    was_right   boolean,
    reviewed_on date,
    reviewed_by uuid,
    remark      uuid,
    version     bigint  not null default 0,
    check ((was_right is null) = (reviewed_on is null))
);

create index rule_decision_of_application on intake.rule_decision (application);
create index rule_decision_to_review on intake.rule_decision (department, region, task)
    where sampled;
create index rule_decision_by_reviewer on intake.rule_decision (reviewed_by, application)
    where reviewed_by is not null;

call database.wall('intake.check_run', 'intake.sees_application(application)');
call database.wall('intake.check_item', 'intake.sees_task(task)');
call database.wall('intake.finding', 'intake.sees_application(application)');
call database.wall('intake.rule_decision', 'intake.sees_application(application)');
