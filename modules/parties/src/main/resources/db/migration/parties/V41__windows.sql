-- The window of a hall at which a clerk sits.
alter table parties.post
    add at_window text,
    add constraint window_in_a_hall check (at_window is null or hall is not null) not valid;
alter table parties.proposal
    add at_window text,
    add constraint window_in_a_hall check (at_window is null or hall is not null) not valid;
