-- What an administrator gives counts once somebody else has confirmed it; what stands, stands.
alter table parties.substitution add confirmed_by uuid;
update parties.substitution set confirmed_by = given_by;
alter table parties.substitution add constraint confirmed_by_another
    check (confirmed_by <> person) not valid;
