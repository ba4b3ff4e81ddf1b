-- Whose words may go in time.
create index rating_with_words on supervision.rating (application) where remark is not null;
