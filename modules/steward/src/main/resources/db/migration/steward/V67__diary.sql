-- The diary of service: who did what for which project, when and where; what was said stands, sealed,
-- in the remark. Read by project, the newest first.
create table steward.diary (
    id          uuid primary key,
    region      text    not null,
    project     uuid    not null references steward.project,
    enterprise  uuid    not null,
    kind        text    not null,
    place       text    not null,
    item        text,
    condition   boolean not null,
    on_day      date    not null,
    person      uuid    not null,
    remark      uuid    not null
);

create index diary_by_project on steward.diary (project, id);
create index diary_by_enterprise on steward.diary (enterprise);

call database.wall('steward.diary', 'enterprise = (select database.enterprise_seen())');
