package import Frame
internal import Kernel
internal import Storage

extension RegisterTable {
    /// Tests and examinations.
    ///
    /// `kind` and `level` are numbers of ``AssessmentKind`` and ``AssessmentLevel``; `max_points` is in hundredths, 0
    /// where it is not known; `state_mean` is the published mean of the state's pupils in hundredths of a per cent,
    /// −1 where there is none. Subject, grade, day and institution are 0 where there is none.
    package static let assessments = RegisterTable(
        "assessment",
        columns: [
            "code", "name_lv", "name_en", "search_key", "kind", "level", "subject_id", "grade", "year", "day",
            "institution_id", "max_points", "state_mean",
        ],
        noun: FactWords(
            Text(lv: "Pārbaudes darbi", en: "Assessments"),
            Noun(lv: "pārbaudes darbs", "pārbaudes darbi", en: "assessment", "assessments")
        )
    )

    /// Parts of assessments: tasks, skills.
    package static let assessmentParts = RegisterTable(
        "assessment_part",
        key: ["assessment_id", "part"],
        columns: ["name_lv", "name_en", "skill", "max_points"],
        noun: FactWords(
            Text(lv: "Pārbaudes darbu daļas", en: "Parts of assessments"),
            Noun(lv: "daļa", "daļas", en: "part", "parts")
        )
    )
}

extension Migration {
    static let assessments = Migration(
        id: "2026-11-assessments",
        tables: [
            TableNote(
                name: "assessment",
                holds: .organisations,
                retention: "permanent",
                key: ["tenant_id", "id"]
            ),
            TableNote(
                name: "assessment_part",
                holds: .organisations,
                retention: "permanent",
                key: ["tenant_id", "assessment_id", "part"]
            ),
            TableNote(
                name: "assessment_result",
                holds: .pupils,
                retention: "schooling",
                key: ["tenant_id", "pupil_id", "assessment_id", "part"]
            ),
            TableNote(
                name: "assessment_group",
                holds: .pupils,
                retention: "schooling",
                key: ["tenant_id"] + ResultCells.dimensions.map(\.column.text)
            ),
            TableNote(
                name: "assessment_pupil",
                holds: .pupils,
                retention: "schooling",
                key: ["tenant_id"] + ResultCells.dimensions.map(\.column.text) + ["pupil_id"]
            ),
        ],
        sql: registers + results + cells
    )

    private static let registers = """
        CREATE TABLE assessment (
            tenant_id INTEGER NOT NULL,
            id INTEGER NOT NULL,
            code TEXT NOT NULL DEFAULT '',
            name_lv TEXT NOT NULL DEFAULT '',
            name_en TEXT NOT NULL DEFAULT '',
            search_key TEXT NOT NULL DEFAULT '',
            kind INTEGER NOT NULL CHECK (kind BETWEEN 1 AND 8),
            level INTEGER NOT NULL DEFAULT 0 CHECK (level BETWEEN 0 AND 3),
            subject_id INTEGER NOT NULL DEFAULT 0,
            grade INTEGER NOT NULL DEFAULT 0 CHECK (grade BETWEEN 0 AND 12),
            year INTEGER NOT NULL,
            day INTEGER NOT NULL DEFAULT 0,
            institution_id INTEGER NOT NULL DEFAULT 0,
            max_points INTEGER NOT NULL DEFAULT 0 CHECK (max_points >= 0),
            state_mean INTEGER NOT NULL DEFAULT -1 CHECK (state_mean BETWEEN -1 AND 10000),
            version INTEGER NOT NULL,
            PRIMARY KEY (tenant_id, id)
        ) {register};
        CREATE INDEX assessment_year ON assessment (tenant_id, year, kind);
        CREATE TABLE assessment_part (
            tenant_id INTEGER NOT NULL,
            assessment_id INTEGER NOT NULL,
            part INTEGER NOT NULL CHECK (part BETWEEN 1 AND 999),
            name_lv TEXT NOT NULL DEFAULT '',
            name_en TEXT NOT NULL DEFAULT '',
            skill TEXT NOT NULL DEFAULT '',
            max_points INTEGER NOT NULL DEFAULT 0 CHECK (max_points >= 0),
            version INTEGER NOT NULL,
            PRIMARY KEY (tenant_id, assessment_id, part),
            FOREIGN KEY (tenant_id, assessment_id) REFERENCES assessment (tenant_id, id)
        ) {register};

        """

    private static let results = """
        CREATE TABLE assessment_result (
            tenant_id INTEGER NOT NULL,
            pupil_id INTEGER NOT NULL,
            assessment_id INTEGER NOT NULL,
            part INTEGER NOT NULL CHECK (part BETWEEN 0 AND 999),
            status INTEGER NOT NULL CHECK (status BETWEEN 1 AND 4),
            points INTEGER NOT NULL CHECK (points >= -1),
            max_points INTEGER NOT NULL CHECK (max_points >= 0),
            percent INTEGER NOT NULL CHECK (percent BETWEEN -1 AND 10000),
            kind INTEGER NOT NULL,
            year INTEGER NOT NULL,
            institution_id INTEGER NOT NULL,
            class_id INTEGER NOT NULL,
            grade INTEGER NOT NULL,
            subject_id INTEGER NOT NULL,
            teacher_id INTEGER NOT NULL,
            batch_id INTEGER NOT NULL,
            source INTEGER NOT NULL,
            PRIMARY KEY (tenant_id, pupil_id, assessment_id, part)
        ) {facts};

        """

    private static let cells = """
        CREATE TABLE assessment_group (
            tenant_id INTEGER NOT NULL,
            year INTEGER NOT NULL,
            kind INTEGER NOT NULL,
            institution_id INTEGER NOT NULL,
            class_id INTEGER NOT NULL,
            grade INTEGER NOT NULL,
            subject_id INTEGER NOT NULL,
            teacher_id INTEGER NOT NULL,
            assessment_id INTEGER NOT NULL,
            n INTEGER NOT NULL,
            percents INTEGER NOT NULL,
            whole INTEGER NOT NULL,
            points INTEGER NOT NULL,
            max_points INTEGER NOT NULL,
            absent INTEGER NOT NULL,
            exempt INTEGER NOT NULL,
            entries INTEGER NOT NULL,
            PRIMARY KEY (
                tenant_id, year, kind, institution_id, class_id, grade, subject_id, teacher_id, assessment_id
            )
        ) {facts};
        CREATE TABLE assessment_pupil (
            tenant_id INTEGER NOT NULL,
            year INTEGER NOT NULL,
            kind INTEGER NOT NULL,
            institution_id INTEGER NOT NULL,
            class_id INTEGER NOT NULL,
            grade INTEGER NOT NULL,
            subject_id INTEGER NOT NULL,
            teacher_id INTEGER NOT NULL,
            assessment_id INTEGER NOT NULL,
            pupil_id INTEGER NOT NULL,
            n INTEGER NOT NULL,
            percents INTEGER NOT NULL,
            whole INTEGER NOT NULL,
            points INTEGER NOT NULL,
            max_points INTEGER NOT NULL,
            absent INTEGER NOT NULL,
            exempt INTEGER NOT NULL,
            entries INTEGER NOT NULL,
            PRIMARY KEY (
                tenant_id, year, kind, institution_id, class_id, grade, subject_id, teacher_id, assessment_id,
                pupil_id
            )
        ) {facts};
        CREATE INDEX assessment_pupil_by_pupil ON assessment_pupil (tenant_id, pupil_id, year);
        """
}
