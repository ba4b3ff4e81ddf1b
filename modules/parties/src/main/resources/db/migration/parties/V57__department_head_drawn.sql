-- What the head rises to is drawn, so that no value comes twice: a node that looked within a
-- transaction that was rolled back would otherwise take the next change for what it has read.
create sequence parties.department_head_drawn cache 1;
select setval('parties.department_head_drawn', version + 1) from parties.department_head;
