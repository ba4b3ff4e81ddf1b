-- Who registered an enterprise, when and why. It is written once and never changed.
create table parties.registration (
    enterprise uuid primary key references parties.enterprise,
    region     text not null,
    done_by    uuid not null,
    done_at    timestamptz not null,
    reason     uuid not null
);

create trigger registration_stands before update or delete on parties.registration
    for each row execute function parties.refuse_change();

call database.wall('parties.registration', 'parties.sees_enterprise(enterprise)');
