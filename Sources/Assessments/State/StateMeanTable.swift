package import Frame
internal import Kernel
internal import Storage

extension RegisterTable {
    /// Published mean results of the state's pupils, by year, kind, level, grade and subject.
    ///
    /// `mean` is in hundredths of a per cent, −1 where it was taken back; `kind` and `level` are numbers of
    /// ``AssessmentKind`` and ``AssessmentLevel``.
    package static let stateMeans = RegisterTable(
        "state_mean",
        key: ["year", "kind", "level", "grade", "subject_id"],
        columns: ["mean", "source"],
        noun: FactWords(
            Text(lv: "Vidējie rezultāti valstī", en: "Mean results of the state"),
            Noun(lv: "vidējais rezultāts", "vidējie rezultāti", en: "mean result", "mean results")
        )
    )
}

extension Migration {
    static let stateMeans = Migration(
        id: "2026-11-state-means",
        tables: [
            TableNote(
                name: "state_mean",
                holds: .organisations,
                retention: "permanent",
                key: ["tenant_id", "year", "kind", "level", "grade", "subject_id"]
            )
        ],
        sql: """
            CREATE TABLE state_mean (
                tenant_id INTEGER NOT NULL,
                year INTEGER NOT NULL,
                kind INTEGER NOT NULL CHECK (kind BETWEEN 1 AND 8),
                level INTEGER NOT NULL CHECK (level BETWEEN 0 AND 3),
                grade INTEGER NOT NULL CHECK (grade BETWEEN 0 AND 12),
                subject_id INTEGER NOT NULL,
                mean INTEGER NOT NULL DEFAULT -1 CHECK (mean BETWEEN -1 AND 10000),
                source TEXT NOT NULL DEFAULT '',
                version INTEGER NOT NULL,
                PRIMARY KEY (tenant_id, year, kind, level, grade, subject_id)
            ) {register};

            """
    )
}
