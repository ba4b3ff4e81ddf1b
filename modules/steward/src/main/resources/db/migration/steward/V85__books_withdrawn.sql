-- A book may be given up before its reply, for a reason that stands among the remarks.
alter table steward.book
    add column withdrawn_on date,
    add column withdrawal uuid,
    add constraint book_withdrawn
        check ((withdrawal is null) = (withdrawn_on is null)
               and (reply is null or withdrawn_on is null)),
    drop constraint book_check,
    add constraint book_open check (open = (reply is null and withdrawn_on is null));

-- What is done in an enterprise's name may be about no application: data of a book, evidence.
alter table steward.act_in_name alter column application drop not null;
