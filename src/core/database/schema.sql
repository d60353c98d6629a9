CREATE INDEX claim_by_speaker ON claim (speaker_id);

CREATE INDEX code_by_parent ON code (parent_id, position);

CREATE INDEX collection_by_parent ON collection (parent_id, position);

CREATE INDEX collection_source_by_source ON collection_source (source_id);

CREATE INDEX history_change_by_command ON history_change (command_id);

CREATE INDEX item_by_code ON item (code_id);

CREATE INDEX item_by_kind ON item (kind);

CREATE INDEX likeness_key_by_source ON likeness_key (source_id);

CREATE INDEX likeness_pair_by_other ON likeness_pair (other_id);

CREATE INDEX link_by_target ON link (to_id);

CREATE INDEX memo_citation_by_passage ON memo_citation (passage_id);

CREATE INDEX memo_version_base_by_memo ON memo_version_base (memo_id);

CREATE INDEX memo_version_by_base ON memo_version (base_id);

CREATE INDEX memo_version_name_by_memo ON memo_version_name (memo_id);

CREATE INDEX passage_by_source ON passage (source_id);

CREATE INDEX recommendation_by_addressee ON recommendation (addressee_id);

CREATE INDEX recommendation_by_proponent ON recommendation (proponent_id);

CREATE INDEX segment_by_start ON segment (start) WHERE position = 0;

CREATE INDEX source_by_capture ON source (captured_at);

CREATE INDEX source_by_file_name ON source (file_name) WHERE file_name IS NOT NULL;

CREATE INDEX source_by_sha256 ON source (sha256);

CREATE INDEX source_by_url ON source (url) WHERE url IS NOT NULL;

CREATE INDEX source_in_library ON source (trashed_at, captured_at, id);

CREATE INDEX suggestion_decision_by_source ON suggestion_decision (source_id);

CREATE INDEX tag_by_item ON tag (item_id);

CREATE TABLE actor (
  item_id TEXT PRIMARY KEY REFERENCES item (id) ON DELETE CASCADE,
  actor_kind TEXT,
  aliases TEXT NOT NULL DEFAULT '[]',
  role TEXT,
  affiliation TEXT
) STRICT;

CREATE TABLE cited_state (
  memo_id TEXT NOT NULL REFERENCES memo (id) ON DELETE CASCADE,
  citation_id TEXT NOT NULL,
  passage_id TEXT NOT NULL,
  state TEXT NOT NULL,
  kept TEXT,
  reason TEXT NOT NULL DEFAULT '',
  noted_at TEXT NOT NULL,
  PRIMARY KEY (memo_id, citation_id, passage_id)
) STRICT;

CREATE TABLE claim (
  item_id TEXT PRIMARY KEY REFERENCES item (id) ON DELETE CASCADE,
  speaker_id TEXT REFERENCES item (id) ON DELETE SET NULL,
  stance TEXT,
  credibility INTEGER CHECK (credibility BETWEEN 1 AND 6),
  likelihood TEXT,
  confidence TEXT,
  status TEXT NOT NULL DEFAULT 'open'
) STRICT;

CREATE TABLE code (
  row INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  parent_id TEXT REFERENCES code (id),
  name TEXT NOT NULL,
  colour TEXT NOT NULL,
  description TEXT NOT NULL DEFAULT '',
  position INTEGER NOT NULL
, shortcut TEXT) STRICT;

CREATE TABLE code_query (
  row INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL UNIQUE,
  query TEXT NOT NULL
) STRICT;

CREATE TABLE collection (
  row INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  parent_id TEXT REFERENCES collection (id) ON DELETE CASCADE,
  name TEXT NOT NULL,
  position INTEGER NOT NULL
) STRICT;

CREATE TABLE collection_source (
  collection_id TEXT NOT NULL REFERENCES collection (id) ON DELETE CASCADE,
  source_id TEXT NOT NULL REFERENCES source (id) ON DELETE CASCADE,
  added_at TEXT NOT NULL,
  PRIMARY KEY (collection_id, source_id)
) STRICT;

CREATE TABLE csl_style (
  row INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  title TEXT NOT NULL,
  text TEXT NOT NULL,
  added_at TEXT NOT NULL
) STRICT;

CREATE VIRTUAL TABLE dense_text_index USING fts5(text, content = 'dense_source_text', content_rowid = 'row', tokenize = 'trigram');

CREATE TABLE 'dense_text_index_config'(k PRIMARY KEY, v) WITHOUT ROWID;

CREATE TABLE 'dense_text_index_data'(id INTEGER PRIMARY KEY, block BLOB);

CREATE TABLE 'dense_text_index_docsize'(id INTEGER PRIMARY KEY, sz BLOB);

CREATE TABLE 'dense_text_index_idx'(segid, term, pgno, PRIMARY KEY(segid, term)) WITHOUT ROWID;

CREATE VIRTUAL TABLE dense_text_run USING fts5vocab(dense_text_index, instance);

CREATE TABLE desk (
  one INTEGER PRIMARY KEY CHECK (one = 1),
  desk TEXT NOT NULL
) STRICT;

CREATE TABLE finding_decision (
  row INTEGER PRIMARY KEY,
  memo_id TEXT NOT NULL REFERENCES memo (id) ON DELETE CASCADE,
  finding TEXT NOT NULL,
  reason TEXT NOT NULL,
  decided_at TEXT NOT NULL,
  UNIQUE (memo_id, finding)
) STRICT;

CREATE TABLE history_change (
  id INTEGER PRIMARY KEY,
  command_id INTEGER NOT NULL REFERENCES history_command (id) ON DELETE CASCADE,
  changed_table TEXT NOT NULL,
  operation TEXT NOT NULL CHECK (operation IN ('insert', 'update', 'delete')),
  old_row TEXT NOT NULL
) STRICT;

CREATE TABLE history_command (
  id INTEGER PRIMARY KEY,
  label TEXT NOT NULL,
  at TEXT NOT NULL,
  undone INTEGER NOT NULL DEFAULT 0 CHECK (undone IN (0, 1))
) STRICT;

CREATE TABLE history_recording (
  one INTEGER PRIMARY KEY CHECK (one = 1),
  command_id INTEGER
) STRICT;

CREATE TABLE item (
  row INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  kind TEXT NOT NULL CHECK (kind IN ('claim', 'actor', 'recommendation', 'note')),
  code_id TEXT REFERENCES code (id),
  statement TEXT NOT NULL,
  comment TEXT NOT NULL DEFAULT '',
  created_at TEXT NOT NULL
) STRICT;

CREATE VIRTUAL TABLE item_index USING fts5(statement, comment, aliases, tokenize = 'unicode61 remove_diacritics 2');

CREATE TABLE 'item_index_config'(k PRIMARY KEY, v) WITHOUT ROWID;

CREATE TABLE 'item_index_content'(id INTEGER PRIMARY KEY, c0, c1, c2);

CREATE TABLE 'item_index_data'(id INTEGER PRIMARY KEY, block BLOB);

CREATE TABLE 'item_index_docsize'(id INTEGER PRIMARY KEY, sz BLOB);

CREATE TABLE 'item_index_idx'(segid, term, pgno, PRIMARY KEY(segid, term)) WITHOUT ROWID;

CREATE TABLE likeness_key (
  key INTEGER NOT NULL,
  source_id TEXT NOT NULL REFERENCES likeness_text (source_id) ON DELETE CASCADE,
  paragraph INTEGER NOT NULL,
  words INTEGER NOT NULL,
  PRIMARY KEY (key, source_id, paragraph)
) STRICT, WITHOUT ROWID;

CREATE TABLE likeness_pair (
  source_id TEXT NOT NULL REFERENCES likeness_text (source_id) ON DELETE CASCADE,
  other_id TEXT NOT NULL REFERENCES likeness_text (source_id) ON DELETE CASCADE,
  share REAL NOT NULL,
  PRIMARY KEY (source_id, other_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE likeness_text (
  source_id TEXT PRIMARY KEY REFERENCES source (id) ON DELETE CASCADE,
  version INTEGER NOT NULL,
  words INTEGER NOT NULL
) STRICT;

CREATE TABLE likeness_wanted (
  source_id TEXT PRIMARY KEY REFERENCES source (id) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;

CREATE TABLE link (
  row INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  from_id TEXT NOT NULL REFERENCES item (id) ON DELETE CASCADE,
  to_id TEXT NOT NULL REFERENCES item (id) ON DELETE CASCADE,
  kind TEXT NOT NULL,
  note TEXT NOT NULL DEFAULT '',
  UNIQUE (from_id, to_id, kind)
) STRICT;

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
, citation_style TEXT NOT NULL DEFAULT 'house') STRICT;

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
  cite INTEGER NOT NULL,
  passage_id TEXT NOT NULL,
  version INTEGER NOT NULL,
  quote TEXT NOT NULL,
  PRIMARY KEY (memo_id, position)
) STRICT;

CREATE TABLE memo_image (
        row INTEGER PRIMARY KEY,
        id TEXT NOT NULL UNIQUE,
        sha256 TEXT NOT NULL UNIQUE,
        media_type TEXT NOT NULL CHECK (media_type IN ('image/png', 'image/jpeg')),
        width INTEGER NOT NULL,
        height INTEGER NOT NULL,
        bytes BLOB NOT NULL,
        added_at TEXT NOT NULL
      ) STRICT;

CREATE VIRTUAL TABLE memo_index USING fts5(title, plain, tokenize = 'unicode61 remove_diacritics 2');

CREATE TABLE 'memo_index_config'(k PRIMARY KEY, v) WITHOUT ROWID;

CREATE TABLE 'memo_index_content'(id INTEGER PRIMARY KEY, c0, c1);

CREATE TABLE 'memo_index_data'(id INTEGER PRIMARY KEY, block BLOB);

CREATE TABLE 'memo_index_docsize'(id INTEGER PRIMARY KEY, sz BLOB);

CREATE TABLE 'memo_index_idx'(segid, term, pgno, PRIMARY KEY(segid, term)) WITHOUT ROWID;

CREATE TABLE memo_target (
  row INTEGER PRIMARY KEY,
  memo_id TEXT NOT NULL UNIQUE REFERENCES memo (id) ON DELETE CASCADE,
  words INTEGER NOT NULL CHECK (words > 0)
) STRICT;

CREATE TABLE memo_template (
  row INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL,
  document TEXT NOT NULL,
  created_at TEXT NOT NULL
) STRICT;

CREATE TABLE memo_version (
  row INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  memo_id TEXT NOT NULL,
  revision INTEGER NOT NULL,
  saved_at TEXT NOT NULL,
  words INTEGER NOT NULL,
  base_id TEXT NOT NULL REFERENCES memo_version_base (id) ON DELETE CASCADE,
  head INTEGER NOT NULL,
  tail INTEGER NOT NULL,
  packed BLOB NOT NULL,
  UNIQUE (memo_id, revision)
) STRICT;

CREATE TABLE memo_version_base (
  row INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  memo_id TEXT NOT NULL,
  packed BLOB NOT NULL
) STRICT;

CREATE TABLE memo_version_name (
  row INTEGER PRIMARY KEY,
  version_id TEXT NOT NULL UNIQUE,
  memo_id TEXT NOT NULL REFERENCES memo (id) ON DELETE CASCADE,
  name TEXT NOT NULL
) STRICT;

CREATE TABLE passage (
  row INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  source_id TEXT NOT NULL REFERENCES source (id) ON DELETE CASCADE,
  version INTEGER NOT NULL,
  created_at TEXT NOT NULL
, state TEXT NOT NULL DEFAULT 'placed' CHECK (state IN ('placed', 'review'))) STRICT;

CREATE TABLE passage_review (
  passage_id TEXT PRIMARY KEY REFERENCES passage (id) ON DELETE CASCADE,
  version INTEGER NOT NULL,
  segments TEXT NOT NULL,
  proposal TEXT
) STRICT;

CREATE TABLE recommendation (
  item_id TEXT PRIMARY KEY REFERENCES item (id) ON DELETE CASCADE,
  addressee_id TEXT REFERENCES item (id) ON DELETE SET NULL,
  proponent_id TEXT REFERENCES item (id) ON DELETE SET NULL,
  instrument TEXT,
  status TEXT NOT NULL DEFAULT 'open'
) STRICT;

CREATE VIRTUAL TABLE remark_index USING fts5(comment, tokenize = 'unicode61 remove_diacritics 2');

CREATE TABLE 'remark_index_config'(k PRIMARY KEY, v) WITHOUT ROWID;

CREATE TABLE 'remark_index_content'(id INTEGER PRIMARY KEY, c0);

CREATE TABLE 'remark_index_data'(id INTEGER PRIMARY KEY, block BLOB);

CREATE TABLE 'remark_index_docsize'(id INTEGER PRIMARY KEY, sz BLOB);

CREATE TABLE 'remark_index_idx'(segid, term, pgno, PRIMARY KEY(segid, term)) WITHOUT ROWID;

CREATE TABLE saved_search (
  row INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL UNIQUE,
  query TEXT NOT NULL
) STRICT;

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

CREATE VIRTUAL TABLE segment_index USING fts5(quote, tokenize = 'unicode61 remove_diacritics 2');

CREATE TABLE 'segment_index_config'(k PRIMARY KEY, v) WITHOUT ROWID;

CREATE TABLE 'segment_index_content'(id INTEGER PRIMARY KEY, c0);

CREATE TABLE 'segment_index_data'(id INTEGER PRIMARY KEY, block BLOB);

CREATE TABLE 'segment_index_docsize'(id INTEGER PRIMARY KEY, sz BLOB);

CREATE TABLE 'segment_index_idx'(segid, term, pgno, PRIMARY KEY(segid, term)) WITHOUT ROWID;

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
, csl TEXT NOT NULL DEFAULT '{}', retracted_on TEXT, retraction_note TEXT, progress TEXT NOT NULL DEFAULT 'unread' CHECK (progress IN ('unread', 'reading', 'done')), trashed_at TEXT) STRICT;

CREATE VIRTUAL TABLE source_index USING fts5(title, container_title, authors, tokenize = 'unicode61 remove_diacritics 2');

CREATE TABLE 'source_index_config'(k PRIMARY KEY, v) WITHOUT ROWID;

CREATE TABLE 'source_index_content'(id INTEGER PRIMARY KEY, c0, c1, c2);

CREATE TABLE 'source_index_data'(id INTEGER PRIMARY KEY, block BLOB);

CREATE TABLE 'source_index_docsize'(id INTEGER PRIMARY KEY, sz BLOB);

CREATE TABLE 'source_index_idx'(segid, term, pgno, PRIMARY KEY(segid, term)) WITHOUT ROWID;

CREATE TABLE source_original (
  sha256 TEXT PRIMARY KEY,
  bytes BLOB NOT NULL
) STRICT;

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

CREATE VIRTUAL TABLE source_text_index USING fts5(text, content = 'source_text', content_rowid = 'row', tokenize = 'unicode61 remove_diacritics 2');

CREATE TABLE 'source_text_index_config'(k PRIMARY KEY, v) WITHOUT ROWID;

CREATE TABLE 'source_text_index_data'(id INTEGER PRIMARY KEY, block BLOB);

CREATE TABLE 'source_text_index_docsize'(id INTEGER PRIMARY KEY, sz BLOB);

CREATE TABLE 'source_text_index_idx'(segid, term, pgno, PRIMARY KEY(segid, term)) WITHOUT ROWID;

CREATE VIRTUAL TABLE source_text_word USING fts5vocab(source_text_index, instance);

CREATE TABLE suggestion_decision (
  row INTEGER PRIMARY KEY,
  source_id TEXT NOT NULL REFERENCES source (id) ON DELETE CASCADE,
  kind TEXT NOT NULL CHECK (kind IN ('actor', 'claim', 'recommendation')),
  decision TEXT NOT NULL CHECK (decision IN ('accepted', 'rejected')),
  rule TEXT NOT NULL,
  quote TEXT NOT NULL,
  prefix TEXT NOT NULL,
  suffix TEXT NOT NULL,
  decided_at TEXT NOT NULL
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

CREATE TABLE tag_example (
  tag_id TEXT PRIMARY KEY REFERENCES tag (id) ON DELETE CASCADE,
  chosen_at TEXT NOT NULL
) STRICT;

CREATE TABLE workspace (
  one INTEGER PRIMARY KEY CHECK (one = 1),
  id TEXT NOT NULL,
  created_at TEXT NOT NULL
) STRICT;

CREATE TRIGGER actor_aliases_indexed AFTER INSERT ON actor BEGIN
  UPDATE item_index SET aliases = NEW.aliases WHERE rowid = (SELECT row FROM item WHERE id = NEW.item_id);
END;

CREATE TRIGGER actor_aliases_reindexed AFTER UPDATE OF aliases ON actor BEGIN
  UPDATE item_index SET aliases = NEW.aliases WHERE rowid = (SELECT row FROM item WHERE id = NEW.item_id);
END;

CREATE TRIGGER actor_journal_delete AFTER DELETE ON actor
    WHEN (SELECT command_id FROM history_recording) IS NOT NULL
    BEGIN
      INSERT INTO history_change (command_id, changed_table, operation, old_row)
      VALUES ((SELECT command_id FROM history_recording), 'actor', 'delete', json_object('item_id', OLD."item_id", 'actor_kind', OLD."actor_kind", 'aliases', OLD."aliases", 'role', OLD."role", 'affiliation', OLD."affiliation"));
    END;

CREATE TRIGGER actor_journal_insert AFTER INSERT ON actor
    WHEN (SELECT command_id FROM history_recording) IS NOT NULL
    BEGIN
      INSERT INTO history_change (command_id, changed_table, operation, old_row)
      VALUES ((SELECT command_id FROM history_recording), 'actor', 'insert', json_object('item_id', NEW."item_id"));
    END;

CREATE TRIGGER actor_journal_update AFTER UPDATE ON actor
    WHEN (SELECT command_id FROM history_recording) IS NOT NULL
    BEGIN
      INSERT INTO history_change (command_id, changed_table, operation, old_row)
      VALUES ((SELECT command_id FROM history_recording), 'actor', 'update', json_object('item_id', OLD."item_id", 'actor_kind', OLD."actor_kind", 'aliases', OLD."aliases", 'role', OLD."role", 'affiliation', OLD."affiliation"));
    END;

CREATE TRIGGER cited_state_journal_delete AFTER DELETE ON cited_state
    WHEN (SELECT command_id FROM history_recording) IS NOT NULL
    BEGIN
      INSERT INTO history_change (command_id, changed_table, operation, old_row)
      VALUES ((SELECT command_id FROM history_recording), 'cited_state', 'delete', json_object('memo_id', OLD."memo_id", 'citation_id', OLD."citation_id", 'passage_id', OLD."passage_id", 'state', OLD."state", 'kept', OLD."kept", 'reason', OLD."reason", 'noted_at', OLD."noted_at"));
    END;

CREATE TRIGGER cited_state_journal_insert AFTER INSERT ON cited_state
    WHEN (SELECT command_id FROM history_recording) IS NOT NULL
    BEGIN
      INSERT INTO history_change (command_id, changed_table, operation, old_row)
      VALUES ((SELECT command_id FROM history_recording), 'cited_state', 'insert', json_object('memo_id', NEW."memo_id", 'citation_id', NEW."citation_id", 'passage_id', NEW."passage_id"));
    END;

CREATE TRIGGER cited_state_journal_update AFTER UPDATE ON cited_state
    WHEN (SELECT command_id FROM history_recording) IS NOT NULL
    BEGIN
      INSERT INTO history_change (command_id, changed_table, operation, old_row)
      VALUES ((SELECT command_id FROM history_recording), 'cited_state', 'update', json_object('memo_id', OLD."memo_id", 'citation_id', OLD."citation_id", 'passage_id', OLD."passage_id", 'state', OLD."state", 'kept', OLD."kept", 'reason', OLD."reason", 'noted_at', OLD."noted_at"));
    END;

CREATE TRIGGER claim_journal_delete AFTER DELETE ON claim
    WHEN (SELECT command_id FROM history_recording) IS NOT NULL
    BEGIN
      INSERT INTO history_change (command_id, changed_table, operation, old_row)
      VALUES ((SELECT command_id FROM history_recording), 'claim', 'delete', json_object('item_id', OLD."item_id", 'speaker_id', OLD."speaker_id", 'stance', OLD."stance", 'credibility', OLD."credibility", 'likelihood', OLD."likelihood", 'confidence', OLD."confidence", 'status', OLD."status"));
    END;

CREATE TRIGGER claim_journal_insert AFTER INSERT ON claim
    WHEN (SELECT command_id FROM history_recording) IS NOT NULL
    BEGIN
      INSERT INTO history_change (command_id, changed_table, operation, old_row)
      VALUES ((SELECT command_id FROM history_recording), 'claim', 'insert', json_object('item_id', NEW."item_id"));
    END;

CREATE TRIGGER claim_journal_update AFTER UPDATE ON claim
    WHEN (SELECT command_id FROM history_recording) IS NOT NULL
    BEGIN
      INSERT INTO history_change (command_id, changed_table, operation, old_row)
      VALUES ((SELECT command_id FROM history_recording), 'claim', 'update', json_object('item_id', OLD."item_id", 'speaker_id', OLD."speaker_id", 'stance', OLD."stance", 'credibility', OLD."credibility", 'likelihood', OLD."likelihood", 'confidence', OLD."confidence", 'status', OLD."status"));
    END;

CREATE TRIGGER code_journal_delete AFTER DELETE ON code
    WHEN (SELECT command_id FROM history_recording) IS NOT NULL
    BEGIN
      INSERT INTO history_change (command_id, changed_table, operation, old_row)
      VALUES ((SELECT command_id FROM history_recording), 'code', 'delete', json_object('row', OLD."row", 'id', OLD."id", 'parent_id', OLD."parent_id", 'name', OLD."name", 'colour', OLD."colour", 'description', OLD."description", 'position', OLD."position", 'shortcut', OLD."shortcut"));
    END;

CREATE TRIGGER code_journal_insert AFTER INSERT ON code
    WHEN (SELECT command_id FROM history_recording) IS NOT NULL
    BEGIN
      INSERT INTO history_change (command_id, changed_table, operation, old_row)
      VALUES ((SELECT command_id FROM history_recording), 'code', 'insert', json_object('row', NEW."row"));
    END;

CREATE TRIGGER code_journal_update AFTER UPDATE ON code
    WHEN (SELECT command_id FROM history_recording) IS NOT NULL
    BEGIN
      INSERT INTO history_change (command_id, changed_table, operation, old_row)
      VALUES ((SELECT command_id FROM history_recording), 'code', 'update', json_object('row', OLD."row", 'id', OLD."id", 'parent_id', OLD."parent_id", 'name', OLD."name", 'colour', OLD."colour", 'description', OLD."description", 'position', OLD."position", 'shortcut', OLD."shortcut"));
    END;

CREATE TRIGGER code_query_journal_delete AFTER DELETE ON code_query
    WHEN (SELECT command_id FROM history_recording) IS NOT NULL
    BEGIN
      INSERT INTO history_change (command_id, changed_table, operation, old_row)
      VALUES ((SELECT command_id FROM history_recording), 'code_query', 'delete', json_object('row', OLD."row", 'id', OLD."id", 'name', OLD."name", 'query', OLD."query"));
    END;

CREATE TRIGGER code_query_journal_insert AFTER INSERT ON code_query
    WHEN (SELECT command_id FROM history_recording) IS NOT NULL
    BEGIN
      INSERT INTO history_change (command_id, changed_table, operation, old_row)
      VALUES ((SELECT command_id FROM history_recording), 'code_query', 'insert', json_object('row', NEW."row"));
    END;

CREATE TRIGGER code_query_journal_update AFTER UPDATE ON code_query
    WHEN (SELECT command_id FROM history_recording) IS NOT NULL
    BEGIN
      INSERT INTO history_change (command_id, changed_table, operation, old_row)
      VALUES ((SELECT command_id FROM history_recording), 'code_query', 'update', json_object('row', OLD."row", 'id', OLD."id", 'name', OLD."name", 'query', OLD."query"));
    END;

CREATE TRIGGER collection_journal_delete AFTER DELETE ON collection
    WHEN (SELECT command_id FROM history_recording) IS NOT NULL
    BEGIN
      INSERT INTO history_change (command_id, changed_table, operation, old_row)
      VALUES ((SELECT command_id FROM history_recording), 'collection', 'delete', json_object('row', OLD."row", 'id', OLD."id", 'parent_id', OLD."parent_id", 'name', OLD."name", 'position', OLD."position"));
    END;

CREATE TRIGGER collection_journal_insert AFTER INSERT ON collection
    WHEN (SELECT command_id FROM history_recording) IS NOT NULL
    BEGIN
      INSERT INTO history_change (command_id, changed_table, operation, old_row)
      VALUES ((SELECT command_id FROM history_recording), 'collection', 'insert', json_object('row', NEW."row"));
    END;

CREATE TRIGGER collection_journal_update AFTER UPDATE ON collection
    WHEN (SELECT command_id FROM history_recording) IS NOT NULL
    BEGIN
      INSERT INTO history_change (command_id, changed_table, operation, old_row)
      VALUES ((SELECT command_id FROM history_recording), 'collection', 'update', json_object('row', OLD."row", 'id', OLD."id", 'parent_id', OLD."parent_id", 'name', OLD."name", 'position', OLD."position"));
    END;

CREATE TRIGGER collection_source_journal_delete AFTER DELETE ON collection_source
    WHEN (SELECT command_id FROM history_recording) IS NOT NULL
    BEGIN
      INSERT INTO history_change (command_id, changed_table, operation, old_row)
      VALUES ((SELECT command_id FROM history_recording), 'collection_source', 'delete', json_object('collection_id', OLD."collection_id", 'source_id', OLD."source_id", 'added_at', OLD."added_at"));
    END;

CREATE TRIGGER collection_source_journal_insert AFTER INSERT ON collection_source
    WHEN (SELECT command_id FROM history_recording) IS NOT NULL
    BEGIN
      INSERT INTO history_change (command_id, changed_table, operation, old_row)
      VALUES ((SELECT command_id FROM history_recording), 'collection_source', 'insert', json_object('collection_id', NEW."collection_id", 'source_id', NEW."source_id"));
    END;

CREATE TRIGGER collection_source_journal_update AFTER UPDATE ON collection_source
    WHEN (SELECT command_id FROM history_recording) IS NOT NULL
    BEGIN
      INSERT INTO history_change (command_id, changed_table, operation, old_row)
      VALUES ((SELECT command_id FROM history_recording), 'collection_source', 'update', json_object('collection_id', OLD."collection_id", 'source_id', OLD."source_id", 'added_at', OLD."added_at"));
    END;

CREATE TRIGGER csl_style_journal_delete AFTER DELETE ON csl_style
    WHEN (SELECT command_id FROM history_recording) IS NOT NULL
    BEGIN
      INSERT INTO history_change (command_id, changed_table, operation, old_row)
      VALUES ((SELECT command_id FROM history_recording), 'csl_style', 'delete', json_object('row', OLD."row", 'id', OLD."id", 'title', OLD."title", 'text', OLD."text", 'added_at', OLD."added_at"));
    END;

CREATE TRIGGER csl_style_journal_insert AFTER INSERT ON csl_style
    WHEN (SELECT command_id FROM history_recording) IS NOT NULL
    BEGIN
      INSERT INTO history_change (command_id, changed_table, operation, old_row)
      VALUES ((SELECT command_id FROM history_recording), 'csl_style', 'insert', json_object('row', NEW."row"));
    END;

CREATE TRIGGER csl_style_journal_update AFTER UPDATE ON csl_style
    WHEN (SELECT command_id FROM history_recording) IS NOT NULL
    BEGIN
      INSERT INTO history_change (command_id, changed_table, operation, old_row)
      VALUES ((SELECT command_id FROM history_recording), 'csl_style', 'update', json_object('row', OLD."row", 'id', OLD."id", 'title', OLD."title", 'text', OLD."text", 'added_at', OLD."added_at"));
    END;

CREATE TRIGGER dense_text_indexed AFTER INSERT ON source_text WHEN octet_length(NEW.text) > length(NEW.text) AND (instr(CAST(NEW.text AS BLOB), x'E0') OR instr(CAST(NEW.text AS BLOB), x'E1') OR instr(CAST(NEW.text AS BLOB), x'E3') OR instr(CAST(NEW.text AS BLOB), x'E4') OR instr(CAST(NEW.text AS BLOB), x'E5') OR instr(CAST(NEW.text AS BLOB), x'E6') OR instr(CAST(NEW.text AS BLOB), x'E7') OR instr(CAST(NEW.text AS BLOB), x'E8') OR instr(CAST(NEW.text AS BLOB), x'E9') OR instr(CAST(NEW.text AS BLOB), x'EA') OR instr(CAST(NEW.text AS BLOB), x'EB') OR instr(CAST(NEW.text AS BLOB), x'EC') OR instr(CAST(NEW.text AS BLOB), x'ED') OR instr(CAST(NEW.text AS BLOB), x'EE') OR instr(CAST(NEW.text AS BLOB), x'EF')) AND NEW.text GLOB '*[぀-ヿ㐀-鿿豈-﫿฀-๿຀-໿က-႟ក-៿]*' BEGIN
        INSERT INTO dense_text_index (rowid, text) VALUES (NEW.row, NEW.text || char(10, 10));
      END;

CREATE TRIGGER dense_text_unindexed AFTER DELETE ON source_text WHEN octet_length(OLD.text) > length(OLD.text) AND (instr(CAST(OLD.text AS BLOB), x'E0') OR instr(CAST(OLD.text AS BLOB), x'E1') OR instr(CAST(OLD.text AS BLOB), x'E3') OR instr(CAST(OLD.text AS BLOB), x'E4') OR instr(CAST(OLD.text AS BLOB), x'E5') OR instr(CAST(OLD.text AS BLOB), x'E6') OR instr(CAST(OLD.text AS BLOB), x'E7') OR instr(CAST(OLD.text AS BLOB), x'E8') OR instr(CAST(OLD.text AS BLOB), x'E9') OR instr(CAST(OLD.text AS BLOB), x'EA') OR instr(CAST(OLD.text AS BLOB), x'EB') OR instr(CAST(OLD.text AS BLOB), x'EC') OR instr(CAST(OLD.text AS BLOB), x'ED') OR instr(CAST(OLD.text AS BLOB), x'EE') OR instr(CAST(OLD.text AS BLOB), x'EF')) AND OLD.text GLOB '*[぀-ヿ㐀-鿿豈-﫿฀-๿຀-໿က-႟ក-៿]*' BEGIN
        INSERT INTO dense_text_index (dense_text_index, rowid, text) VALUES ('delete', OLD.row, OLD.text || char(10, 10));
      END;

CREATE TRIGGER finding_decision_journal_delete AFTER DELETE ON finding_decision
    WHEN (SELECT command_id FROM history_recording) IS NOT NULL
    BEGIN
      INSERT INTO history_change (command_id, changed_table, operation, old_row)
      VALUES ((SELECT command_id FROM history_recording), 'finding_decision', 'delete', json_object('row', OLD."row", 'memo_id', OLD."memo_id", 'finding', OLD."finding", 'reason', OLD."reason", 'decided_at', OLD."decided_at"));
    END;

CREATE TRIGGER finding_decision_journal_insert AFTER INSERT ON finding_decision
    WHEN (SELECT command_id FROM history_recording) IS NOT NULL
    BEGIN
      INSERT INTO history_change (command_id, changed_table, operation, old_row)
      VALUES ((SELECT command_id FROM history_recording), 'finding_decision', 'insert', json_object('row', NEW."row"));
    END;

CREATE TRIGGER finding_decision_journal_update AFTER UPDATE ON finding_decision
    WHEN (SELECT command_id FROM history_recording) IS NOT NULL
    BEGIN
      INSERT INTO history_change (command_id, changed_table, operation, old_row)
      VALUES ((SELECT command_id FROM history_recording), 'finding_decision', 'update', json_object('row', OLD."row", 'memo_id', OLD."memo_id", 'finding', OLD."finding", 'reason', OLD."reason", 'decided_at', OLD."decided_at"));
    END;

CREATE TRIGGER item_indexed AFTER INSERT ON item BEGIN
  INSERT INTO item_index (rowid, statement, comment, aliases) VALUES (NEW.row, NEW.statement, NEW.comment, '');
END;

CREATE TRIGGER item_journal_delete AFTER DELETE ON item
    WHEN (SELECT command_id FROM history_recording) IS NOT NULL
    BEGIN
      INSERT INTO history_change (command_id, changed_table, operation, old_row)
      VALUES ((SELECT command_id FROM history_recording), 'item', 'delete', json_object('row', OLD."row", 'id', OLD."id", 'kind', OLD."kind", 'code_id', OLD."code_id", 'statement', OLD."statement", 'comment', OLD."comment", 'created_at', OLD."created_at"));
    END;

CREATE TRIGGER item_journal_insert AFTER INSERT ON item
    WHEN (SELECT command_id FROM history_recording) IS NOT NULL
    BEGIN
      INSERT INTO history_change (command_id, changed_table, operation, old_row)
      VALUES ((SELECT command_id FROM history_recording), 'item', 'insert', json_object('row', NEW."row"));
    END;

CREATE TRIGGER item_journal_update AFTER UPDATE ON item
    WHEN (SELECT command_id FROM history_recording) IS NOT NULL
    BEGIN
      INSERT INTO history_change (command_id, changed_table, operation, old_row)
      VALUES ((SELECT command_id FROM history_recording), 'item', 'update', json_object('row', OLD."row", 'id', OLD."id", 'kind', OLD."kind", 'code_id', OLD."code_id", 'statement', OLD."statement", 'comment', OLD."comment", 'created_at', OLD."created_at"));
    END;

CREATE TRIGGER item_reindexed AFTER UPDATE OF statement, comment ON item BEGIN
  UPDATE item_index SET statement = NEW.statement, comment = NEW.comment WHERE rowid = NEW.row;
END;

CREATE TRIGGER item_unindexed AFTER DELETE ON item BEGIN
  DELETE FROM item_index WHERE rowid = OLD.row;
END;

CREATE TRIGGER link_journal_delete AFTER DELETE ON link
    WHEN (SELECT command_id FROM history_recording) IS NOT NULL
    BEGIN
      INSERT INTO history_change (command_id, changed_table, operation, old_row)
      VALUES ((SELECT command_id FROM history_recording), 'link', 'delete', json_object('row', OLD."row", 'id', OLD."id", 'from_id', OLD."from_id", 'to_id', OLD."to_id", 'kind', OLD."kind", 'note', OLD."note"));
    END;

CREATE TRIGGER link_journal_insert AFTER INSERT ON link
    WHEN (SELECT command_id FROM history_recording) IS NOT NULL
    BEGIN
      INSERT INTO history_change (command_id, changed_table, operation, old_row)
      VALUES ((SELECT command_id FROM history_recording), 'link', 'insert', json_object('row', NEW."row"));
    END;

CREATE TRIGGER link_journal_update AFTER UPDATE ON link
    WHEN (SELECT command_id FROM history_recording) IS NOT NULL
    BEGIN
      INSERT INTO history_change (command_id, changed_table, operation, old_row)
      VALUES ((SELECT command_id FROM history_recording), 'link', 'update', json_object('row', OLD."row", 'id', OLD."id", 'from_id', OLD."from_id", 'to_id', OLD."to_id", 'kind', OLD."kind", 'note', OLD."note"));
    END;

CREATE TRIGGER memo_body_indexed AFTER INSERT ON memo_body BEGIN
  UPDATE memo_index SET plain = NEW.plain WHERE rowid = (SELECT row FROM memo WHERE id = NEW.memo_id);
END;

CREATE TRIGGER memo_body_journal_delete AFTER DELETE ON memo_body
    WHEN (SELECT command_id FROM history_recording) IS NOT NULL
    BEGIN
      INSERT INTO history_change (command_id, changed_table, operation, old_row)
      VALUES ((SELECT command_id FROM history_recording), 'memo_body', 'delete', json_object('memo_id', OLD."memo_id", 'document', OLD."document", 'plain', OLD."plain", 'words', OLD."words", 'revision', OLD."revision", 'saved_at', OLD."saved_at"));
    END;

CREATE TRIGGER memo_body_journal_insert AFTER INSERT ON memo_body
    WHEN (SELECT command_id FROM history_recording) IS NOT NULL
    BEGIN
      INSERT INTO history_change (command_id, changed_table, operation, old_row)
      VALUES ((SELECT command_id FROM history_recording), 'memo_body', 'insert', json_object('memo_id', NEW."memo_id"));
    END;

CREATE TRIGGER memo_body_reindexed AFTER UPDATE OF plain ON memo_body BEGIN
  UPDATE memo_index SET plain = NEW.plain WHERE rowid = (SELECT row FROM memo WHERE id = NEW.memo_id);
END;

CREATE TRIGGER memo_citation_journal_delete AFTER DELETE ON memo_citation
    WHEN (SELECT command_id FROM history_recording) IS NOT NULL
    BEGIN
      INSERT INTO history_change (command_id, changed_table, operation, old_row)
      VALUES ((SELECT command_id FROM history_recording), 'memo_citation', 'delete', json_object('memo_id', OLD."memo_id", 'position', OLD."position", 'citation_id', OLD."citation_id", 'cite', OLD."cite", 'passage_id', OLD."passage_id", 'version', OLD."version", 'quote', OLD."quote"));
    END;

CREATE TRIGGER memo_citation_journal_insert AFTER INSERT ON memo_citation
    WHEN (SELECT command_id FROM history_recording) IS NOT NULL
    BEGIN
      INSERT INTO history_change (command_id, changed_table, operation, old_row)
      VALUES ((SELECT command_id FROM history_recording), 'memo_citation', 'insert', json_object('memo_id', NEW."memo_id", 'position', NEW."position"));
    END;

CREATE TRIGGER memo_indexed AFTER INSERT ON memo BEGIN
  INSERT INTO memo_index (rowid, title, plain) VALUES (NEW.row, NEW.title, '');
END;

CREATE TRIGGER memo_journal_delete AFTER DELETE ON memo
    WHEN (SELECT command_id FROM history_recording) IS NOT NULL
    BEGIN
      INSERT INTO history_change (command_id, changed_table, operation, old_row)
      VALUES ((SELECT command_id FROM history_recording), 'memo', 'delete', json_object('row', OLD."row", 'id', OLD."id", 'title', OLD."title", 'authors', OLD."authors", 'audience', OLD."audience", 'date', OLD."date", 'tlp', OLD."tlp", 'status', OLD."status", 'language', OLD."language", 'created_at', OLD."created_at", 'citation_style', OLD."citation_style"));
    END;

CREATE TRIGGER memo_journal_insert AFTER INSERT ON memo
    WHEN (SELECT command_id FROM history_recording) IS NOT NULL
    BEGIN
      INSERT INTO history_change (command_id, changed_table, operation, old_row)
      VALUES ((SELECT command_id FROM history_recording), 'memo', 'insert', json_object('row', NEW."row"));
    END;

CREATE TRIGGER memo_journal_update AFTER UPDATE ON memo
    WHEN (SELECT command_id FROM history_recording) IS NOT NULL
    BEGIN
      INSERT INTO history_change (command_id, changed_table, operation, old_row)
      VALUES ((SELECT command_id FROM history_recording), 'memo', 'update', json_object('row', OLD."row", 'id', OLD."id", 'title', OLD."title", 'authors', OLD."authors", 'audience', OLD."audience", 'date', OLD."date", 'tlp', OLD."tlp", 'status', OLD."status", 'language', OLD."language", 'created_at', OLD."created_at", 'citation_style', OLD."citation_style"));
    END;

CREATE TRIGGER memo_reindexed AFTER UPDATE OF title ON memo BEGIN
  UPDATE memo_index SET title = NEW.title WHERE rowid = NEW.row;
END;

CREATE TRIGGER memo_target_journal_delete AFTER DELETE ON memo_target
    WHEN (SELECT command_id FROM history_recording) IS NOT NULL
    BEGIN
      INSERT INTO history_change (command_id, changed_table, operation, old_row)
      VALUES ((SELECT command_id FROM history_recording), 'memo_target', 'delete', json_object('row', OLD."row", 'memo_id', OLD."memo_id", 'words', OLD."words"));
    END;

CREATE TRIGGER memo_target_journal_insert AFTER INSERT ON memo_target
    WHEN (SELECT command_id FROM history_recording) IS NOT NULL
    BEGIN
      INSERT INTO history_change (command_id, changed_table, operation, old_row)
      VALUES ((SELECT command_id FROM history_recording), 'memo_target', 'insert', json_object('row', NEW."row"));
    END;

CREATE TRIGGER memo_target_journal_update AFTER UPDATE ON memo_target
    WHEN (SELECT command_id FROM history_recording) IS NOT NULL
    BEGIN
      INSERT INTO history_change (command_id, changed_table, operation, old_row)
      VALUES ((SELECT command_id FROM history_recording), 'memo_target', 'update', json_object('row', OLD."row", 'memo_id', OLD."memo_id", 'words', OLD."words"));
    END;

CREATE TRIGGER memo_template_journal_delete AFTER DELETE ON memo_template
    WHEN (SELECT command_id FROM history_recording) IS NOT NULL
    BEGIN
      INSERT INTO history_change (command_id, changed_table, operation, old_row)
      VALUES ((SELECT command_id FROM history_recording), 'memo_template', 'delete', json_object('row', OLD."row", 'id', OLD."id", 'name', OLD."name", 'document', OLD."document", 'created_at', OLD."created_at"));
    END;

CREATE TRIGGER memo_template_journal_insert AFTER INSERT ON memo_template
    WHEN (SELECT command_id FROM history_recording) IS NOT NULL
    BEGIN
      INSERT INTO history_change (command_id, changed_table, operation, old_row)
      VALUES ((SELECT command_id FROM history_recording), 'memo_template', 'insert', json_object('row', NEW."row"));
    END;

CREATE TRIGGER memo_template_journal_update AFTER UPDATE ON memo_template
    WHEN (SELECT command_id FROM history_recording) IS NOT NULL
    BEGIN
      INSERT INTO history_change (command_id, changed_table, operation, old_row)
      VALUES ((SELECT command_id FROM history_recording), 'memo_template', 'update', json_object('row', OLD."row", 'id', OLD."id", 'name', OLD."name", 'document', OLD."document", 'created_at', OLD."created_at"));
    END;

CREATE TRIGGER memo_unindexed AFTER DELETE ON memo BEGIN
  DELETE FROM memo_index WHERE rowid = OLD.row;
END;

CREATE TRIGGER memo_version_name_journal_delete AFTER DELETE ON memo_version_name
    WHEN (SELECT command_id FROM history_recording) IS NOT NULL
    BEGIN
      INSERT INTO history_change (command_id, changed_table, operation, old_row)
      VALUES ((SELECT command_id FROM history_recording), 'memo_version_name', 'delete', json_object('row', OLD."row", 'version_id', OLD."version_id", 'memo_id', OLD."memo_id", 'name', OLD."name"));
    END;

CREATE TRIGGER memo_version_name_journal_insert AFTER INSERT ON memo_version_name
    WHEN (SELECT command_id FROM history_recording) IS NOT NULL
    BEGIN
      INSERT INTO history_change (command_id, changed_table, operation, old_row)
      VALUES ((SELECT command_id FROM history_recording), 'memo_version_name', 'insert', json_object('row', NEW."row"));
    END;

CREATE TRIGGER memo_version_name_journal_update AFTER UPDATE ON memo_version_name
    WHEN (SELECT command_id FROM history_recording) IS NOT NULL
    BEGIN
      INSERT INTO history_change (command_id, changed_table, operation, old_row)
      VALUES ((SELECT command_id FROM history_recording), 'memo_version_name', 'update', json_object('row', OLD."row", 'version_id', OLD."version_id", 'memo_id', OLD."memo_id", 'name', OLD."name"));
    END;

CREATE TRIGGER passage_journal_delete AFTER DELETE ON passage
    WHEN (SELECT command_id FROM history_recording) IS NOT NULL
    BEGIN
      INSERT INTO history_change (command_id, changed_table, operation, old_row)
      VALUES ((SELECT command_id FROM history_recording), 'passage', 'delete', json_object('row', OLD."row", 'id', OLD."id", 'source_id', OLD."source_id", 'version', OLD."version", 'created_at', OLD."created_at", 'state', OLD."state"));
    END;

CREATE TRIGGER passage_journal_insert AFTER INSERT ON passage
    WHEN (SELECT command_id FROM history_recording) IS NOT NULL
    BEGIN
      INSERT INTO history_change (command_id, changed_table, operation, old_row)
      VALUES ((SELECT command_id FROM history_recording), 'passage', 'insert', json_object('row', NEW."row"));
    END;

CREATE TRIGGER passage_journal_update AFTER UPDATE ON passage
    WHEN (SELECT command_id FROM history_recording) IS NOT NULL
    BEGIN
      INSERT INTO history_change (command_id, changed_table, operation, old_row)
      VALUES ((SELECT command_id FROM history_recording), 'passage', 'update', json_object('row', OLD."row", 'id', OLD."id", 'source_id', OLD."source_id", 'version', OLD."version", 'created_at', OLD."created_at", 'state', OLD."state"));
    END;

CREATE TRIGGER passage_review_journal_delete AFTER DELETE ON passage_review
    WHEN (SELECT command_id FROM history_recording) IS NOT NULL
    BEGIN
      INSERT INTO history_change (command_id, changed_table, operation, old_row)
      VALUES ((SELECT command_id FROM history_recording), 'passage_review', 'delete', json_object('passage_id', OLD."passage_id", 'version', OLD."version", 'segments', OLD."segments", 'proposal', OLD."proposal"));
    END;

CREATE TRIGGER passage_review_journal_insert AFTER INSERT ON passage_review
    WHEN (SELECT command_id FROM history_recording) IS NOT NULL
    BEGIN
      INSERT INTO history_change (command_id, changed_table, operation, old_row)
      VALUES ((SELECT command_id FROM history_recording), 'passage_review', 'insert', json_object('passage_id', NEW."passage_id"));
    END;

CREATE TRIGGER passage_review_journal_update AFTER UPDATE ON passage_review
    WHEN (SELECT command_id FROM history_recording) IS NOT NULL
    BEGIN
      INSERT INTO history_change (command_id, changed_table, operation, old_row)
      VALUES ((SELECT command_id FROM history_recording), 'passage_review', 'update', json_object('passage_id', OLD."passage_id", 'version', OLD."version", 'segments', OLD."segments", 'proposal', OLD."proposal"));
    END;

CREATE TRIGGER recommendation_journal_delete AFTER DELETE ON recommendation
    WHEN (SELECT command_id FROM history_recording) IS NOT NULL
    BEGIN
      INSERT INTO history_change (command_id, changed_table, operation, old_row)
      VALUES ((SELECT command_id FROM history_recording), 'recommendation', 'delete', json_object('item_id', OLD."item_id", 'addressee_id', OLD."addressee_id", 'proponent_id', OLD."proponent_id", 'instrument', OLD."instrument", 'status', OLD."status"));
    END;

CREATE TRIGGER recommendation_journal_insert AFTER INSERT ON recommendation
    WHEN (SELECT command_id FROM history_recording) IS NOT NULL
    BEGIN
      INSERT INTO history_change (command_id, changed_table, operation, old_row)
      VALUES ((SELECT command_id FROM history_recording), 'recommendation', 'insert', json_object('item_id', NEW."item_id"));
    END;

CREATE TRIGGER recommendation_journal_update AFTER UPDATE ON recommendation
    WHEN (SELECT command_id FROM history_recording) IS NOT NULL
    BEGIN
      INSERT INTO history_change (command_id, changed_table, operation, old_row)
      VALUES ((SELECT command_id FROM history_recording), 'recommendation', 'update', json_object('item_id', OLD."item_id", 'addressee_id', OLD."addressee_id", 'proponent_id', OLD."proponent_id", 'instrument', OLD."instrument", 'status', OLD."status"));
    END;

CREATE TRIGGER remark_indexed AFTER INSERT ON tag WHEN NEW.comment <> '' BEGIN
  INSERT INTO remark_index (rowid, comment) VALUES (NEW.row, NEW.comment);
END;

CREATE TRIGGER remark_reindexed AFTER UPDATE OF comment ON tag WHEN NEW.comment <> OLD.comment BEGIN
  DELETE FROM remark_index WHERE rowid = OLD.row;
  INSERT INTO remark_index (rowid, comment) SELECT NEW.row, NEW.comment WHERE NEW.comment <> '';
END;

CREATE TRIGGER remark_unindexed AFTER DELETE ON tag WHEN OLD.comment <> '' BEGIN
  DELETE FROM remark_index WHERE rowid = OLD.row;
END;

CREATE TRIGGER saved_search_journal_delete AFTER DELETE ON saved_search
    WHEN (SELECT command_id FROM history_recording) IS NOT NULL
    BEGIN
      INSERT INTO history_change (command_id, changed_table, operation, old_row)
      VALUES ((SELECT command_id FROM history_recording), 'saved_search', 'delete', json_object('row', OLD."row", 'id', OLD."id", 'name', OLD."name", 'query', OLD."query"));
    END;

CREATE TRIGGER saved_search_journal_insert AFTER INSERT ON saved_search
    WHEN (SELECT command_id FROM history_recording) IS NOT NULL
    BEGIN
      INSERT INTO history_change (command_id, changed_table, operation, old_row)
      VALUES ((SELECT command_id FROM history_recording), 'saved_search', 'insert', json_object('row', NEW."row"));
    END;

CREATE TRIGGER saved_search_journal_update AFTER UPDATE ON saved_search
    WHEN (SELECT command_id FROM history_recording) IS NOT NULL
    BEGIN
      INSERT INTO history_change (command_id, changed_table, operation, old_row)
      VALUES ((SELECT command_id FROM history_recording), 'saved_search', 'update', json_object('row', OLD."row", 'id', OLD."id", 'name', OLD."name", 'query', OLD."query"));
    END;

CREATE TRIGGER segment_indexed AFTER INSERT ON segment BEGIN
  INSERT INTO segment_index (rowid, quote) VALUES (NEW.row, NEW.quote);
END;

CREATE TRIGGER segment_journal_delete AFTER DELETE ON segment
    WHEN (SELECT command_id FROM history_recording) IS NOT NULL
    BEGIN
      INSERT INTO history_change (command_id, changed_table, operation, old_row)
      VALUES ((SELECT command_id FROM history_recording), 'segment', 'delete', json_object('row', OLD."row", 'passage_id', OLD."passage_id", 'position', OLD."position", 'start', OLD."start", 'end', OLD."end", 'quote', OLD."quote", 'prefix', OLD."prefix", 'suffix', OLD."suffix"));
    END;

CREATE TRIGGER segment_journal_insert AFTER INSERT ON segment
    WHEN (SELECT command_id FROM history_recording) IS NOT NULL
    BEGIN
      INSERT INTO history_change (command_id, changed_table, operation, old_row)
      VALUES ((SELECT command_id FROM history_recording), 'segment', 'insert', json_object('row', NEW."row"));
    END;

CREATE TRIGGER segment_journal_update AFTER UPDATE ON segment
    WHEN (SELECT command_id FROM history_recording) IS NOT NULL
    BEGIN
      INSERT INTO history_change (command_id, changed_table, operation, old_row)
      VALUES ((SELECT command_id FROM history_recording), 'segment', 'update', json_object('row', OLD."row", 'passage_id', OLD."passage_id", 'position', OLD."position", 'start', OLD."start", 'end', OLD."end", 'quote', OLD."quote", 'prefix', OLD."prefix", 'suffix', OLD."suffix"));
    END;

CREATE TRIGGER segment_reindexed AFTER UPDATE OF quote ON segment BEGIN
  UPDATE segment_index SET quote = NEW.quote WHERE rowid = NEW.row;
END;

CREATE TRIGGER segment_unindexed AFTER DELETE ON segment BEGIN
  DELETE FROM segment_index WHERE rowid = OLD.row;
END;

CREATE TRIGGER source_indexed AFTER INSERT ON source BEGIN
  INSERT INTO source_index (rowid, title, container_title, authors)
  VALUES (NEW.row, NEW.title, NEW.container_title, NEW.authors);
END;

CREATE TRIGGER source_journal_delete AFTER DELETE ON source
    WHEN (SELECT command_id FROM history_recording) IS NOT NULL
    BEGIN
      INSERT INTO history_change (command_id, changed_table, operation, old_row)
      VALUES ((SELECT command_id FROM history_recording), 'source', 'delete', json_object('row', OLD."row", 'id', OLD."id", 'title', OLD."title", 'authors', OLD."authors", 'container_title', OLD."container_title", 'issued', OLD."issued", 'url', OLD."url", 'accessed', OLD."accessed", 'language', OLD."language", 'provenance', OLD."provenance", 'reliability', OLD."reliability", 'file_name', OLD."file_name", 'media_type', OLD."media_type", 'encoding', OLD."encoding", 'sha256', OLD."sha256", 'captured_at', OLD."captured_at", 'version', OLD."version", 'csl', OLD."csl", 'retracted_on', OLD."retracted_on", 'retraction_note', OLD."retraction_note", 'progress', OLD."progress", 'trashed_at', OLD."trashed_at"));
    END;

CREATE TRIGGER source_journal_insert AFTER INSERT ON source
    WHEN (SELECT command_id FROM history_recording) IS NOT NULL
    BEGIN
      INSERT INTO history_change (command_id, changed_table, operation, old_row)
      VALUES ((SELECT command_id FROM history_recording), 'source', 'insert', json_object('row', NEW."row"));
    END;

CREATE TRIGGER source_journal_update AFTER UPDATE ON source
    WHEN (SELECT command_id FROM history_recording) IS NOT NULL
    BEGIN
      INSERT INTO history_change (command_id, changed_table, operation, old_row)
      VALUES ((SELECT command_id FROM history_recording), 'source', 'update', json_object('row', OLD."row", 'id', OLD."id", 'title', OLD."title", 'authors', OLD."authors", 'container_title', OLD."container_title", 'issued', OLD."issued", 'url', OLD."url", 'accessed', OLD."accessed", 'language', OLD."language", 'provenance', OLD."provenance", 'reliability', OLD."reliability", 'file_name', OLD."file_name", 'media_type', OLD."media_type", 'encoding', OLD."encoding", 'sha256', OLD."sha256", 'captured_at', OLD."captured_at", 'version', OLD."version", 'csl', OLD."csl", 'retracted_on', OLD."retracted_on", 'retraction_note', OLD."retraction_note", 'progress', OLD."progress", 'trashed_at', OLD."trashed_at"));
    END;

CREATE TRIGGER source_reindexed AFTER UPDATE OF title, container_title, authors ON source BEGIN
  UPDATE source_index SET title = NEW.title, container_title = NEW.container_title, authors = NEW.authors
  WHERE rowid = NEW.row;
END;

CREATE TRIGGER source_text_indexed AFTER INSERT ON source_text BEGIN
  INSERT INTO source_text_index (rowid, text) VALUES (NEW.row, NEW.text);
END;

CREATE TRIGGER source_text_journal_delete AFTER DELETE ON source_text
    WHEN (SELECT command_id FROM history_recording) IS NOT NULL
    BEGIN
      INSERT INTO history_change (command_id, changed_table, operation, old_row)
      VALUES ((SELECT command_id FROM history_recording), 'source_text', 'delete', json_object('row', OLD."row", 'source_id', OLD."source_id", 'version', OLD."version", 'text', OLD."text", 'blocks', OLD."blocks", 'marks', OLD."marks", 'set_aside', OLD."set_aside", 'words', OLD."words", 'paragraphs', OLD."paragraphs", 'created_at', OLD."created_at"));
    END;

CREATE TRIGGER source_text_journal_insert AFTER INSERT ON source_text
    WHEN (SELECT command_id FROM history_recording) IS NOT NULL
    BEGIN
      INSERT INTO history_change (command_id, changed_table, operation, old_row)
      VALUES ((SELECT command_id FROM history_recording), 'source_text', 'insert', json_object('row', NEW."row"));
    END;

CREATE TRIGGER source_text_journal_update AFTER UPDATE ON source_text
    WHEN (SELECT command_id FROM history_recording) IS NOT NULL
    BEGIN
      INSERT INTO history_change (command_id, changed_table, operation, old_row)
      VALUES ((SELECT command_id FROM history_recording), 'source_text', 'update', json_object('row', OLD."row", 'source_id', OLD."source_id", 'version', OLD."version", 'text', OLD."text", 'blocks', OLD."blocks", 'marks', OLD."marks", 'set_aside', OLD."set_aside", 'words', OLD."words", 'paragraphs', OLD."paragraphs", 'created_at', OLD."created_at"));
    END;

CREATE TRIGGER source_text_unindexed AFTER DELETE ON source_text BEGIN
  INSERT INTO source_text_index (source_text_index, rowid, text) VALUES ('delete', OLD.row, OLD.text);
END;

CREATE TRIGGER source_unindexed AFTER DELETE ON source BEGIN
  DELETE FROM source_index WHERE rowid = OLD.row;
END;

CREATE TRIGGER source_wants_likeness AFTER INSERT ON source BEGIN
  INSERT OR IGNORE INTO likeness_wanted (source_id) VALUES (NEW.id);
END;

CREATE TRIGGER source_wants_likeness_anew AFTER UPDATE OF version ON source WHEN NEW.version <> OLD.version BEGIN
  INSERT OR IGNORE INTO likeness_wanted (source_id) VALUES (NEW.id);
END;

CREATE TRIGGER suggestion_decision_journal_delete AFTER DELETE ON suggestion_decision
    WHEN (SELECT command_id FROM history_recording) IS NOT NULL
    BEGIN
      INSERT INTO history_change (command_id, changed_table, operation, old_row)
      VALUES ((SELECT command_id FROM history_recording), 'suggestion_decision', 'delete', json_object('row', OLD."row", 'source_id', OLD."source_id", 'kind', OLD."kind", 'decision', OLD."decision", 'rule', OLD."rule", 'quote', OLD."quote", 'prefix', OLD."prefix", 'suffix', OLD."suffix", 'decided_at', OLD."decided_at"));
    END;

CREATE TRIGGER suggestion_decision_journal_insert AFTER INSERT ON suggestion_decision
    WHEN (SELECT command_id FROM history_recording) IS NOT NULL
    BEGIN
      INSERT INTO history_change (command_id, changed_table, operation, old_row)
      VALUES ((SELECT command_id FROM history_recording), 'suggestion_decision', 'insert', json_object('row', NEW."row"));
    END;

CREATE TRIGGER suggestion_decision_journal_update AFTER UPDATE ON suggestion_decision
    WHEN (SELECT command_id FROM history_recording) IS NOT NULL
    BEGIN
      INSERT INTO history_change (command_id, changed_table, operation, old_row)
      VALUES ((SELECT command_id FROM history_recording), 'suggestion_decision', 'update', json_object('row', OLD."row", 'source_id', OLD."source_id", 'kind', OLD."kind", 'decision', OLD."decision", 'rule', OLD."rule", 'quote', OLD."quote", 'prefix', OLD."prefix", 'suffix', OLD."suffix", 'decided_at', OLD."decided_at"));
    END;

CREATE TRIGGER tag_example_journal_delete AFTER DELETE ON tag_example
    WHEN (SELECT command_id FROM history_recording) IS NOT NULL
    BEGIN
      INSERT INTO history_change (command_id, changed_table, operation, old_row)
      VALUES ((SELECT command_id FROM history_recording), 'tag_example', 'delete', json_object('tag_id', OLD."tag_id", 'chosen_at', OLD."chosen_at"));
    END;

CREATE TRIGGER tag_example_journal_insert AFTER INSERT ON tag_example
    WHEN (SELECT command_id FROM history_recording) IS NOT NULL
    BEGIN
      INSERT INTO history_change (command_id, changed_table, operation, old_row)
      VALUES ((SELECT command_id FROM history_recording), 'tag_example', 'insert', json_object('tag_id', NEW."tag_id"));
    END;

CREATE TRIGGER tag_example_journal_update AFTER UPDATE ON tag_example
    WHEN (SELECT command_id FROM history_recording) IS NOT NULL
    BEGIN
      INSERT INTO history_change (command_id, changed_table, operation, old_row)
      VALUES ((SELECT command_id FROM history_recording), 'tag_example', 'update', json_object('tag_id', OLD."tag_id", 'chosen_at', OLD."chosen_at"));
    END;

CREATE TRIGGER tag_journal_delete AFTER DELETE ON tag
    WHEN (SELECT command_id FROM history_recording) IS NOT NULL
    BEGIN
      INSERT INTO history_change (command_id, changed_table, operation, old_row)
      VALUES ((SELECT command_id FROM history_recording), 'tag', 'delete', json_object('row', OLD."row", 'id', OLD."id", 'passage_id', OLD."passage_id", 'item_id', OLD."item_id", 'role', OLD."role", 'comment', OLD."comment", 'created_at', OLD."created_at"));
    END;

CREATE TRIGGER tag_journal_insert AFTER INSERT ON tag
    WHEN (SELECT command_id FROM history_recording) IS NOT NULL
    BEGIN
      INSERT INTO history_change (command_id, changed_table, operation, old_row)
      VALUES ((SELECT command_id FROM history_recording), 'tag', 'insert', json_object('row', NEW."row"));
    END;

CREATE TRIGGER tag_journal_update AFTER UPDATE ON tag
    WHEN (SELECT command_id FROM history_recording) IS NOT NULL
    BEGIN
      INSERT INTO history_change (command_id, changed_table, operation, old_row)
      VALUES ((SELECT command_id FROM history_recording), 'tag', 'update', json_object('row', OLD."row", 'id', OLD."id", 'passage_id', OLD."passage_id", 'item_id', OLD."item_id", 'role', OLD."role", 'comment', OLD."comment", 'created_at', OLD."created_at"));
    END;

CREATE VIEW dense_source_text AS SELECT row, text || char(10, 10) AS text FROM source_text WHERE text GLOB '*[぀-ヿ㐀-鿿豈-﫿฀-๿຀-໿က-႟ក-៿]*';
