-- Where an application was accepted: hall and window of the clerk's post.
alter table intake.application add accepted_hall text, add accepted_window text;
