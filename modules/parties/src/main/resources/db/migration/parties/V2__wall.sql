-- An official meets enterprises of other places: only enterprises are kept from each other.
alter table parties.enterprise enable row level security, force row level security;
create policy sight on parties.enterprise using (
    (select database.is_known()) and ((select database.enterprise_seen()) is null
        or id = (select database.enterprise_seen())));
