-- What somebody rated, for that person to take away.
create index rating_by_person on supervision.rating (rated_by, application);
