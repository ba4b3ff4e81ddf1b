-- What operators did about parked events: who, when and why, for good.
create table eventlog.parked_act (
    id             uuid        primary key,
    kind           text        not null check (kind in ('RETRIED', 'PASSED_OVER')),
    processor_name text        not null,
    global_index   bigint      not null references eventlog.event (global_index),
    subject        uuid        not null,
    region         text        not null,
    person         uuid        not null,
    reason         text        not null,
    at             timestamptz not null,
    -- how many events of the subject the consumer handled then; 0 until it has tried
    handled        int         not null default 0
);

call database.wall('eventlog.parked_act', 'false');

insert into eventlog.parked_act
    (id, kind, processor_name, global_index, subject, region, person, reason, at)
select -- ids ordered by time, as all are
       (lpad(to_hex(floor(extract(epoch from at) * 1000)::bigint), 12, '0')
           || '70008' || right(replace(gen_random_uuid()::text, '-', ''), 15))::uuid,
       'PASSED_OVER', processor_name, global_index, subject, region, person, reason, at
  from eventlog.passed_over;
