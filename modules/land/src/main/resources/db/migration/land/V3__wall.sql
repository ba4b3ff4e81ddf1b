-- Asked for enterprises only: see intake.sees_application.
create function land.sees_parcel(uuid) returns boolean language plpgsql stable as $$
begin
    return exists (select from land.parcel where id = $1);
end
$$;

-- What nobody has taken may be seen by every enterprise.
call database.wall('land.parcel',
    'enterprise is null or enterprise = (select database.enterprise_seen())');
call database.wall('land.parcel_indicator', 'land.sees_parcel(parcel)');
call database.wall('land.planning_conditions', 'land.sees_parcel(parcel)');
