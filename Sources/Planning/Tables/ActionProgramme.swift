internal import Frame
internal import Kernel
internal import Storage

/// A programme or plan with the decision it rests on: of the municipality, or of one institution.
struct ActionProgramme: PlanRow {
    static let table = RegisterTable(
        "plan_programme",
        columns: [
            "institution_id", "code", "kind", "language", "title", "aim", "result", "from_day", "to_day",
            "decision",
            "decision_day", "protocol", "status",
        ],
        noun: FactWords(
            Text(lv: "Rīcības programmas", en: "Action programmes"),
            Noun(lv: "programma", "programmas", en: "programme", "programmes")
        ),
        references: ["plan_id"],
        // Individual plans of pupils are named by a column that is called the same.
        referring: [
            "plan_approval", "plan_amendment", "plan_party", "plan_goal", "plan_activity", "plan_task",
            "plan_resource", "plan_line", "plan_indicator", "plan_cycle", "plan_report",
        ]
    )

    var id: Int
    /// The institution whose plan it is; 0 for the municipality's.
    var institution: InstitutionID
    var code: String
    var kind: ProgrammeKind
    /// The language its texts are written in: `lv`.
    var language: String
    var title: String
    var aim: String
    var result: String
    var from: Day?
    var to: Day?
    /// The number of the council's decision.
    var decision: String
    var decided: Day?
    var protocolNumber: String
    var status: ProgrammeStatus
    var version: Int

    init(id: Int, institution: InstitutionID, code: String) {
        self.id = id
        self.institution = institution
        self.code = code
        kind = institution.rawValue == 0 ? .development : .priorities
        language = "lv"
        title = ""
        aim = ""
        result = ""
        decision = ""
        protocolNumber = ""
        status = .draft
        version = 0
    }

    init(row: inout Row) throws {
        id = try row.next()
        institution = try row.next()
        code = try row.next()
        kind = try row.next()
        language = try row.next()
        title = try row.next()
        aim = try row.next()
        result = try row.next()
        from = try row.day()
        to = try row.day()
        decision = try row.next()
        decided = try row.day()
        protocolNumber = try row.next()
        status = try row.next()
        version = try row.next()
    }

    var key: [Int] { [id] }

    var values: [Value] {
        [
            institution.sqlValue, code.sqlValue, kind.sqlValue, language.sqlValue, title.sqlValue,
            aim.sqlValue,
            result.sqlValue, from.stored, to.stored, decision.sqlValue, decided.stored,
            protocolNumber.sqlValue,
            status.sqlValue,
        ]
    }

    /// Where its permission is asked for.
    var scope: Scope { institution.rawValue == 0 ? .tenant : Scope(institution: institution) }

    /// Its calendar years, from the first to the last day; empty where they are not given.
    var years: [Int] {
        guard let from, let to, from <= to else { return [] }
        return Array(from.parts.year...to.parts.year)
    }
}

/// A step on the way of a decision: which body, when.
struct Approval: PlanRow {
    static let table = RegisterTable(
        "plan_approval",
        key: ["plan_id", "step"],
        columns: ["body", "day", "reference", "note"],
        noun: FactWords(
            Text(lv: "Programmu apstiprināšana", en: "Approvals of programmes"),
            Noun(lv: "apstiprinājums", "apstiprinājumi", en: "approval", "approvals")
        )
    )

    var plan: Int
    var step: Int
    var body: String
    var day: Day?
    var reference: String
    var note: String
    var version: Int

    init(plan: Int, step: Int) {
        (self.plan, self.step) = (plan, step)
        (body, reference, note) = ("", "", "")
        version = 0
    }

    init(row: inout Row) throws {
        plan = try row.next()
        step = try row.next()
        body = try row.next()
        day = try row.day()
        reference = try row.next()
        note = try row.next()
        version = try row.next()
    }

    var key: [Int] { [plan, step] }
    var values: [Value] { [body.sqlValue, day.stored, reference.sqlValue, note.sqlValue] }
}

/// A change of a programme by a later decision, with the programme as it stood before it.
struct Amendment: PlanRow {
    static let table = RegisterTable(
        "plan_amendment",
        key: ["plan_id", "number"],
        columns: ["day", "decision", "summary", "former"],
        noun: FactWords(
            Text(lv: "Programmu grozījumi", en: "Amendments of programmes"),
            Noun(lv: "grozījums", "grozījumi", en: "amendment", "amendments")
        )
    )

    var plan: Int
    var number: Int
    var day: Day?
    var decision: String
    var summary: String
    /// The programme as it stood, in the table format; empty where nobody kept it.
    var former: String
    var version: Int

    init(plan: Int, number: Int) {
        (self.plan, self.number) = (plan, number)
        (decision, summary, former) = ("", "", "")
        version = 0
    }

    init(row: inout Row) throws {
        plan = try row.next()
        number = try row.next()
        day = try row.day()
        decision = try row.next()
        summary = try row.next()
        former = try row.next()
        version = try row.next()
    }

    var key: [Int] { [plan, number] }
    var values: [Value] { [day.stored, decision.sqlValue, summary.sqlValue, former.sqlValue] }
}

/// A body that takes part in a programme, and its duties.
///
/// Activities and tasks name bodies as the document does; a name that stands here leads to an institution of the
/// registry, or to all of them.
struct Party: PlanRow {
    static let table = RegisterTable(
        "plan_party",
        columns: ["plan_id", "institution_id", "number", "name", "kind", "member_id", "duties"],
        noun: FactWords(
            Text(lv: "Programmās iesaistītie", en: "Bodies in programmes"),
            Noun(lv: "iesaistītā institūcija", "iesaistītās institūcijas", en: "body", "bodies")
        ),
        references: []
    )

    var id: Int
    var plan: Int
    var owner: InstitutionID
    var number: String
    var name: String
    var kind: PartyKind
    /// The institution of the registry that it is; 0 where it is none or all.
    var member: InstitutionID
    var duties: String
    var version: Int

    init(id: Int, plan: ActionProgramme, number: String) {
        self.id = id
        self.plan = plan.id
        owner = plan.institution
        self.number = number
        (name, duties) = ("", "")
        kind = .other
        member = InstitutionID(rawValue: 0)
        version = 0
    }

    init(row: inout Row) throws {
        id = try row.next()
        plan = try row.next()
        owner = try row.next()
        number = try row.next()
        name = try row.next()
        kind = try row.next()
        member = try row.next()
        duties = try row.next()
        version = try row.next()
    }

    var key: [Int] { [id] }
    var values: [Value] {
        [
            plan.sqlValue, owner.sqlValue, number.sqlValue, name.sqlValue, kind.sqlValue, member.sqlValue,
            duties.sqlValue,
        ]
    }
}
