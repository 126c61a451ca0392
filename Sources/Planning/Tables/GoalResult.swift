internal import Frame
internal import Kernel
internal import Storage

/// A result expected of a goal, with how it was met: a school's priority has qualitative and quantitative ones.
///
/// Each is judged by itself, as the form of self-evaluation asks: reached, partly or not, with a comment of its own.
struct GoalResult: PlanRow {
    static let table = RegisterTable(
        "plan_result",
        key: ["goal_id", "ordinal"],
        columns: ["kind", "result", "state", "note"],
        noun: FactWords(
            Text(lv: "Prioritāšu sasniedzamie rezultāti", en: "Expected results of priorities"),
            Noun(
                lv: "sasniedzamais rezultāts",
                "sasniedzamie rezultāti",
                en: "expected result",
                "expected results"
            )
        )
    )

    var goal: Int
    var ordinal: Int
    var kind: ResultKind
    /// What is expected, as the document says it.
    var result: String
    var state: OutcomeState
    /// How it was met, and which data tell so.
    var note: String
    var version: Int

    init(goal: Int, ordinal: Int) {
        (self.goal, self.ordinal) = (goal, ordinal)
        // The document has the qualitative ones first, and one block of each.
        kind = ResultKind(rawValue: ordinal) ?? .quantitative
        (result, note) = ("", "")
        state = .unknown
        version = 0
    }

    init(row: inout Row) throws {
        goal = try row.next()
        ordinal = try row.next()
        kind = try row.next()
        result = try row.next()
        state = try row.next()
        note = try row.next()
        version = try row.next()
    }

    var key: [Int] { [goal, ordinal] }
    var values: [Value] { [kind.sqlValue, result.sqlValue, state.sqlValue, note.sqlValue] }
}

extension Migration {
    /// What is expected of goals, qualitative and quantitative apart: a goal had one text for all of it.
    static let goalResults = Migration(
        id: "2027-05-goal-results",
        tables: [
            TableNote(
                name: GoalResult.table.name.text,
                holds: .organisations,
                retention: "permanent",
                key: ["tenant_id"] + GoalResult.table.key.map(\.text)
            )
        ],
        sql: """
            CREATE TABLE plan_result (
                tenant_id INTEGER NOT NULL,
                goal_id INTEGER NOT NULL,
                ordinal INTEGER NOT NULL CHECK (ordinal >= 1),
                kind INTEGER NOT NULL CHECK (kind BETWEEN 1 AND 2),
                result TEXT NOT NULL DEFAULT '',
                state INTEGER NOT NULL DEFAULT 0 CHECK (state BETWEEN 0 AND 3),
                note TEXT NOT NULL DEFAULT '',
                version INTEGER NOT NULL,
                PRIMARY KEY (tenant_id, goal_id, ordinal),
                FOREIGN KEY (tenant_id, goal_id) REFERENCES plan_goal (tenant_id, id)
            ) {register};
            """
    )
}
