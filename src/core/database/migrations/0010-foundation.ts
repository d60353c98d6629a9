// Migration 10: sources, passages, items, codes, memos, history and search.
import type Database from 'better-sqlite3'
import type { Migration } from './all-migrations.ts'
import { createJournal } from './0010-journal.ts'
import { createSearch } from './0010-search.ts'

const tables = `
CREATE TABLE workspace (
  one INTEGER PRIMARY KEY CHECK (one = 1),
  id TEXT NOT NULL,
  created_at TEXT NOT NULL
) STRICT;

CREATE TABLE desk (
  one INTEGER PRIMARY KEY CHECK (one = 1),
  desk TEXT NOT NULL
) STRICT;

CREATE TABLE source_original (
  sha256 TEXT PRIMARY KEY,
  bytes BLOB NOT NULL
) STRICT;

CREATE TABLE source (
  row INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  title TEXT NOT NULL,
  authors TEXT NOT NULL,
  container_title TEXT,
  issued TEXT,
  url TEXT,
  accessed TEXT,
  language TEXT,
  provenance TEXT NOT NULL,
  reliability TEXT CHECK (reliability IN ('A', 'B', 'C', 'D', 'E', 'F')),
  file_name TEXT,
  media_type TEXT NOT NULL,
  encoding TEXT,
  sha256 TEXT NOT NULL REFERENCES source_original (sha256),
  captured_at TEXT NOT NULL,
  version INTEGER NOT NULL
) STRICT;
CREATE INDEX source_by_sha256 ON source (sha256);
CREATE INDEX source_by_capture ON source (captured_at);

CREATE TABLE source_text (
  row INTEGER PRIMARY KEY,
  source_id TEXT NOT NULL REFERENCES source (id) ON DELETE CASCADE,
  version INTEGER NOT NULL,
  text TEXT NOT NULL,
  blocks TEXT NOT NULL,
  marks TEXT NOT NULL,
  set_aside TEXT NOT NULL,
  words INTEGER NOT NULL,
  paragraphs INTEGER NOT NULL,
  created_at TEXT NOT NULL,
  UNIQUE (source_id, version)
) STRICT;

CREATE TABLE code (
  row INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  parent_id TEXT REFERENCES code (id),
  name TEXT NOT NULL,
  colour TEXT NOT NULL,
  description TEXT NOT NULL DEFAULT '',
  position INTEGER NOT NULL
) STRICT;
CREATE INDEX code_by_parent ON code (parent_id, position);

CREATE TABLE item (
  row INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  kind TEXT NOT NULL CHECK (kind IN ('claim', 'actor', 'recommendation', 'note')),
  code_id TEXT REFERENCES code (id),
  statement TEXT NOT NULL,
  comment TEXT NOT NULL DEFAULT '',
  created_at TEXT NOT NULL
) STRICT;
CREATE INDEX item_by_kind ON item (kind);
CREATE INDEX item_by_code ON item (code_id);

CREATE TABLE claim (
  item_id TEXT PRIMARY KEY REFERENCES item (id) ON DELETE CASCADE,
  speaker_id TEXT REFERENCES item (id) ON DELETE SET NULL,
  stance TEXT,
  credibility INTEGER CHECK (credibility BETWEEN 1 AND 6),
  likelihood TEXT,
  confidence TEXT,
  status TEXT NOT NULL DEFAULT 'open'
) STRICT;
CREATE INDEX claim_by_speaker ON claim (speaker_id);

CREATE TABLE actor (
  item_id TEXT PRIMARY KEY REFERENCES item (id) ON DELETE CASCADE,
  actor_kind TEXT,
  aliases TEXT NOT NULL DEFAULT '[]',
  role TEXT,
  affiliation TEXT
) STRICT;

CREATE TABLE recommendation (
  item_id TEXT PRIMARY KEY REFERENCES item (id) ON DELETE CASCADE,
  addressee_id TEXT REFERENCES item (id) ON DELETE SET NULL,
  proponent_id TEXT REFERENCES item (id) ON DELETE SET NULL,
  instrument TEXT,
  status TEXT NOT NULL DEFAULT 'open'
) STRICT;
CREATE INDEX recommendation_by_addressee ON recommendation (addressee_id);
CREATE INDEX recommendation_by_proponent ON recommendation (proponent_id);

CREATE TABLE link (
  row INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  from_id TEXT NOT NULL REFERENCES item (id) ON DELETE CASCADE,
  to_id TEXT NOT NULL REFERENCES item (id) ON DELETE CASCADE,
  kind TEXT NOT NULL,
  note TEXT NOT NULL DEFAULT '',
  UNIQUE (from_id, to_id, kind)
) STRICT;
CREATE INDEX link_by_target ON link (to_id);

CREATE TABLE passage (
  row INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  source_id TEXT NOT NULL REFERENCES source (id) ON DELETE CASCADE,
  version INTEGER NOT NULL,
  created_at TEXT NOT NULL
) STRICT;
CREATE INDEX passage_by_source ON passage (source_id);

CREATE TABLE segment (
  row INTEGER PRIMARY KEY,
  passage_id TEXT NOT NULL REFERENCES passage (id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  start INTEGER NOT NULL,
  "end" INTEGER NOT NULL,
  quote TEXT NOT NULL,
  prefix TEXT NOT NULL,
  suffix TEXT NOT NULL,
  UNIQUE (passage_id, position),
  CHECK (start >= 0 AND start < "end")
) STRICT;

CREATE TABLE tag (
  row INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  passage_id TEXT NOT NULL REFERENCES passage (id) ON DELETE CASCADE,
  item_id TEXT NOT NULL REFERENCES item (id) ON DELETE CASCADE,
  role TEXT NOT NULL CHECK (role IN ('states', 'supports', 'contradicts', 'mentions')),
  comment TEXT NOT NULL DEFAULT '',
  created_at TEXT NOT NULL,
  UNIQUE (passage_id, item_id)
) STRICT;
CREATE INDEX tag_by_item ON tag (item_id);

CREATE TABLE memo (
  row INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  title TEXT NOT NULL,
  authors TEXT NOT NULL,
  audience TEXT NOT NULL,
  date TEXT,
  tlp TEXT,
  status TEXT NOT NULL,
  language TEXT NOT NULL,
  created_at TEXT NOT NULL
) STRICT;

CREATE TABLE memo_body (
  memo_id TEXT PRIMARY KEY REFERENCES memo (id) ON DELETE CASCADE,
  document TEXT NOT NULL,
  plain TEXT NOT NULL,
  words INTEGER NOT NULL,
  revision INTEGER NOT NULL,
  saved_at TEXT NOT NULL
) STRICT;

CREATE TABLE memo_citation (
  memo_id TEXT NOT NULL REFERENCES memo (id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  citation_id TEXT NOT NULL,
  passage_id TEXT NOT NULL,
  version INTEGER NOT NULL,
  quote TEXT NOT NULL,
  PRIMARY KEY (memo_id, position)
) STRICT;
CREATE INDEX memo_citation_by_passage ON memo_citation (passage_id);
`

/** Tables whose every change is journalled, and those of which only coming and going is. */
const journalled = [
  'source',
  'source_text',
  'code',
  'item',
  'claim',
  'actor',
  'recommendation',
  'link',
  'passage',
  'segment',
  'tag',
  'memo',
]
const journalledWithoutUpdates = ['memo_body', 'memo_citation']

export const foundation: Migration = {
  number: 10,
  up(db: Database.Database) {
    db.exec(tables)
    createSearch(db)
    createJournal(db, journalled, journalledWithoutUpdates)
  },
}
