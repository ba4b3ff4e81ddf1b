-- What the head rises to is drawn, so that no value comes twice: a node that looked within a
-- transaction that was rolled back would otherwise take the next approval for what it has read.
create sequence settings.head_drawn cache 1;
select setval('settings.head_drawn', version + 1) from settings.head;
