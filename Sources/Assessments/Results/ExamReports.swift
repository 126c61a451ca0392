package import Frame
internal import Kernel
internal import Storage

extension FactTable {
    /// Results of central examinations by institution and subject as the state publishes them.
    ///
    /// `mean` is in hundredths of a per cent; `below10` to `below100` are takers with less than so many per cent, each
    /// with those before it, −1 where the file does not say. `level` is a number of ``AssessmentLevel``.
    package static let examReports = FactTable(
        "exam_report",
        key: ["year", "institution_id", "subject_id", "level"],
        values: ["takers", "mean"] + ExamBands.columns,
        noun: FactWords(
            Text(lv: "Publicētie eksāmenu kopvērtējumi", en: "Published summaries of examinations"),
            Noun(lv: "kopvērtējums", "kopvērtējumi", en: "summary", "summaries")
        ),
        cells: [],
        coverage: ["year"]
    )
}

/// The bounds of the published bands.
enum ExamBands {
    /// In per cent.
    static let bounds = Array(stride(from: 10, through: 100, by: 10))

    static let columns: [Name] = [
        "below10", "below20", "below30", "below40", "below50", "below60", "below70", "below80", "below90",
        "below100",
    ]
}

extension Migration {
    static let examReports = Migration(
        id: "2026-11-exam-reports",
        tables: [
            TableNote(
                name: "exam_report",
                holds: .organisations,
                retention: "permanent",
                key: ["tenant_id", "year", "institution_id", "subject_id", "level"]
            )
        ],
        sql: """
            CREATE TABLE exam_report (
                tenant_id INTEGER NOT NULL,
                year INTEGER NOT NULL,
                institution_id INTEGER NOT NULL,
                subject_id INTEGER NOT NULL,
                level INTEGER NOT NULL CHECK (level BETWEEN 0 AND 3),
                takers INTEGER NOT NULL CHECK (takers >= 0),
                mean INTEGER NOT NULL CHECK (mean BETWEEN 0 AND 10000),
                below10 INTEGER NOT NULL,
                below20 INTEGER NOT NULL,
                below30 INTEGER NOT NULL,
                below40 INTEGER NOT NULL,
                below50 INTEGER NOT NULL,
                below60 INTEGER NOT NULL,
                below70 INTEGER NOT NULL,
                below80 INTEGER NOT NULL,
                below90 INTEGER NOT NULL,
                below100 INTEGER NOT NULL,
                batch_id INTEGER NOT NULL,
                source INTEGER NOT NULL,
                PRIMARY KEY (tenant_id, year, institution_id, subject_id, level)
            ) {facts};

            """
    )
}
