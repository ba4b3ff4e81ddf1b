-- Where an enterprise's own system wants to hear of its matters.
create table webhooks.endpoint (
    id           uuid primary key,
    region       text        not null,
    enterprise   uuid        not null,
    url          text        not null,
    kinds        text[]      not null,
    secret       bytea       not null,
    state        text        not null check (state in ('ACTIVE', 'PAUSED', 'FAILED')),
    created_at   timestamptz not null,
    version      bigint      not null,
    -- who sends to it just now; by the real time, whatever the practice clock says
    lease        uuid,
    leased_until timestamptz not null default '-infinity'
);

create index endpoint_of_enterprise on webhooks.endpoint (enterprise, id);

-- What happened, as it is told: ids, codes, dates and states only. Numbers grow in the order in
-- which the rows are seen.
create table webhooks.event (
    id          uuid primary key,
    number      bigint      not null generated always as identity,
    region      text        not null,
    enterprise  uuid        not null,
    kind        text        not null,
    application uuid        not null,
    at          timestamptz not null,
    body        text        not null
);

create index event_of_enterprise on webhooks.event (enterprise, number);
create index event_by_age on webhooks.event (at);

-- One event for one endpoint, each once.
create table webhooks.delivery (
    id         uuid primary key,
    region     text        not null,
    enterprise uuid        not null,
    endpoint   uuid        not null references webhooks.endpoint on delete cascade,
    event      uuid        not null references webhooks.event on delete cascade,
    state      text        not null check (state in ('WAITING', 'DELIVERED', 'GIVEN_UP')),
    tries      int         not null default 0,
    due_at     timestamptz not null,
    tried_at   timestamptz,
    outcome    text,
    status     int,
    unique (endpoint, event)
);

create index delivery_due on webhooks.delivery (endpoint, due_at) where state = 'WAITING';
create index delivery_of_endpoint on webhooks.delivery (endpoint, id);
create index delivery_of_event on webhooks.delivery (event);

call database.wall('webhooks.endpoint', 'enterprise = (select database.enterprise_seen())');
call database.wall('webhooks.event', 'enterprise = (select database.enterprise_seen())');
call database.wall('webhooks.delivery', 'enterprise = (select database.enterprise_seen())');
