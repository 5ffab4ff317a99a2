-- The index: one SQLite file, derived from the articles and rebuilt rather than migrated.
-- application_id ("quot") tells it from any other program's database, user_version its form.
-- Days are ISO strings, so they compare as text; lists are compact JSON.

PRAGMA application_id = 0x71756F74;
PRAGMA user_version = 3;

-- What was read, and how: a file is read again only when its bytes, the extractor or the
-- metadata given on the command line have changed.
CREATE TABLE file (
  number INTEGER PRIMARY KEY,
  path TEXT UNIQUE,            -- absolute; NULL for standard input
  sha256 TEXT NOT NULL,        -- of the bytes
  extractor TEXT NOT NULL,     -- version of the extractor
  given TEXT NOT NULL,         -- metadata that the user gave, as canonical JSON
  losses TEXT NOT NULL         -- articles in it that could not be read: [[code, message], ...]
);

-- Finds a file that was moved, and copies of one file.
CREATE INDEX file_by_content ON file (sha256);

-- One article; a JSON lines file holds many. The two long columns come last, so that reading
-- the others does not walk through their pages.
CREATE TABLE article (
  number INTEGER PRIMARY KEY,
  file INTEGER NOT NULL REFERENCES file (number),
  position INTEGER NOT NULL,   -- in its file, from 0
  title TEXT,
  url TEXT,
  outlet TEXT,
  author TEXT,
  published TEXT,
  updated TEXT,                -- the day of the last change; never stands in for published
  site TEXT NOT NULL,          -- outlet and host of the URL, folded: what --outlet is compared with
  blocks TEXT NOT NULL,        -- [[kind, [[start, end], ...]], ...]
  text TEXT NOT NULL,          -- what all offsets count in
  UNIQUE (file, position)
);

CREATE INDEX article_by_published ON article (published);
CREATE INDEX article_by_site ON article (site);

-- One statement. `id` is computed from the text and the span, so two articles with the same text
-- share ids: only (id, article) is unique.
CREATE TABLE statement (
  number INTEGER PRIMARY KEY,  -- ascending in the order of the text within an article
  article INTEGER NOT NULL REFERENCES article (number),
  kind TEXT NOT NULL,
  date TEXT,
  said_on TEXT,
  wording INTEGER,             -- hash of words, speakers and day; NULL where too short to compare
  id TEXT NOT NULL,
  speaker TEXT,
  text TEXT NOT NULL,
  variants TEXT,               -- its words that may be written otherwise (derived.variants_of)
  speakers TEXT NOT NULL,
  mention TEXT,
  cue TEXT,
  segments TEXT NOT NULL,
  mention_spans TEXT NOT NULL,
  cue_spans TEXT NOT NULL,
  basis TEXT NOT NULL,
  confidence REAL NOT NULL,
  thought INTEGER NOT NULL,    -- 1 where the cue reports a thought, wish or deed, by text/unspoken.py
  role TEXT,                   -- words of the mention that tell who the speaker is: "French President"
  office TEXT,                 -- an office that one person holds at a time: "president of France"
  fixed TEXT,                  -- speakers as a user's correction has them; NULL where there is none
  UNIQUE (id, article)
);

CREATE INDEX statement_by_article ON statement (article);
CREATE INDEX statement_by_date ON statement (date);
CREATE INDEX statement_by_day ON statement (said_on) WHERE said_on IS NOT NULL;
CREATE INDEX statement_by_office ON statement (office) WHERE office IS NOT NULL;
CREATE INDEX statement_by_fix ON statement (number) WHERE fixed IS NOT NULL;
CREATE INDEX statement_by_wording ON statement (wording) WHERE wording IS NOT NULL;

-- Leads from a new wording to those that it is compared with: a key for each two content words that
-- one voice has said in a row, and one for all words of a long statement (copies/wordings.py).
-- Whatever the size of the index, one key in two weeks is few rows.
CREATE TABLE wording_key (
  key INTEGER NOT NULL,
  day INTEGER NOT NULL,        -- of the calendar; 0 where it is unknown
  wording INTEGER NOT NULL,
  PRIMARY KEY (key, day, wording)
) WITHOUT ROWID;

-- The statements that are copies of each other, one group a leading wording (copies/groups.py). A
-- statement that stands alone is not here, so that a search can leave out copies at little cost.
CREATE TABLE copy (
  statement INTEGER PRIMARY KEY REFERENCES statement (number),
  leader INTEGER NOT NULL,     -- the wording that leads the group
  rank TEXT NOT NULL           -- order within the group: the fullest wording first, then by date
);

CREATE INDEX copy_by_leader ON copy (leader, rank);

-- A person or organisation: what the names under which articles file them have in common.
CREATE TABLE entry (
  number INTEGER PRIMARY KEY,
  name TEXT NOT NULL           -- under which it is shown
);

-- Every name that a statement is filed under, and every unnamed source ("a senior aide"). Where
-- only other articles of the index tell who "Putin" or "the Russian president" is, the statements
-- stand under a second row of that name, which belongs to the entry of that person.
CREATE TABLE speaker (
  number INTEGER PRIMARY KEY,
  name TEXT NOT NULL,
  named INTEGER NOT NULL,      -- 1 a name, 0 an unnamed source in the article's words
  elsewhere INTEGER NOT NULL DEFAULT 0,  -- 1 where other articles tell who it is
  entry INTEGER REFERENCES entry (number)  -- NULL until linked, and for unnamed sources
);

CREATE UNIQUE INDEX speaker_by_name ON speaker (name, named) WHERE NOT elsewhere;
CREATE UNIQUE INDEX speaker_elsewhere ON speaker (name, named, entry) WHERE elsewhere;
CREATE INDEX speaker_by_entry ON speaker (entry);

-- The keys under which names meet that may be one person's (see registry/linking.py): only names
-- that share one are ever compared.
CREATE TABLE speaker_key (
  key TEXT NOT NULL,
  speaker INTEGER NOT NULL REFERENCES speaker (number),
  PRIMARY KEY (key, speaker)
) WITHOUT ROWID;

CREATE INDEX speaker_key_by_speaker ON speaker_key (speaker);

-- Keys of which something has changed since the speakers were last linked.
CREATE TABLE stale_key (
  key TEXT PRIMARY KEY
) WITHOUT ROWID;

-- The folded words of each name: finds the few names that a typed one must be compared with.
CREATE TABLE speaker_word (
  word TEXT NOT NULL,
  speaker INTEGER NOT NULL REFERENCES speaker (number),
  PRIMARY KEY (word, speaker)
) WITHOUT ROWID;

CREATE INDEX speaker_word_by_speaker ON speaker_word (speaker);

-- Who made which statement; several rows where several spoke. The date stands here a second time:
-- one speaker's statements in order are the commonest question, and so it is answered from here.
CREATE TABLE statement_speaker (
  speaker INTEGER NOT NULL REFERENCES speaker (number),
  statement INTEGER NOT NULL REFERENCES statement (number),
  date TEXT,
  PRIMARY KEY (speaker, statement)
) WITHOUT ROWID;

CREATE INDEX statement_speaker_by_statement ON statement_speaker (statement);

-- What the full-text index reads. `place` counts days back from the last one that a date can name
-- (julianday), those without a date behind all others, and in its lower 28 bits has the number of
-- the statement: in the order of places the newest come first, and a range of days is a range of
-- places, so neither has to be sorted or looked up (words/places.py). `filed` has a token for each
-- speaker, the kind and the site (words/tokens.py): words and chosen speakers are then one
-- full-text query that walks no list in full. The tokens begin with a character that nobody types.
-- The speaker is the one whom a user says, where one does.
CREATE VIEW searchable (place, number, article, text, speaker, variants, filed) AS
SELECT
  (coalesce(5373484 - CAST(julianday(statement.date) AS INTEGER), 5373485) << 28)
    | statement.number,
  statement.number, article, statement.text,
  iif(fixed IS NULL, statement.speaker, (
    SELECT group_concat(told.name, '; ') FROM statement_speaker
    JOIN speaker AS told ON told.number = statement_speaker.speaker
    WHERE statement = statement.number
  )),
  variants,
  coalesce((
    SELECT group_concat(token, ' ') FROM (
      SELECT char(0xE000) || 's' || statement_speaker.speaker AS token FROM statement_speaker
      WHERE statement = statement.number ORDER BY statement_speaker.speaker
    )
  ) || ' ', '')
  || char(0xE000) || 'k' || kind || ' ' || char(0xE000) || 'o' || hex(site) || '0'
FROM statement JOIN article ON article.number = article;

-- External content: the words are kept once, in `statement`. Rows that go must be taken out here
-- first, with their old values (see words/searchable.py).
CREATE VIRTUAL TABLE statement_words USING fts5 (
  text, speaker, variants, filed,
  content = 'searchable',
  content_rowid = 'place',
  tokenize = 'porter unicode61 remove_diacritics 2'
);

-- The words of titles, for --title; rows are those of `article`.
CREATE VIRTUAL TABLE article_titles USING fts5 (
  title,
  content = 'article',
  content_rowid = 'number',
  tokenize = 'porter unicode61 remove_diacritics 2'
);

-- What users say against the machine, kept apart from what is derived: nothing below is touched
-- when articles are read again. Names stand as written and are compared folded.

-- These two names are one person's.
CREATE TABLE ruling_same (
  one TEXT NOT NULL,
  other TEXT NOT NULL,
  PRIMARY KEY (one, other)
) WITHOUT ROWID;

-- This name is linked with no other one, unless ruling_same says so.
CREATE TABLE ruling_apart (
  name TEXT PRIMARY KEY
) WITHOUT ROWID;

-- The entry to which this name belongs is shown as that one.
CREATE TABLE ruling_shown (
  name TEXT PRIMARY KEY,
  shown TEXT NOT NULL
) WITHOUT ROWID;

-- The Wikidata item of the entry to which this name belongs.
CREATE TABLE wikidata (
  name TEXT PRIMARY KEY,
  item TEXT NOT NULL
) WITHOUT ROWID;

-- The speakers of one statement. Its text and article find it again where the id has changed.
CREATE TABLE ruling_speaker (
  id TEXT PRIMARY KEY,
  speakers TEXT NOT NULL,      -- names as JSON; [] is nobody known
  text TEXT NOT NULL,
  path TEXT,
  url TEXT,
  title TEXT,
  published TEXT
) WITHOUT ROWID;

-- Every folded word of statements and speakers, unstemmed: what a misspelt word may have meant.
CREATE TABLE word (
  number INTEGER PRIMARY KEY,
  word TEXT NOT NULL UNIQUE,
  uses INTEGER NOT NULL        -- in how many statements it stands
);

-- The letters of each word by threes, its ends marked: finds the few words that share most of
-- them with a misspelt one.
CREATE TABLE word_trigram (
  trigram TEXT NOT NULL,
  word INTEGER NOT NULL REFERENCES word (number),
  PRIMARY KEY (trigram, word)
) WITHOUT ROWID;

CREATE INDEX word_trigram_by_word ON word_trigram (word);

-- The words of the articles themselves: finds words that stand in an article and in no statement.
-- Which articles have a word is all that is kept (detail = none); the text says where.
CREATE VIRTUAL TABLE article_words USING fts5 (
  text,
  content = 'article',
  content_rowid = 'number',
  detail = none,
  tokenize = 'porter unicode61 remove_diacritics 2'
);
