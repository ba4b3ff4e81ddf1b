-- What acceptances and decisions leave behind: owed materials, and promises that are to be checked.
create table intake.obligation (
    id           uuid primary key,
    region       text not null,
    application  uuid not null references intake.application,
    task         uuid not null references intake.task,
    kind         text not null check (kind in ('MATERIAL', 'CONDITIONS', 'REVIEW', 'CERTIFICATE')),
    material     text,
    text_version text,
    given_by     uuid not null,
    given_on     date not null,
    state        text not null check (state in ('GIVEN', 'OPEN', 'IN_QUESTION', 'FULFILLED',
                                                'UPHELD', 'REVOKED', 'VOID')),
    due          date,
    remind_on    date,
    reminded_on  date,
    cause        text,
    moved_on     date not null,
    remark       uuid,
    version      bigint not null,
    check ((due is null) = (remind_on is null))
);

create index obligation_of_task on intake.obligation (task);
create index obligation_of_application on intake.obligation (application);
create index obligation_of_place on intake.obligation (region, state, due, id);
create index obligation_to_remind on intake.obligation (remind_on, id)
    where state = 'OPEN' and reminded_on is null;
create index obligation_late on intake.obligation (due, id)
    where state = 'OPEN' and kind = 'MATERIAL';

call database.wall('intake.obligation', 'intake.sees_application(application)');

-- A correction notice point by point: what is wrong with each, what was answered, and what was
-- handed in anew. Of notices of before every material that was asked for has been handed in.
alter table intake.application
    add column corrected_texts uuid[], add column corrected_answers uuid[],
    add column renewed text[];
update intake.application set renewed = corrected where supplied_on is not null;
