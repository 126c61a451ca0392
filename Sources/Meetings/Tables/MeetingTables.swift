internal import Frame
internal import Kernel
internal import Storage

extension Migration {
    /// Tasks of cases that meetings gave say whose they are, as those that cases give do.
    static let meetingTaskOwners = Migration(
        id: "2026-12-meeting-task-owners",
        tables: [],
        sql: """
            UPDATE case_task SET owner_id = coalesce((
                SELECT max(t.owner_id) FROM meeting_task t
                WHERE t.tenant_id = case_task.tenant_id AND t.case_task_id = case_task.id), 0);
            """
    )

    /// Whose a decision that is a task of a case is, the case alone says: meetings keep no copy of it.
    static let meetingTasksOfCases = Migration(
        id: "2026-12-meeting-tasks-of-cases",
        tables: [],
        sql: "UPDATE meeting_task SET owner_id = 0 WHERE case_task_id > 0;"
    )

    /// Meetings of support teams and of several institutions: who came, who was spoken of, what was decided.
    ///
    /// Institution 0 is the board. `starts` is minutes after midnight, -1 where no time is said; a day of 0 is none.
    /// An account of 0 is somebody without one. `came` is 0 where nobody has said. Words about a pupil who has a case
    /// stand in the case, and `case_note_id` or `case_task_id` leads there. What tells of a pupil ends with the pupil or
    /// with the minutes, whichever is first.
    static let meetings = Migration(
        id: "2026-11-meetings",
        tables: [
            TableNote(
                name: "meeting",
                holds: .staff,
                retention: "minutes",
                sealed: ["general_sealed"],
                key: ["tenant_id", "id"]
            ),
            TableNote(
                name: "meeting_member",
                holds: .staff,
                retention: "minutes",
                key: ["tenant_id", "id"],
                partOf: TableNote.Whole("meeting_id", of: "meeting")
            ),
            TableNote(
                name: "meeting_addition",
                holds: .staff,
                retention: "minutes",
                sealed: ["text_sealed"],
                key: ["tenant_id", "id"],
                partOf: TableNote.Whole("meeting_id", of: "meeting")
            ),
            pupils("meeting_item"),
            pupils("meeting_request", sealed: ["reason_sealed"]),
            pupils("meeting_note", sealed: ["text_sealed"], isOfItem: true),
            pupils("meeting_task", sealed: ["text_sealed", "outcome_sealed"], isOfItem: true),
        ],
        sql: meeting + agenda + minutes
    )

    private static let meeting = """
        CREATE TABLE meeting (
            tenant_id INTEGER NOT NULL,
            id INTEGER NOT NULL,
            kind INTEGER NOT NULL CHECK (kind BETWEEN 1 AND 2),
            institution_id INTEGER NOT NULL,
            day INTEGER NOT NULL CHECK (day > 0),
            starts INTEGER NOT NULL CHECK (starts BETWEEN -1 AND 1439),
            place TEXT NOT NULL,
            state INTEGER NOT NULL CHECK (state BETWEEN 1 AND 4),
            leader_id INTEGER NOT NULL CHECK (leader_id > 0),
            leader_name TEXT NOT NULL,
            general_sealed BLOB NOT NULL,
            approved_on INTEGER NOT NULL DEFAULT 0,
            approved_by TEXT NOT NULL DEFAULT '',
            version INTEGER NOT NULL,
            PRIMARY KEY (tenant_id, id)
        ) {register};
        CREATE INDEX meeting_place ON meeting (tenant_id, institution_id, day);
        CREATE TABLE meeting_member (
            tenant_id INTEGER NOT NULL,
            id INTEGER NOT NULL,
            meeting_id INTEGER NOT NULL,
            account_id INTEGER NOT NULL,
            name TEXT NOT NULL,
            body INTEGER NOT NULL CHECK (body BETWEEN 1 AND 7),
            came INTEGER NOT NULL DEFAULT 0 CHECK (came BETWEEN 0 AND 2),
            version INTEGER NOT NULL,
            PRIMARY KEY (tenant_id, id),
            FOREIGN KEY (tenant_id, meeting_id) REFERENCES meeting (tenant_id, id)
        ) {register};
        CREATE INDEX meeting_member_meeting ON meeting_member (tenant_id, meeting_id);
        CREATE INDEX meeting_member_account ON meeting_member (tenant_id, account_id);
        CREATE TABLE meeting_addition (
            tenant_id INTEGER NOT NULL,
            id INTEGER NOT NULL,
            meeting_id INTEGER NOT NULL,
            day INTEGER NOT NULL,
            account_name TEXT NOT NULL,
            text_sealed BLOB NOT NULL,
            version INTEGER NOT NULL,
            PRIMARY KEY (tenant_id, id),
            FOREIGN KEY (tenant_id, meeting_id) REFERENCES meeting (tenant_id, id)
        ) {register};
        CREATE INDEX meeting_addition_meeting ON meeting_addition (tenant_id, meeting_id);

        """

    private static let agenda = """
        CREATE TABLE meeting_item (
            tenant_id INTEGER NOT NULL,
            id INTEGER NOT NULL,
            meeting_id INTEGER NOT NULL,
            pupil_id INTEGER NOT NULL,
            institution_id INTEGER NOT NULL,
            class_id INTEGER NOT NULL,
            position INTEGER NOT NULL DEFAULT 0,
            reasons INTEGER NOT NULL CHECK (reasons BETWEEN 1 AND 63),
            is_off INTEGER NOT NULL DEFAULT 0 CHECK (is_off IN (0, 1)),
            account_id INTEGER NOT NULL,
            account_name TEXT NOT NULL,
            version INTEGER NOT NULL,
            PRIMARY KEY (tenant_id, id),
            FOREIGN KEY (tenant_id, meeting_id) REFERENCES meeting (tenant_id, id),
            FOREIGN KEY (tenant_id, pupil_id) REFERENCES pupil (tenant_id, id)
        ) {register};
        CREATE UNIQUE INDEX meeting_item_pupil ON meeting_item (tenant_id, meeting_id, pupil_id);
        CREATE INDEX meeting_item_of ON meeting_item (tenant_id, pupil_id);
        CREATE TABLE meeting_request (
            tenant_id INTEGER NOT NULL,
            id INTEGER NOT NULL,
            pupil_id INTEGER NOT NULL,
            institution_id INTEGER NOT NULL,
            class_id INTEGER NOT NULL,
            asked_on INTEGER NOT NULL,
            account_id INTEGER NOT NULL,
            account_name TEXT NOT NULL,
            reason_sealed BLOB NOT NULL,
            item_id INTEGER NOT NULL DEFAULT 0,
            is_undone INTEGER NOT NULL DEFAULT 0 CHECK (is_undone IN (0, 1)),
            version INTEGER NOT NULL,
            PRIMARY KEY (tenant_id, id),
            FOREIGN KEY (tenant_id, pupil_id) REFERENCES pupil (tenant_id, id)
        ) {register};
        CREATE INDEX meeting_request_open ON meeting_request (tenant_id, item_id, institution_id);
        CREATE INDEX meeting_request_pupil ON meeting_request (tenant_id, pupil_id);

        """

    private static let minutes = """
        CREATE TABLE meeting_note (
            tenant_id INTEGER NOT NULL,
            id INTEGER NOT NULL,
            item_id INTEGER NOT NULL,
            day INTEGER NOT NULL,
            account_id INTEGER NOT NULL,
            account_name TEXT NOT NULL,
            is_addition INTEGER NOT NULL CHECK (is_addition IN (0, 1)),
            case_id INTEGER NOT NULL,
            case_note_id INTEGER NOT NULL,
            text_sealed BLOB NOT NULL,
            version INTEGER NOT NULL,
            PRIMARY KEY (tenant_id, id),
            FOREIGN KEY (tenant_id, item_id) REFERENCES meeting_item (tenant_id, id)
        ) {register};
        CREATE INDEX meeting_note_item ON meeting_note (tenant_id, item_id);
        CREATE TABLE meeting_task (
            tenant_id INTEGER NOT NULL,
            id INTEGER NOT NULL,
            item_id INTEGER NOT NULL,
            body INTEGER NOT NULL CHECK (body BETWEEN 1 AND 7),
            person TEXT NOT NULL,
            owner_id INTEGER NOT NULL,
            due_on INTEGER NOT NULL CHECK (due_on > 0),
            done_on INTEGER NOT NULL DEFAULT 0,
            case_id INTEGER NOT NULL,
            case_task_id INTEGER NOT NULL,
            text_sealed BLOB NOT NULL,
            outcome_sealed BLOB NOT NULL,
            account_id INTEGER NOT NULL,
            version INTEGER NOT NULL,
            PRIMARY KEY (tenant_id, id),
            FOREIGN KEY (tenant_id, item_id) REFERENCES meeting_item (tenant_id, id)
        ) {register};
        CREATE INDEX meeting_task_item ON meeting_task (tenant_id, item_id);
        CREATE INDEX meeting_task_owner ON meeting_task (tenant_id, owner_id, done_on);
        """

    private static func pupils(_ name: String, sealed: [String] = [], isOfItem: Bool = false) -> TableNote {
        TableNote(
            name: name,
            holds: .pupils,
            retention: "schooling",
            sealed: sealed,
            key: ["tenant_id", "id"],
            partOf: isOfItem ? TableNote.Whole("item_id", of: "meeting_item") : nil
        )
    }
}

extension RegisterTable {
    /// Pupils on agendas, so that no pupil who was spoken of is taken back by an import.
    static let meetingItems = RegisterTable(
        "meeting_item",
        columns: [
            "meeting_id", "pupil_id", "institution_id", "class_id", "position", "reasons", "is_off",
            "account_id",
            "account_name",
        ],
        noun: FactWords(
            Text(lv: "Sanāksmēs pārrunātais", en: "Spoken of at meetings"),
            Noun(lv: "jautājums", "jautājumi", en: "item", "items")
        ),
        references: ["item_id"]
    )
    /// Requests that the team speaks of a pupil.
    static let meetingRequests = RegisterTable(
        "meeting_request",
        columns: [
            "pupil_id", "institution_id", "class_id", "asked_on", "account_id", "account_name",
            "reason_sealed",
            "item_id", "is_undone",
        ],
        sealed: ["reason_sealed"],
        noun: FactWords(
            Text(lv: "Lūgumi atbalsta komandai", en: "Requests to the support team"),
            Noun(lv: "lūgums", "lūgumi", en: "request", "requests")
        ),
        references: []
    )
}
