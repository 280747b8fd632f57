-- Sealed lists and the joint result. A candidate row can't exist unless both parties' revealed lists rank the project (R142-R144).
-- void: asked by one office, agreed by the other, never by one alone (R129)
create table round (
  call text not null references call(id), no bigint not null, roster_hash text not null, at bigint not null,
  void_party text references party(code), void_by text, void_asked bigint, void_reason text not null, void_agreed_party text references party(code), void_agreed_by text, voided bigint,
  primary key (call, no), check (voided is null or (void_party is not null and void_agreed_party is not null and void_party <> void_agreed_party))
);
-- the projects of a round with the fingerprints of their dossiers, as `roster_hash` covers them
create table roster (
  call text not null, round bigint not null, application text not null references application(id), sha256 text not null,
  primary key (call, round, application), foreign key (call, round) references round(call, no)
);
-- a draft is deleted when the list is sealed: from then on only the ciphertext exists here
create table draft_rank (
  call text not null, round bigint not null, party text not null references party(code), application text not null,
  state text not null check (state in ('ranked', 'eligible-unranked', 'not-prioritised')), rank bigint not null, reason text not null,
  primary key (call, round, party, application), check ((state = 'ranked') = (rank > 0)),
  foreign key (call, round, application) references roster(call, round, application)
);
-- a commitment names its party, so the other side's can't be handed in again; unique says the same here
create table sealing (
  call text not null, round bigint not null, party text not null references party(code), commitment text not null unique, nonce text not null, ciphertext {BLOB} not null,
  by text not null, at bigint not null, primary key (call, round, party), foreign key (call, round) references round(call, no)
);
create table reveal (
  call text not null, round bigint not null, party text not null, slip text not null, by text not null, at bigint not null,
  primary key (call, round, party), foreign key (call, round, party) references sealing(call, round, party)
);
create table reveal_refusal (
  id text primary key, call text not null, round bigint not null, party text not null, by text not null, at bigint not null, problem text not null,
  foreign key (call, round) references round(call, no)
);
create index reveal_refusal_round on reveal_refusal(call, round, at);
create table priority_entry (
  call text not null, round bigint not null, party text not null, application text not null,
  state text not null check (state in ('ranked', 'eligible-unranked', 'not-prioritised')), rank bigint not null, reason text not null,
  primary key (call, round, party, application), check ((state = 'ranked') = (rank > 0)),
  unique (call, round, party, application, state),
  foreign key (call, round, application) references roster(call, round, application),
  foreign key (call, round, party) references reveal(call, round, party)
);
create table candidate (
  call text not null, round bigint not null, application text not null, party_a text not null, party_b text not null, state text not null check (state = 'ranked'),
  primary key (call, round, application), check (party_a < party_b),
  foreign key (call, round, party_a, application, state) references priority_entry(call, round, party, application, state),
  foreign key (call, round, party_b, application, state) references priority_entry(call, round, party, application, state)
);
-- body: the canonical bytes that sha256 covers; cause: number of the withdrawn application that made a new version necessary
create table joint_result (
  id text primary key, call text not null, round bigint not null, version bigint not null, policy text not null, proposed_by text not null references party(code), proposer text not null,
  at bigint not null, sha256 text not null, body text not null, answered_by text references party(code), answerer text, answered bigint,
  answer text not null check (answer in ('', 'accepted', 'declined')), answer_reason text not null, superseded bigint, cause text not null, note text not null,
  unique (call, version), check ((answer = '') = (answered_by is null)), check (answered_by is null or answered_by <> proposed_by), foreign key (call, round) references round(call, no)
);
-- one proposal at a time, one result in force
create unique index joint_result_pending on joint_result(call) where answer = '';
create unique index joint_result_in_force on joint_result(call) where answer = 'accepted' and superseded is null;
create table joint_entry (
  result text not null references joint_result(id), call text not null, round bigint not null, application text not null,
  outcome text not null check (outcome in ('funded', 'reserve', 'out')), place bigint not null, reason text not null, primary key (result, application),
  unique (result, application, outcome), foreign key (call, round, application) references roster(call, round, application)
);
-- only candidates can be funded: the row refers to one
create table funded (
  result text not null references joint_result(id), call text not null, round bigint not null, application text not null,
  outcome text not null check (outcome = 'funded'), primary key (result, application),
  foreign key (call, round, application) references candidate(call, round, application),
  foreign key (result, application, outcome) references joint_entry(result, application, outcome)
);
