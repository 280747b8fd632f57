-- What handling would find, counted beside the desks' list, so that a long call's handling reads no whole applications. Lines are written again at the
-- next start where they are missing.
alter table application_line add column questions bigint not null default 0;
alter table application_line add column notes bigint not null default 0;
delete from application_line;
