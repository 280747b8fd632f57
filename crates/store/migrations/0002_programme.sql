-- A programme: frame, financing plan, goals, themes, targets, schedule; and the dated bodies that recommend and grant (R93-R121, R152).
create table body (
  id text primary key, party text not null references party(code), name text not null, kind text not null check (kind in ('recommending', 'granting', 'council')),
  appointed_by text not null, valid_from text not null, valid_to text, successor text references body(id)
);
create table programme (
  id text primary key, slug text not null unique, title text not null, purpose text not null, party_a text not null references party(code), party_b text not null references party(code),
  first_year bigint not null, last_year bigint not null, currency text not null, record_only bigint not null, source text not null, note text not null, at bigint not null
);
create table frame_amount (
  programme text not null references programme(id), line bigint not null, label text not null, year bigint not null, minor bigint not null,
  primary key (programme, line, year)
);
create table financing_amount (
  programme text not null references programme(id), source bigint not null, label text not null, party text references party(code), year bigint not null, minor bigint not null,
  estimate bigint not null, note text not null, primary key (programme, source, year)
);
create table programme_goal (programme text not null references programme(id), no bigint not null, body text not null, primary key (programme, no));
create table programme_theme (programme text not null references programme(id), no bigint not null, label text not null, grounds text not null, primary key (programme, no));
create table programme_target (programme text not null references programme(id), year bigint not null, low bigint not null, high bigint not null, primary key (programme, year));
create table programme_step (programme text not null references programme(id), year bigint not null, quarter bigint not null, body text not null, primary key (programme, year, quarter));
create table programme_fact (programme text not null references programme(id), no bigint not null, kind text not null, label text not null, body text not null, primary key (programme, no));
