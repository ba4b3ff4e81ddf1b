-- An official meets files that were brought in other places, and the matter decides which: only
-- enterprises are kept from each other. What no enterprise brought, an official did.
alter table files.file enable row level security, force row level security;
create policy sight on files.file using (
    (select database.is_known()) and ((select database.enterprise_seen()) is null
        or enterprise is null or enterprise = (select database.enterprise_seen())));
