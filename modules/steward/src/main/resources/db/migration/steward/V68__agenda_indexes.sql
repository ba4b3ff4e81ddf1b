-- Tickets of one unit of a place, and where the matters stand that are asked for.
create index ticket_by_unit on steward.ticket (region, department, open, due, id);
create index dispatch_standing_by_about on steward.dispatch_standing (about);
