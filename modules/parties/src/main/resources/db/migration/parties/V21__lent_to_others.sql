-- Nobody lends a post to himself.
alter table parties.substitution add constraint lent_to_others check (given_by <> person) not valid;
