-- What passes when an enterprise that was found twice is merged.
create index rating_by_enterprise on supervision.rating (enterprise);
