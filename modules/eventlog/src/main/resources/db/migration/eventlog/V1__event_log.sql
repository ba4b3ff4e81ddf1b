-- The log. Only appended to; the index is drawn by the database, one at a time.
create table eventlog.event (
    global_index     bigint generated always as identity (sequence name eventlog.event_position cache 1) primary key,
    event_id         uuid        not null unique,
    recorded_at      timestamptz not null,
    payload_type     text        not null,
    payload_revision text        not null,
    payload          jsonb       not null,
    metadata         jsonb       not null,
    subject          uuid        not null,
    region           text        not null,
    project          uuid,
    -- Only for events of an event-sourced aggregate:
    aggregate_type   text,
    aggregate_id     text,
    sequence_number  bigint
);

create index event_by_subject on eventlog.event (subject, global_index);
create index event_by_project on eventlog.event (project, global_index) where project is not null;
create index event_by_time on eventlog.event (recorded_at);
create unique index event_by_aggregate on eventlog.event (aggregate_id, sequence_number)
    where aggregate_id is not null;

-- How far each consumer has come, by segment.
create table eventlog.token (
    processor_name text not null,
    segment        int  not null,
    token          text,
    token_type     text,
    timestamp      text,
    owner          text,
    primary key (processor_name, segment)
);

-- The last index drawn so far, committed or not.
create function eventlog.last_drawn() returns bigint language sql volatile as $$
    select case when is_called then last_value else last_value - 1 end from eventlog.event_position
$$;

-- The low-water mark. Before a transaction draws its first index it takes a shared lock whose key
-- carries the last index drawn until then: as long as the lock is seen in pg_locks, every index
-- that the transaction may still commit is above that number. The locks of different transactions
-- never wait for each other. Statement-level, so it runs before any row's index is drawn, whoever
-- writes. 22605 is 0x584D, 'XM', the name space of the key.
create function eventlog.take_mark() returns trigger language plpgsql as $$
declare
    xid text := pg_current_xact_id()::text;
begin
    if current_setting('eventlog.marked_by', true) is distinct from xid then
        perform pg_advisory_xact_lock_shared((22605::bigint << 48) | eventlog.last_drawn());
        perform set_config('eventlog.marked_by', xid, true);
        -- Who holds a mark holds back every reader: two seconds, counted from here.
        if current_setting('server_version_num')::int >= 170000 then
            perform set_config('transaction_timeout', '0', true);
            perform set_config('transaction_timeout', '2s', true);
        else
            perform set_config('idle_in_transaction_session_timeout', '2s', true);
            perform set_config('statement_timeout', '2s', true);
        end if;
    end if;
    return null;
end
$$;

create trigger take_mark before insert on eventlog.event
    for each statement execute function eventlog.take_mark();

-- Up to here nothing can appear any more: first the last index drawn, then the lowest mark held, in
-- this order. What is read afterwards must be a statement of its own under READ COMMITTED.
create function eventlog.safe_head() returns bigint language plpgsql volatile as $$
declare
    drawn  bigint := eventlog.last_drawn();
    lowest bigint;
begin
    select min(((classid::bigint & 65535) << 32) | objid::bigint) into lowest
      from pg_locks
     where locktype = 'advisory'
       and database = (select oid from pg_database where datname = current_database())
       and classid::bigint >> 16 = 22605
       and objsubid = 1
       and granted;
    return least(drawn, lowest);
end
$$;
