create table supervision.task (
    id uuid primary key,
    region text not null,
    application uuid not null,
    project uuid,
    enterprise uuid not null,
    item_code text not null,
    department text not null,
    mode text not null,
    received_on date not null,
    statutory_days int,
    statutory_unit text,
    promised_days int,
    promised_unit text,
    ended_on date,
    outcome text
);

create index task_by_application on supervision.task (application);
create index task_by_project on supervision.task (project, received_on, id)
    where project is not null;

create table supervision.holding (
    task uuid not null references supervision.task,
    region text not null,
    from_day date not null,
    until_day date,
    kind text not null,
    detail text,
    primary key (task, from_day)
);

-- A clock that runs or ran. It is read again on the day in next_turn_on, and when its calendar is
-- not the one in force.
create table supervision.clock (
    task uuid not null references supervision.task,
    kind text not null,
    region text not null,
    accepted_on date not null,
    limit_days int not null,
    limit_unit text not null,
    ended_on date,
    next_turn_on date,
    calendar text,
    primary key (task, kind)
);

create index clock_by_next_turn on supervision.clock (next_turn_on)
    where next_turn_on is not null;
create index clock_by_calendar on supervision.clock (calendar) where ended_on is null;

-- What a clock's light was when it was last turned.
create table supervision.light (
    task uuid not null,
    kind text not null,
    region text not null,
    application uuid not null,
    project uuid,
    department text not null,
    item_code text not null,
    light text not null,
    used_days int not null,
    limit_days int not null,
    limit_unit text not null,
    due date not null,
    since date not null,
    calendar text not null,
    standing boolean not null,
    primary key (task, kind)
);

create index light_by_due on supervision.light (region, due, task, kind) where standing;
create index light_by_department on supervision.light (region, department, due, task, kind)
    where standing;
create index light_by_project on supervision.light (project) where standing;
create index light_by_application on supervision.light (application) where standing;

create table supervision.rating (
    application uuid primary key,
    region text not null,
    project uuid,
    enterprise uuid not null,
    score int not null check (score between 1 and 5),
    remark uuid,
    rated_by uuid not null,
    rated_on date not null
);

create index rating_by_day on supervision.rating (region, rated_on, application);
