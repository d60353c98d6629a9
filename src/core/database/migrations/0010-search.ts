// Migration 10, search: FTS5 indexes kept true by triggers, so that undo and import need not know of them.
import type Database from 'better-sqlite3'

const tokenizer = `tokenize = 'unicode61 remove_diacritics 2'`

const statements = `
-- External content: the text is not stored twice. A row of source_text never changes.
CREATE VIRTUAL TABLE source_text_index USING fts5(text, content = 'source_text', content_rowid = 'row', ${tokenizer});
CREATE TRIGGER source_text_indexed AFTER INSERT ON source_text BEGIN
  INSERT INTO source_text_index (rowid, text) VALUES (NEW.row, NEW.text);
END;
CREATE TRIGGER source_text_unindexed AFTER DELETE ON source_text BEGIN
  INSERT INTO source_text_index (source_text_index, rowid, text) VALUES ('delete', OLD.row, OLD.text);
END;

CREATE VIRTUAL TABLE source_index USING fts5(title, container_title, authors, ${tokenizer});
CREATE TRIGGER source_indexed AFTER INSERT ON source BEGIN
  INSERT INTO source_index (rowid, title, container_title, authors)
  VALUES (NEW.row, NEW.title, NEW.container_title, NEW.authors);
END;
CREATE TRIGGER source_reindexed AFTER UPDATE OF title, container_title, authors ON source BEGIN
  UPDATE source_index SET title = NEW.title, container_title = NEW.container_title, authors = NEW.authors
  WHERE rowid = NEW.row;
END;
CREATE TRIGGER source_unindexed AFTER DELETE ON source BEGIN
  DELETE FROM source_index WHERE rowid = OLD.row;
END;

CREATE VIRTUAL TABLE item_index USING fts5(statement, comment, aliases, ${tokenizer});
CREATE TRIGGER item_indexed AFTER INSERT ON item BEGIN
  INSERT INTO item_index (rowid, statement, comment, aliases) VALUES (NEW.row, NEW.statement, NEW.comment, '');
END;
CREATE TRIGGER item_reindexed AFTER UPDATE OF statement, comment ON item BEGIN
  UPDATE item_index SET statement = NEW.statement, comment = NEW.comment WHERE rowid = NEW.row;
END;
CREATE TRIGGER item_unindexed AFTER DELETE ON item BEGIN
  DELETE FROM item_index WHERE rowid = OLD.row;
END;
CREATE TRIGGER actor_aliases_indexed AFTER INSERT ON actor BEGIN
  UPDATE item_index SET aliases = NEW.aliases WHERE rowid = (SELECT row FROM item WHERE id = NEW.item_id);
END;
CREATE TRIGGER actor_aliases_reindexed AFTER UPDATE OF aliases ON actor BEGIN
  UPDATE item_index SET aliases = NEW.aliases WHERE rowid = (SELECT row FROM item WHERE id = NEW.item_id);
END;

CREATE VIRTUAL TABLE segment_index USING fts5(quote, ${tokenizer});
CREATE TRIGGER segment_indexed AFTER INSERT ON segment BEGIN
  INSERT INTO segment_index (rowid, quote) VALUES (NEW.row, NEW.quote);
END;
CREATE TRIGGER segment_reindexed AFTER UPDATE OF quote ON segment BEGIN
  UPDATE segment_index SET quote = NEW.quote WHERE rowid = NEW.row;
END;
CREATE TRIGGER segment_unindexed AFTER DELETE ON segment BEGIN
  DELETE FROM segment_index WHERE rowid = OLD.row;
END;

CREATE VIRTUAL TABLE memo_index USING fts5(title, plain, ${tokenizer});
CREATE TRIGGER memo_indexed AFTER INSERT ON memo BEGIN
  INSERT INTO memo_index (rowid, title, plain) VALUES (NEW.row, NEW.title, '');
END;
CREATE TRIGGER memo_reindexed AFTER UPDATE OF title ON memo BEGIN
  UPDATE memo_index SET title = NEW.title WHERE rowid = NEW.row;
END;
CREATE TRIGGER memo_unindexed AFTER DELETE ON memo BEGIN
  DELETE FROM memo_index WHERE rowid = OLD.row;
END;
CREATE TRIGGER memo_body_indexed AFTER INSERT ON memo_body BEGIN
  UPDATE memo_index SET plain = NEW.plain WHERE rowid = (SELECT row FROM memo WHERE id = NEW.memo_id);
END;
CREATE TRIGGER memo_body_reindexed AFTER UPDATE OF plain ON memo_body BEGIN
  UPDATE memo_index SET plain = NEW.plain WHERE rowid = (SELECT row FROM memo WHERE id = NEW.memo_id);
END;
`

/** Creates the search indexes; expects the tables of migration 10. */
export function createSearch(db: Database.Database): void {
  db.exec(statements)
}
