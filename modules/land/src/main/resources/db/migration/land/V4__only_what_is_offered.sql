-- An enterprise sees what is on offer, and its own; what is being prepared is nobody's.
alter policy sight on land.parcel using (
    (select database.sees_all())
    or region = any ((select database.regions_seen())::text[])
    or ((select database.enterprise_seen()) is not null
        and (state = 'LISTED' or enterprise = (select database.enterprise_seen()))));
