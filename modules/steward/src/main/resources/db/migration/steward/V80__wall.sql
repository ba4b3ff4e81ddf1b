-- The wall chart: what it must remember of a project to tell its row anew, and one row for every
-- project and day on which anything about it was recorded. A row holds until the next one begins, so
-- that the chart of any past day is read like that of today. Made of events alone.
create table steward.wall_project (
    project   uuid primary key,
    region    text   not null,
    day       date   not null,
    kept      jsonb  not null,
    position  bigint not null
);

create table steward.wall (
    project         uuid not null,
    region          text not null,
    since           date not null,
    until           date not null default 'infinity',
    closed          boolean not null,
    project_type    text not null,
    industry        text,
    steward         uuid,
    stage           text,
    department      text,
    light           text not null,
    urgency         int  not null,
    items           int  not null,
    done            int  not null,
    running         int  not null,
    begins          date,
    finish          date,
    target          date,
    least_slack     int,
    baseline_begins date,
    baseline_finish date,
    told            jsonb not null,
    position        bigint not null,
    primary key (project, since)
);

create index wall_today on steward.wall (region, urgency, project)
    where until = 'infinity' and not closed;
create index wall_of_a_day on steward.wall (region, until, since) where not closed;

call database.wall('steward.wall_project', 'false');
call database.wall('steward.wall', 'false');
