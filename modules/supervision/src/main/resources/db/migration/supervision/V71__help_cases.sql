-- 办不成事: what the window turned away, until somebody has found the way.
create table supervision.help_case (
    application uuid primary key,
    region      text not null,
    project     uuid,
    ground      text not null,
    remark      uuid not null,
    opened_on   date not null,
    state       text not null check (state in ('OPEN', 'TAKEN', 'SETTLED')),
    owner       uuid,
    taken_on    date,
    way         text,
    settled_on  date,
    version     bigint not null,
    check ((owner is null) = (taken_on is null)),
    check ((way is null) = (settled_on is null))
);

create index help_case_of_place on supervision.help_case (region, state, opened_on, application);
create index help_case_by_owner on supervision.help_case (owner, application)
    where owner is not null;

call database.wall('supervision.help_case', 'supervision.sees_application(application)');
