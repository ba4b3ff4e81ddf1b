-- What passes when an enterprise that was found twice is merged.
create index mandate_by_enterprise on steward.mandate (enterprise);
