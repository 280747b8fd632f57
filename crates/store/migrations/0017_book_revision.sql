-- Who changed what in the partnership book. `page`: where it is told; `kind` and `slug`: what was changed, a statement by its id.
-- `changes`: each field of its form with the values before and after. `reason`: for statements.
create table book_revision (
  id text primary key, page text not null, kind text not null, slug text not null, what text not null, at bigint not null,
  account text not null references account(id), party text, reason text not null, changes text not null
);
create index book_revision_page on book_revision(page, at);
create index book_revision_of on book_revision(kind, slug);
