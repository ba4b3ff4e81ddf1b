-- What an enterprise was called before: until when, and why it is called otherwise since.
create table parties.former_name (
    id         uuid primary key,
    region     text not null,
    enterprise uuid not null references parties.enterprise,
    name       text not null,
    until      timestamptz not null,
    changed_by uuid not null,
    reason     uuid not null
);

create index former_name_of on parties.former_name (enterprise, id);
create index enterprise_by_place on parties.enterprise (region, id);

-- As the enterprises themselves: only they are kept from each other.
alter table parties.former_name enable row level security, force row level security;
create policy sight on parties.former_name using (
    (select database.is_known()) and ((select database.enterprise_seen()) is null
        or enterprise = (select database.enterprise_seen())));

-- An enterprise's own people write into the record, and read none of it.
create policy append on parties.act for insert with check (true);

-- Whom the identity provider has deactivated: known, but in no post.
alter table parties.person add deactivated_at timestamptz;
