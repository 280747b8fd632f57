-- Partnerships, their texts, offices, reminders and renewals (R22-R42, R51-R61). Parties are places or organisations, several a side.
create table strategy_goal (
  id text primary key, slug text not null unique, place text references place(id), label text not null, since text not null, until text not null, source text references source(id)
);
create table partnership (
  id text primary key, slug text not null unique, title text not null, kind text not null, label_a text not null, label_b text not null, since text not null, until text not null,
  state text not null, purpose text not null, contact text not null, mailbox text not null, owner text references account(id), source text references source(id),
  version bigint not null, search text not null, at bigint not null
);
create table partnership_party (
  partnership text not null references partnership(id), side text not null check (side in ('a', 'b')), no bigint not null,
  subject_kind text not null check (subject_kind in ('place', 'organisation')), subject text not null, primary key (partnership, side, no), unique (partnership, subject_kind, subject)
);
create index partnership_party_subject on partnership_party(subject_kind, subject);
create table partnership_theme (
  partnership text not null references partnership(id), no bigint not null, label text not null, since text not null, until text not null, level text not null,
  goal text references strategy_goal(slug), source text references source(id), primary key (partnership, no)
);
create table partnership_level (
  partnership text not null references partnership(id), no bigint not null, level text not null, since text not null, until text not null, note text not null,
  source text references source(id), primary key (partnership, no)
);
create table partnership_link (
  partnership text not null references partnership(id), kind text not null, other text not null references partnership(id), note text not null, primary key (partnership, kind, other),
  check (partnership <> other)
);
create index partnership_link_other on partnership_link(other);
-- The state that a person set, and why; the newest is the one that stands.
create table partnership_state (
  partnership text not null references partnership(id), no bigint not null, state text not null, reason text not null, by text not null, at bigint not null, primary key (partnership, no)
);
create table partnership_contact (
  id text primary key, partnership text not null references partnership(id), direction text not null, channel text not null, day text not null, subject text not null,
  senior bigint not null, person_days bigint not null, by text not null, at bigint not null
);
create index partnership_contact_day on partnership_contact(partnership, day);
create table partnership_programme (partnership text not null references partnership(id), programme text not null references programme(id), primary key (partnership, programme));

create table instrument (
  id text primary key, slug text not null unique, partnership text not null references partnership(id), parent text references instrument(id), relation text not null,
  title text not null, kind text not null, label_a text not null, label_b text not null, state text not null, signed text not null, place text not null, in_force text not null,
  term text not null, months bigint not null, renews bigint not null, notice_months bigint not null, notice_days bigint not null, ended text not null,
  requested text, requested_by text not null, requested_reason text not null, effective text,
  prevails text not null, focus text not null, note text not null, published bigint not null, archive text not null, source text references source(id),
  version bigint not null, search text not null, at bigint not null
);
create index instrument_partnership on instrument(partnership);
create index instrument_parent on instrument(parent);
create table instrument_party (
  instrument text not null references instrument(id), side text not null check (side in ('a', 'b')), no bigint not null, organisation text not null references organisation(id),
  primary key (instrument, side, no)
);
create index instrument_party_organisation on instrument_party(organisation);
create table signatory (
  instrument text not null references instrument(id), side text not null check (side in ('a', 'b')), no bigint not null, post text not null, name text not null,
  organisation text references organisation(id), signed text not null, primary key (instrument, side, no)
);
create table instrument_version (
  id text primary key, instrument text not null references instrument(id), lang text not null, name text not null, document text not null references document(id), at bigint not null
);
create index instrument_version_instrument on instrument_version(instrument);
-- What happened to the paper: printed, couriered, signed, archived.
create table instrument_paper (
  instrument text not null references instrument(id), no bigint not null, kind text not null, day text not null, note text not null, primary key (instrument, no)
);
create table approval_step (
  id text primary key, instrument text not null references instrument(id), side text not null check (side in ('a', 'b')), no bigint not null, kind text not null, body text not null,
  due text not null, outcome text not null, decided text not null, reference text not null, unique (instrument, side, no)
);
create table commitment (
  id text primary key, instrument text not null references instrument(id), no bigint not null, body text not null, owner_a text not null, owner_b text not null, due text not null,
  indicator text not null, progress text not null, done text not null, evidence text not null, unique (instrument, no)
);

create table office (
  id text primary key, slug text not null unique, name text not null, place text not null references place(id), partnership text references partnership(id), purpose text not null,
  opened text not null, closing bigint not null, decided text not null, closed text not null, reason text not null, freed_for text not null, freed_minor bigint, freed_currency text not null,
  note text not null, source text references source(id), version bigint not null, search text not null, at bigint not null
);
create index office_partnership on office(partnership);
create index office_place on office(place);
create table office_party (
  office text not null references office(id), role text not null, no bigint not null, organisation text not null references organisation(id), share text not null,
  primary key (office, role, no)
);
create index office_party_organisation on office_party(organisation);

-- A reminder is a row with a state; one for each tier of each date.
create table reminder (
  id text primary key, matter text not null, subject text not null, due text not null, tier text not null, planned text not null, state text not null, sent bigint not null,
  late bigint not null, recipients text not null, label text not null, href text not null, acknowledged_by text not null, acknowledged_at bigint, unique (matter, subject, due, tier)
);
create index reminder_state on reminder(state, due);
create table reminder_mail (reminder text not null references reminder(id), mail text not null references mail(id), primary key (reminder, mail));
-- Each daily reckoning leaves a line, so that a day without one is seen.
create table reminder_run (id text primary key, day text not null, at bigint not null, duties bigint not null, sent bigint not null, late bigint not null, escalated bigint not null);
create index reminder_run_at on reminder_run(at);

create table renewal (
  id text primary key, instrument text not null references instrument(id), due text, results text not null, problems text not null, advice text not null, reasons text not null,
  body text not null, case_number text not null, decided_on text, decided_advice text not null, decided_note text not null, version bigint not null, at bigint not null
);
create index renewal_instrument on renewal(instrument);
