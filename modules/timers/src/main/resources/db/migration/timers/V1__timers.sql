-- Technical tables: no region, they belong to the installation.
create table timers.scheduled_tasks (
    task_name            text                     not null,
    task_instance        text                     not null,
    task_data            bytea,
    execution_time       timestamp with time zone not null,
    picked               boolean                  not null,
    picked_by            text,
    last_success         timestamp with time zone,
    last_failure         timestamp with time zone,
    consecutive_failures int,
    last_heartbeat       timestamp with time zone,
    version              bigint                   not null,
    priority             smallint,
    primary key (task_name, task_instance)
);
create index scheduled_tasks_execution_time on timers.scheduled_tasks (execution_time);
create index scheduled_tasks_last_heartbeat on timers.scheduled_tasks (last_heartbeat);

create table timers.practice_clock (
    only_row      boolean primary key check (only_row),
    ahead_seconds bigint not null check (ahead_seconds >= 0)
);
