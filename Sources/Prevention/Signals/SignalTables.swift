internal import Frame
internal import Kernel
internal import Storage

extension RegisterTable {
    /// What somebody noticed of a pupil; the text is sealed.
    static let observations = RegisterTable(
        "risk_observation",
        key: ["pupil_id", "id"],
        columns: ["signal_id", "day", "factor", "text_sealed", "account_id", "account_name", "at"],
        sealed: ["text_sealed"],
        noun: FactWords(
            Text(lv: "Novērojumi", en: "Observations"),
            Noun(lv: "novērojums", "novērojumi", en: "observation", "observations")
        )
    )
    /// The level of prevention that somebody set for a pupil, with the reason, which is sealed.
    static let preventionLevels = RegisterTable(
        "prevention_level",
        key: ["pupil_id", "id"],
        columns: ["day", "level", "reason_sealed", "account_id", "account_name", "at"],
        sealed: ["reason_sealed"],
        noun: FactWords(
            Text(lv: "Prevencijas līmeņi", en: "Levels of prevention"),
            Noun(lv: "ieraksts", "ieraksti", en: "entry", "entries")
        )
    )
}

extension Migration {
    /// Signals of risk, what they showed from day to day, who looked into them; what people noticed and decided.
    ///
    /// `term` 0 is the whole year, `ended_on` 0 is open. `state` is 1 new, 2 under review, 3 watched.
    static let signals = Migration(
        id: "2026-11-signals",
        tables: [
            note("risk_signal", ["id"]),
            note("risk_reading", ["signal_id", "ordinal"], partOf: signal),
            note("risk_step", ["signal_id", "ordinal"], partOf: signal),
            TableNote(name: "risk_day", holds: .system, retention: "system", key: ["tenant_id"]),
            note("risk_observation", ["pupil_id", "id"], sealed: ["text_sealed"]),
            note("prevention_level", ["pupil_id", "id"], sealed: ["reason_sealed"]),
        ],
        sql: """
            CREATE TABLE risk_signal (
                tenant_id INTEGER NOT NULL,
                id INTEGER NOT NULL,
                pupil_id INTEGER NOT NULL,
                rule TEXT NOT NULL,
                quantity INTEGER NOT NULL,
                year INTEGER NOT NULL,
                term INTEGER NOT NULL CHECK (term BETWEEN 0 AND 2),
                institution_id INTEGER NOT NULL,
                class_id INTEGER NOT NULL,
                grade INTEGER NOT NULL,
                noted_on INTEGER NOT NULL,
                ended_on INTEGER NOT NULL DEFAULT 0,
                state INTEGER NOT NULL DEFAULT 1 CHECK (state BETWEEN 1 AND 3),
                version INTEGER NOT NULL,
                PRIMARY KEY (tenant_id, id)
            ) {register};
            CREATE INDEX risk_signal_pupil ON risk_signal (tenant_id, pupil_id, year);
            CREATE INDEX risk_signal_place ON risk_signal (tenant_id, year, ended_on, institution_id, class_id);
            CREATE TABLE risk_reading (
                tenant_id INTEGER NOT NULL,
                signal_id INTEGER NOT NULL,
                ordinal INTEGER NOT NULL CHECK (ordinal >= 1),
                day INTEGER NOT NULL,
                rule_from INTEGER NOT NULL,
                rule_version INTEGER NOT NULL,
                threshold INTEGER NOT NULL,
                value INTEGER NOT NULL,
                base INTEGER NOT NULL,
                past INTEGER NOT NULL,
                past_base INTEGER NOT NULL,
                PRIMARY KEY (tenant_id, signal_id, ordinal)
            ) {facts};
            CREATE TABLE risk_step (
                tenant_id INTEGER NOT NULL,
                signal_id INTEGER NOT NULL,
                ordinal INTEGER NOT NULL CHECK (ordinal >= 1),
                at INTEGER NOT NULL,
                state INTEGER NOT NULL CHECK (state BETWEEN 1 AND 3),
                account_id INTEGER NOT NULL,
                account_name TEXT NOT NULL,
                PRIMARY KEY (tenant_id, signal_id, ordinal)
            ) {register};
            CREATE TABLE risk_day (
                tenant_id INTEGER NOT NULL,
                day INTEGER NOT NULL,
                PRIMARY KEY (tenant_id)
            ) {register};
            CREATE TABLE risk_observation (
                tenant_id INTEGER NOT NULL,
                pupil_id INTEGER NOT NULL,
                id INTEGER NOT NULL,
                signal_id INTEGER NOT NULL,
                day INTEGER NOT NULL,
                factor TEXT NOT NULL,
                text_sealed BLOB NOT NULL,
                account_id INTEGER NOT NULL,
                account_name TEXT NOT NULL,
                at INTEGER NOT NULL,
                version INTEGER NOT NULL,
                PRIMARY KEY (tenant_id, pupil_id, id),
                FOREIGN KEY (tenant_id, pupil_id) REFERENCES pupil (tenant_id, id)
            ) {register};
            CREATE TABLE prevention_level (
                tenant_id INTEGER NOT NULL,
                pupil_id INTEGER NOT NULL,
                id INTEGER NOT NULL,
                day INTEGER NOT NULL,
                level INTEGER NOT NULL CHECK (level BETWEEN 1 AND 3),
                reason_sealed BLOB NOT NULL,
                account_id INTEGER NOT NULL,
                account_name TEXT NOT NULL,
                at INTEGER NOT NULL,
                version INTEGER NOT NULL,
                PRIMARY KEY (tenant_id, pupil_id, id),
                FOREIGN KEY (tenant_id, pupil_id) REFERENCES pupil (tenant_id, id)
            ) {register};
            """
    )

    /// Has the year judged again by the records of signs that began on the first of January 2027 (20819), where that day was
    /// over before a board had them: a day that is over is begun no more.
    static let turnOfSigns = Migration(
        id: "2027-05-z-turn-of-signs",
        tables: [],
        sql: "UPDATE risk_day SET day = 20818 WHERE day > 20818;"
    )

    private static let signal = TableNote.Whole("signal_id", of: "risk_signal")

    private static func note(
        _ name: String,
        _ key: [String],
        sealed: [String] = [],
        partOf whole: TableNote.Whole? = nil
    ) -> TableNote {
        TableNote(
            name: name,
            holds: .pupils,
            retention: "schooling",
            sealed: sealed,
            key: ["tenant_id"] + key,
            partOf: whole
        )
    }
}
