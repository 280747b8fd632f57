-- Lists are searched in memory: `changed` says what has been written since a list was last brought up to date. It rises with every write of a table.
alter table place add column changed bigint not null default 0;
alter table organisation add column changed bigint not null default 0;
alter table claim_pair add column changed bigint not null default 0;
create index place_changed on place(changed);
create index organisation_changed on organisation(changed);
create index claim_pair_changed on claim_pair(changed);
