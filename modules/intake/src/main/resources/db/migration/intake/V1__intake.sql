-- Serial numbers: unique without a lock; gaps are allowed.
create sequence intake.receipt_serial;
create sequence intake.document_serial;

create table intake.application (
    id             uuid primary key,
    region         text    not null,
    number         text    not null unique,
    enterprise     uuid    not null,
    project        uuid,
    received_on    date    not null,
    submitted_by   uuid    not null,
    mandate        uuid,
    owner_promise  uuid,
    design_promise uuid,
    state          text    not null,
    accepted_on    date,
    accepted_by    uuid,
    corrected_on   date,
    corrected      text[],
    explanation    uuid,
    remark         uuid,
    closed_on      date,
    version        bigint  not null,
    check ((owner_promise is null) = (design_promise is null)),
    check ((corrected_on is null) = (explanation is null))
);

create index application_of_region on intake.application (region, state, id);
create index application_by_region on intake.application (region, id);
create index application_of_enterprise on intake.application (enterprise, id);
create index application_of_project on intake.application (project, id) where project is not null;
create index application_in_silence on intake.application (received_on, id)
    where state = 'RECEIVED';

create table intake.material (
    application uuid not null references intake.application,
    region      text not null,
    material    text not null,
    file        uuid not null,
    sha256      text not null,
    primary key (application, material)
);

create table intake.task (
    id                 uuid primary key,
    application        uuid    not null references intake.application,
    seq                int     not null,
    region             text    not null,
    project            uuid,
    review_waived      boolean not null,
    item_code          text    not null,
    item_version       text    not null,
    department         text    not null,
    statutory_days     int,
    statutory_unit     text,
    promised_days      int     not null,
    promised_unit      text    not null,
    procedures_allowed text[]  not null,
    owed_allowed       boolean not null,
    materials          text[]  not null,
    mode               text    not null,
    state              text    not null,
    started_on         date,
    accepted_by        uuid,
    conditions         text[]  not null,
    waiting_for        text[]  not null,
    pre_on             date,
    pre_by             uuid,
    pre_number         text,
    pre_file           uuid,
    pre_conditions     int,
    outcome            text,
    decided_on         date,
    decided_by         uuid,
    document_number    text,
    document           uuid,
    remark             uuid,
    -- The end of the desk's order: no promised date yet, or a simulated item.
    promised_due       date    not null default '9999-12-31',
    version            bigint  not null,
    unique (application, item_code)
);

create index task_on_desk on intake.task (department, region, promised_due, id)
    where state in ('IN_DEPARTMENT', 'PAUSED');
create index task_of_department on intake.task (department, region, state, promised_due, id);
create index task_waiting on intake.task (project) where waiting_for <> '{}';

create table intake.procedure (
    task           uuid not null references intake.task,
    region         text not null,
    first          date not null,
    kind           text not null,
    expected_until date not null,
    until          date,
    primary key (task, first)
);

-- What a pre-approval relied on.
create table intake.pinned_material (
    task     uuid not null references intake.task,
    region   text not null,
    material text not null,
    sha256   text not null,
    primary key (task, material)
);

-- Conditions that have come; the region is that of the project's first application here.
create table intake.condition_met (
    project   uuid not null,
    condition text not null,
    region    text not null,
    met_on    date not null,
    primary key (project, condition)
);
