internal import Frame
internal import Kernel
internal import Storage

/// A line of a programme's money; `1.2` is a part of `1`.
struct BudgetLine: PlanRow {
    static let table = RegisterTable(
        "plan_line",
        columns: ["plan_id", "institution_id", "number", "name", "source", "note", "printed"],
        noun: FactWords(
            Text(lv: "Programmu budžeta rindas", en: "Budget lines of programmes"),
            Noun(lv: "budžeta rinda", "budžeta rindas", en: "budget line", "budget lines")
        ),
        references: ["line_id"]
    )

    var id: Int
    var plan: Int
    var owner: InstitutionID
    var number: String
    var name: String
    /// Who pays.
    var source: String
    var note: String
    /// The sum of its years as the document prints it, in cents; nil where it prints none.
    var printed: Int?
    var version: Int

    init(id: Int, plan: ActionProgramme, number: String) {
        self.id = id
        self.plan = plan.id
        owner = plan.institution
        self.number = number
        (name, source, note) = ("", "", "")
        version = 0
    }

    init(row: inout Row) throws {
        id = try row.next()
        plan = try row.next()
        owner = try row.next()
        number = try row.next()
        name = try row.next()
        source = try row.next()
        note = try row.next()
        printed = try row.known()
        version = try row.next()
    }

    var key: [Int] { [id] }
    var values: [Value] {
        [
            plan.sqlValue, owner.sqlValue, number.sqlValue, name.sqlValue, source.sqlValue, note.sqlValue,
            printed.stored,
        ]
    }
}

/// The money of a line in a year, in cents.
struct BudgetAmount: PlanRow {
    static let table = RegisterTable(
        "plan_amount",
        key: ["line_id", "year"],
        columns: ["planned", "spent"],
        noun: FactWords(
            Text(lv: "Budžeta summas", en: "Amounts of budgets"),
            Noun(lv: "summa", "summas", en: "amount", "amounts")
        )
    )

    var line: Int
    var year: Int
    var planned: Int?
    var spent: Int?
    var version: Int

    init(line: Int, year: Int) {
        (self.line, self.year) = (line, year)
        version = 0
    }

    init(row: inout Row) throws {
        line = try row.next()
        year = try row.next()
        planned = try row.known()
        spent = try row.known()
        version = try row.next()
    }

    var key: [Int] { [line, year] }
    var values: [Value] { [planned.stored, spent.stored] }
}
