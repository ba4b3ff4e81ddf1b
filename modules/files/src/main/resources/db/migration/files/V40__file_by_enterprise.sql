-- What passes when an enterprise that was found twice is merged.
create index file_by_enterprise on files.file (enterprise) where enterprise is not null;
