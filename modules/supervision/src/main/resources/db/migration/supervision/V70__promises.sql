-- 承诺登记: promises that approvals rest on, as intake tells of them.
create table supervision.promise (
    id           uuid primary key,
    region       text not null,
    application  uuid not null,
    project      uuid,
    task         uuid not null,
    item_code    text not null,
    department   text not null,
    kind         text not null,
    material     text,
    text_version text,
    given_on     date not null,
    in_force_on  date not null,
    due          date not null,
    state        text not null,
    cause        text,
    moved_on     date not null
);

create index promise_of_place on supervision.promise (region, state, due, id);
create index promise_of_project on supervision.promise (project) where project is not null;
create index promise_of_task on supervision.promise (task);

-- Breaches that somebody who watches has told of; the department that decided settles them.
create table supervision.breach (
    id          uuid primary key,
    region      text not null,
    promise     uuid not null,
    source      text not null,
    reported_by uuid not null,
    reported_on date not null
);

create index breach_of_promise on supervision.breach (promise, id);
create index breach_by_person on supervision.breach (reported_by, id);

create function supervision.sees_application(uuid) returns boolean language plpgsql stable as $$
begin
    return exists (select from supervision.task where application = $1);
end
$$;

call database.wall('supervision.promise', 'supervision.sees_application(application)');
call database.wall('supervision.breach', 'false');
