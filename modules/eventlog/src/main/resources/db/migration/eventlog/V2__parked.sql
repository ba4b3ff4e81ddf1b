-- What a consumer could not handle, and what came after it of the same subject: the consumer goes
-- on without. The lowest index of a subject is the one that failed.
create table eventlog.parked (
    processor_name text        not null,
    global_index   bigint      not null references eventlog.event (global_index),
    subject        uuid        not null,
    region         text        not null,
    parked_at      timestamptz not null,
    cause          text,
    primary key (processor_name, global_index)
);

create index parked_by_subject on eventlog.parked (processor_name, subject, global_index);

-- What an operator let a consumer pass over, and why.
create table eventlog.passed_over (
    processor_name text        not null,
    global_index   bigint      not null references eventlog.event (global_index),
    subject        uuid        not null,
    region         text        not null,
    cause          text,
    person         uuid        not null,
    reason         text        not null,
    at             timestamptz not null,
    primary key (processor_name, global_index)
);
