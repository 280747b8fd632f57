-- Parties, people who sign in, sessions, mail to send, and the log of what happened.
create table party (
  code text primary key, name text not null, country text not null, currency text not null, zone text not null
);
create table account (
  id text primary key, name text not null, email text not null unique, lang text not null, at bigint not null
);
-- party is '' for roles held for no party, so that the pair stays unique on both engines
create table account_role (
  account text not null references account(id), role text not null, party text not null, primary key (account, role, party)
);
-- only the SHA-256 of a link or session token is kept
create table sign_in_link (
  token_hash text primary key, account text not null references account(id), expires bigint not null, reusable bigint not null
);
create table session (
  token_hash text primary key, account text not null references account(id), expires bigint not null
);
create index session_account on session(account);
-- one form, one effect: a replayed key answers with the first outcome (joint-calls.md section 7)
create table form_key (
  key text primary key, account text not null, outcome text not null, at bigint not null
);
create table document (
  id text primary key, name text not null, media_type text not null, sha256 text not null, size bigint not null, bytes {BLOB} not null, at bigint not null
);
create table mail (
  id text primary key, recipient text not null, subject text not null, body text not null, at bigint not null,
  attempts bigint not null, due bigint not null, sent bigint, failed bigint, problem text not null
);
create index mail_due on mail(due) where sent is null and failed is null;
-- append-only; hash chains each row to the one before
create table event (
  seq bigint primary key, id text not null unique, at bigint not null, account text, party text, action text not null,
  subject text not null, subject_id text not null, detail text not null, hash text not null
);
create index event_subject on event(subject, subject_id, seq);
