-- What stewards did in enterprises' names, and what they tried outside a mandate: ids and codes
-- only. Read by the enterprise, by the steward and by project, always the newest first.
create table steward.act_in_name (
    id          uuid primary key,
    region      text        not null,
    project     uuid        not null references steward.project,
    enterprise  uuid        not null,
    mandate     uuid,
    steward     uuid        not null,
    person      uuid        not null,
    act         text        not null,
    items       text[]      not null,
    application uuid        not null,
    at          timestamptz not null,
    refused     text
);

create index act_in_name_by_project on steward.act_in_name (project, id);
create index act_in_name_by_enterprise on steward.act_in_name (enterprise, id);
create index act_in_name_by_steward on steward.act_in_name (steward, id);

call database.wall('steward.act_in_name', 'enterprise = (select database.enterprise_seen())');

-- Held until an act is done in the enterprise's name.
create index mandate_by_project on steward.mandate (project, steward);
