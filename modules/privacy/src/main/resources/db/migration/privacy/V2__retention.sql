-- What was removed because its time was over, by run and kind: numbers, and how far a run has come.
create table privacy.retention_run (
    id          uuid primary key,
    region      text        not null default '000000',
    kind        text        not null,
    day         date        not null,
    started_at  timestamptz not null,
    finished_at timestamptz,
    last_piece  uuid,
    looked_at   bigint      not null default 0,
    removed     bigint      not null default 0,
    held        bigint      not null default 0,
    needed      bigint      not null default 0,
    failed      bigint      not null default 0
);

create index retention_run_of_kind on privacy.retention_run (kind, id);
