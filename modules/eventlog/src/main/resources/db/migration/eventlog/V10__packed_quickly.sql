-- Plans are large. LZ4 packs them in a part of the time, where the server was built with it.
do $$
begin
    alter table eventlog.event alter column payload set compression lz4;
exception
    when feature_not_supported then null;
end
$$;
