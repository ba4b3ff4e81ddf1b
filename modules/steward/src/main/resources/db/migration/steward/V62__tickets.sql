-- Problems with a unit and a leader who answer for them until a day. What was written stands among
-- the remarks, under the keys of who wrote it.
create table steward.ticket (
    id         uuid primary key,
    region     text not null,
    project    uuid references steward.project,
    enterprise uuid,
    raised_by  uuid not null,
    problem    uuid not null,
    department text not null,
    leader     uuid,
    raised_on  date not null,
    due        date not null,
    level      text not null,
    dispatch   uuid,
    state      text not null check (state in ('OPEN', 'ANSWERED', 'CLOSED')),
    open       boolean not null check (open = (state <> 'CLOSED')),
    closed_on  date,
    texts_gone boolean not null default false,
    version    bigint not null
);

create index ticket_by_place on steward.ticket (region, open, due, id);
create index ticket_by_level on steward.ticket (level, due, id) where open;
create index ticket_by_enterprise on steward.ticket (enterprise, open, due, id)
    where enterprise is not null;
create index ticket_by_project on steward.ticket (project, due, id) where project is not null;
create index ticket_with_texts on steward.ticket (id) where not open and not texts_gone;

create table steward.ticket_act (
    id      uuid primary key,
    ticket  uuid not null references steward.ticket,
    region  text not null,
    kind    text not null,
    done_by uuid not null,
    at      timestamptz not null,
    remark  uuid,
    file    uuid
);

create index ticket_act_by_ticket on steward.ticket_act (ticket, at, id);
create index ticket_act_by_file on steward.ticket_act (file) where file is not null;
create index ticket_act_by_person on steward.ticket_act (done_by, id);

-- Asked for enterprises only: see intake.sees_application.
create function steward.sees_ticket(uuid) returns boolean language plpgsql stable as $$
begin
    return exists (select from steward.ticket where id = $1);
end
$$;

call database.wall('steward.ticket', 'enterprise = (select database.enterprise_seen())');
call database.wall('steward.ticket_act', 'steward.sees_ticket(ticket)');
