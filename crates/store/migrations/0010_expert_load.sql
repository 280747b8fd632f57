-- The fewest applications an expert takes in a round, and whether the office declared a conflict instead of the expert.
alter table expert add column min_load bigint not null default 0;
alter table conflict add column by_office bigint not null default 0;
