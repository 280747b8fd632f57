-- Two expert groups a round, conflicts, assignment, scores, panel summaries, and each side's closing (R136-R141).
-- aliases and disciplines: one a line; min_load: the fewest applications the expert takes in a round
create table expert (
  id text primary key, party text not null references party(code), account text unique references account(id), name text not null, aliases text not null, organisation text not null,
  organisation_aliases text not null, disciplines text not null, max_load bigint not null, min_load bigint not null default 0, made_up bigint not null
);
create table expert_group (
  call text not null references call(id), party text not null references party(code), appointed_by text not null references body(id), appointed_on text not null, per_application bigint not null,
  at bigint not null, primary key (call, party)
);
create table group_member (
  call text not null references call(id), expert text not null references expert(id), primary key (call, expert)
);
-- by_office: the office declared it instead of the expert; reason: the expert's own words, or the kernel's word; ours and theirs: the two spellings that met
create table conflict (
  id text primary key, call text not null references call(id), expert text not null references expert(id), application text not null references application(id),
  origin text not null check (origin in ('declared', 'detected')), reason text not null, ours text not null, theirs text not null, strength bigint not null, at bigint not null,
  dismissed bigint, dismissed_by text, dismissed_reason text not null,
  by_office bigint not null default 0, unique (expert, application, origin), check (dismissed is null or dismissed_reason <> '')
);
create index conflict_call on conflict(call);
create table assignment (
  application text not null references application(id), expert text not null references expert(id), call text not null references call(id), at bigint not null, declined bigint,
  decline_reason text not null, primary key (application, expert)
);
create index assignment_expert on assignment(expert);
create index assignment_call on assignment(call);
-- body: the whole problem, its answer and the prices that prove it, so that it can be checked again at any time
create table assignment_proof (
  call text not null references call(id), party text not null references party(code), at bigint not null, total bigint not null, body text not null, primary key (call, party, at)
);
create table assessment (
  id text primary key, application text not null references application(id), expert text not null references expert(id), overall text not null, lang text not null,
  version bigint not null, at bigint not null, closed bigint, unique (application, expert), foreign key (application, expert) references assignment(application, expert)
);
-- value: none yet is not zero
create table score (
  assessment text not null references assessment(id), criterion text not null references criterion(id), value bigint, reason text not null, primary key (assessment, criterion)
);
create table panel_summary (
  application text not null references application(id), party text not null references party(code), body text not null, lang text not null, by text not null, at bigint not null,
  primary key (application, party)
);
create table assessment_closing (call text not null references call(id), party text not null references party(code), by text not null, at bigint not null, primary key (call, party));
