-- What no event may carry (a project's name), what must be unique, and what must be found by others
-- in the same moment in which it was decided. The history itself stands in the log.
create table steward.project (
    id            uuid primary key,
    region        text not null,
    code          text not null unique,
    name          text not null,
    project_type  text not null,
    enterprise    uuid not null,
    steward       uuid
);

create index project_by_enterprise on steward.project (enterprise, id);

create table steward.mandate (
    id            uuid primary key,
    region        text   not null,
    project       uuid   not null references steward.project,
    enterprise    uuid   not null,
    steward       uuid   not null,
    acts          text[] not null,
    valid_from    date   not null,
    valid_until   date   not null,
    revoked_on    date
);

create index mandate_by_steward on steward.mandate (steward, enterprise, valid_until);

-- The board: made of events alone, one row a project, rebuilt by a replay.
create table steward.board (
    project     uuid primary key,
    region      text   not null,
    steward     uuid,
    next_item   text,
    items       int    not null default 0,
    done        int    not null default 0,
    running     int    not null default 0,
    finish      date,
    target      date,
    least_slack int,
    urgency     int    not null default 2147483647,
    position    bigint not null
);

create index board_by_urgency on steward.board (urgency, project);
create index board_by_steward on steward.board (steward, urgency, project);
