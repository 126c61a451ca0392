internal import Frame
internal import Kernel
internal import Storage

extension RegisterTable {
    /// What was done for a pupil who misses lessons without excuse; the note is sealed, with the reason.
    static let dutyEntries = RegisterTable(
        "duty_entry",
        key: ["pupil_id", "id"],
        columns: [
            "year", "term", "institution_id", "class_id", "step", "day", "reference", "note_sealed",
            "account_id",
            "account_name", "at", "undone_at", "undone_by", "cause", "letter",
        ],
        sealed: ["note_sealed"],
        noun: FactWords(
            Text(lv: "Rīcība kavējumu gadījumā", en: "Steps in case of absence"),
            Noun(lv: "ieraksts", "ieraksti", en: "entry", "entries")
        )
    )
}

extension Migration {
    /// Evidence of the steps taken for pupils who miss lessons without excuse; a wrong entry is taken back and stays.
    static let absenceDuty = Migration(
        id: "2026-11-absence-duty",
        tables: [
            TableNote(
                name: "duty_entry",
                holds: .pupils,
                retention: "schooling",
                sealed: ["note_sealed"],
                key: ["tenant_id", "pupil_id", "id"]
            )
        ],
        sql: """
            CREATE TABLE duty_entry (
                tenant_id INTEGER NOT NULL,
                pupil_id INTEGER NOT NULL,
                id INTEGER NOT NULL,
                year INTEGER NOT NULL,
                term INTEGER NOT NULL CHECK (term BETWEEN 1 AND 2),
                institution_id INTEGER NOT NULL,
                class_id INTEGER NOT NULL,
                step INTEGER NOT NULL CHECK (step BETWEEN 1 AND 9),
                day INTEGER NOT NULL,
                reference TEXT NOT NULL DEFAULT '',
                note_sealed BLOB NOT NULL,
                account_id INTEGER NOT NULL,
                account_name TEXT NOT NULL,
                at INTEGER NOT NULL,
                undone_at INTEGER NOT NULL DEFAULT 0,
                undone_by TEXT NOT NULL DEFAULT '',
                version INTEGER NOT NULL,
                PRIMARY KEY (tenant_id, pupil_id, id),
                FOREIGN KEY (tenant_id, pupil_id) REFERENCES pupil (tenant_id, id)
            ) {register};
            CREATE INDEX duty_entry_place ON duty_entry (tenant_id, year, undone_at, institution_id, term);
            """
    )

    /// Why lessons were missed, where a step found it out: a code of the list that the state's register asks from.
    ///
    /// It is sealed with the note since (``DutyNote``); what was written here before is sealed as the day begins.
    static let absenceCause = Migration(
        id: "2027-01-absence-cause",
        tables: [],
        sql: "ALTER TABLE duty_entry ADD COLUMN cause TEXT NOT NULL DEFAULT '';"
    )

    /// Which letter an entry is of; 0 is none.
    ///
    /// The name of a letter stood in place of the number of the document before, and goes from there.
    static let dutyLetters = Migration(
        id: "2027-05-duty-letters",
        tables: [],
        sql: """
            ALTER TABLE duty_entry ADD COLUMN letter INTEGER NOT NULL DEFAULT 0;
            UPDATE duty_entry SET letter = 1, reference = ''
            WHERE reference IN ('Paziņojums vecākiem par kavējumiem', 'Notice to parents of absence');
            UPDATE duty_entry SET letter = 2, reference = ''
            WHERE reference IN ('Uzaicinājums vecākiem uz sarunu', 'Invitation of parents to a meeting');
            UPDATE duty_entry SET letter = 3, reference = ''
            WHERE reference IN ('Paziņojums pašvaldībai par kavējumiem', 'Notice of absence to the municipality');
            """
    )
}
