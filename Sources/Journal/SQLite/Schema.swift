import GRDB

/// The tables of a ledger's file, as they grew.
///
/// The events are the ledger; every other table is an index of them, written in the same transaction
/// and compared by `verify`. A new kind of fact, or a new form of a body, also raises the version: an
/// older program must refuse the file, for it could not apply what it reads.
enum Schema {
    /// "guat": marks the file as a ledger of Guatu.
    static let applicationID: Int32 = 0x6775_6174

    static var version: Int { migrations.count }

    /// Each brings a file from the version that is its index to the next. Released ones never change
    /// and name no type of the program.
    static let migrations: [String] = [
        """
        CREATE TABLE event (
            number INTEGER PRIMARY KEY,
            id BLOB NOT NULL,
            office BLOB NOT NULL,
            officeNumber INTEGER NOT NULL,
            previous BLOB NOT NULL,
            hash BLOB NOT NULL,
            recorded INTEGER NOT NULL,
            matter INTEGER,
            origin INTEGER,
            body TEXT NOT NULL,
            UNIQUE (office, officeNumber)
        ) STRICT;
        CREATE INDEX eventMatter ON event (matter) WHERE matter IS NOT NULL;
        CREATE INDEX eventOrigin ON event (origin) WHERE origin IS NOT NULL;

        -- Texts beside the events; NULL when blacked out.
        CREATE TABLE prose (
            event INTEGER NOT NULL,
            place INTEGER NOT NULL,
            salt BLOB,
            text TEXT,
            PRIMARY KEY (event, place)
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE setting (name TEXT PRIMARY KEY, value ANY NOT NULL) STRICT, WITHOUT ROWID;

        CREATE TABLE unit (
            id INTEGER PRIMARY KEY,
            name TEXT NOT NULL,
            shortName TEXT NOT NULL,
            parent INTEGER,
            kind TEXT NOT NULL
        ) STRICT;
        CREATE INDEX unitName ON unit (name);
        CREATE INDEX unitShortName ON unit (shortName);

        CREATE TABLE person (
            id INTEGER PRIMARY KEY,
            name TEXT NOT NULL,
            unit INTEGER NOT NULL,
            posts TEXT NOT NULL,
            roles TEXT NOT NULL
        ) STRICT;
        CREATE INDEX personName ON person (name);

        CREATE TABLE grid (
            id INTEGER PRIMARY KEY,
            code TEXT NOT NULL,
            name TEXT NOT NULL,
            level INTEGER NOT NULL,
            parent INTEGER,
            unit INTEGER,
            head INTEGER
        ) STRICT;
        CREATE INDEX gridCode ON grid (code);
        CREATE INDEX gridName ON grid (name);

        CREATE TABLE campaign (id INTEGER PRIMARY KEY, name TEXT NOT NULL, body TEXT NOT NULL) STRICT;

        -- Days are counted from 1970-01-01: date(due * 86400, 'unixepoch').
        CREATE TABLE matter (
            number INTEGER PRIMARY KEY,
            version INTEGER NOT NULL,
            kind TEXT NOT NULL,
            stage TEXT NOT NULL,
            isOpen INTEGER NOT NULL,
            isAtHand INTEGER NOT NULL,
            due INTEGER,
            lead INTEGER,
            person INTEGER,
            grid INTEGER,
            campaign INTEGER,
            title TEXT,
            pack BLOB NOT NULL
        ) STRICT;
        -- Holds whole open matters, so that a list of them reads one part of the file from end to end.
        CREATE INDEX matterDue ON matter (due, number, stage, kind, lead, person, grid, campaign, title, pack)
            WHERE isOpen = 1;

        -- Running sums; scope is street, unit or campaign, quantities are thousandths.
        CREATE TABLE sum (
            scope TEXT NOT NULL,
            key INTEGER NOT NULL,
            open INTEGER NOT NULL,
            settled INTEGER NOT NULL,
            settledLate INTEGER NOT NULL,
            target INTEGER NOT NULL,
            done INTEGER NOT NULL,
            PRIMARY KEY (scope, key)
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE daySum (
            scope TEXT NOT NULL,
            key INTEGER NOT NULL,
            day INTEGER NOT NULL,
            registered INTEGER NOT NULL,
            settled INTEGER NOT NULL,
            settledLate INTEGER NOT NULL,
            overdueSettledSince INTEGER NOT NULL,
            done INTEGER NOT NULL,
            PRIMARY KEY (scope, key, day)
        ) STRICT, WITHOUT ROWID;
        """,
        // Units are renamed, merged and closed, people leave; matters are packed with their course.
        """
        ALTER TABLE unit ADD COLUMN formerNames TEXT;
        ALTER TABLE unit ADD COLUMN closed INTEGER;
        ALTER TABLE unit ADD COLUMN successor INTEGER;
        ALTER TABLE person ADD COLUMN leftOn INTEGER;
        """,
        // What undo looks for; and the state as it was after some events, so that past days are quick. Snapshots
        // may be thrown away at any time.
        """
        CREATE INDEX eventLedger ON event (number) WHERE matter IS NULL;
        CREATE TABLE snapshot (
            number INTEGER PRIMARY KEY,
            hash BLOB NOT NULL,
            digest BLOB NOT NULL,
            body BLOB NOT NULL
        ) STRICT;
        -- The same at the end of a day of imported history; number and hash say of which journal.
        CREATE TABLE evening (
            day INTEGER PRIMARY KEY,
            number INTEGER NOT NULL,
            hash BLOB NOT NULL,
            cutoff INTEGER NOT NULL,
            digest BLOB NOT NULL,
            body BLOB NOT NULL
        ) STRICT;
        -- Residents who must be called: beside the events, in none of them.
        CREATE TABLE contact (
            number INTEGER PRIMARY KEY,
            matter INTEGER NOT NULL,
            name TEXT NOT NULL,
            phone TEXT NOT NULL,
            until INTEGER NOT NULL
        ) STRICT;
        CREATE INDEX contactMatter ON contact (matter);
        -- The others of a screen's matters, beside those of matterDue.
        CREATE INDEX matterSettled ON matter (number) WHERE isAtHand = 1 AND isOpen = 0;
        CREATE TABLE map (parent INTEGER PRIMARY KEY, body TEXT NOT NULL) STRICT;
        CREATE TABLE diary (kind TEXT NOT NULL, key INTEGER NOT NULL, body TEXT NOT NULL, PRIMARY KEY (kind, key))
            STRICT, WITHOUT ROWID;
        ALTER TABLE matter ADD COLUMN slips INTEGER NOT NULL DEFAULT 0;
        CREATE INDEX matterSlips ON matter (number) WHERE slips > 0;
        CREATE TABLE household (
            code TEXT PRIMARY KEY,
            matter INTEGER NOT NULL,
            groupName TEXT NOT NULL,
            cadre INTEGER,
            state TEXT NOT NULL,
            visited INTEGER,
            trouble TEXT NOT NULL
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX householdMatter ON household (matter);
        CREATE TABLE precedent (
            matter INTEGER PRIMARY KEY,
            campaign INTEGER,
            kind TEXT NOT NULL,
            text TEXT,
            day INTEGER NOT NULL
        ) STRICT;
        """,
        // Work that comes again opens its next turn; what was kept of past days does not know turns.
        """
        DELETE FROM snapshot;
        DELETE FROM evening;
        """,
        // Matters keep what their plan was made of before; what was kept of past days does not know it.
        """
        DELETE FROM snapshot;
        DELETE FROM evening;
        """,
    ]

    /// Runs what is missing, inside a transaction.
    static func migrate(_ db: Database, with migrations: [String] = Schema.migrations) throws {
        let version = try Schema.version(of: db)
        guard version < migrations.count else { return }
        for migration in migrations[version...] { try db.execute(sql: migration) }
        try db.execute(sql: "PRAGMA user_version = \(migrations.count)")
    }

    static func version(of db: Database) throws -> Int {
        try Int.fetchOne(db, sql: "PRAGMA user_version") ?? 0
    }
}
