internal import Frame
internal import Kernel
internal import Registry
internal import Storage

extension BudgetLine: PlanPart {
    static let address = "lines"
    static let new = Text(lv: "Jauna budžeta rinda", en: "A new budget line")
    var home: String { "/planning/\(plan)#money" }

    /// A line, or a part of the line that it is added under.
    static func make(_ id: Int, _ plan: Plan, parent: Int) -> BudgetLine {
        let whole = plan.lines.first { $0.id == parent }?.number
        return BudgetLine(
            id: id,
            plan: plan.programme,
            number: PlanNumber.next(among: plan.lines.map(\.number), under: whole)
        )
    }

    func texts(_ plan: Plan) -> EditTexts {
        [
            "number": number, "name": name, "source": source, "printed": EditTexts.hundredths(printed),
            "note": note,
        ]
    }

    mutating func take(_ reader: inout FieldReader, _ plan: Plan) {
        let own = id
        reader.partNumber(&number, among: plan.lines.filter { $0.id != own }.map(\.number))
        name = reader.words("name")
        source = reader.words("source", optional: true)
        printed = reader.hundredths("printed")
        note = reader.words("note", optional: true)
    }

    static func fields(_ plan: Plan) -> [EditField] {
        [
            EditField(
                "number",
                PlanWords.number,
                .line,
                hint: Text(lv: "Rinda 1.2 ir rindas 1 daļa.", en: "Line 1.2 is a part of line 1.")
            ), EditField("name", PlanWords.budgetLine, .area),
            .line(
                "source",
                PlanWords.moneySource,
                hint: Text(
                    lv: "Kas maksā: pašvaldība, valsts, Eiropas Savienības fonds.",
                    en: "Who pays: the municipality, the state, a fund of the European Union."
                )
            ),
            EditField(
                "printed",
                Text(lv: "Kopsumma dokumentā, EUR", en: "Sum in the document, EUR"),
                .number(decimals: 2),
                hint: Text(
                    lv: "Ja dokumentā tā ir. Sekme pārbauda, vai gadi kopā ir tikpat.",
                    en: "Where the document has it. Sekme checks that the years add up to it."
                ),
                isOptional: true
            ), .area("note", Text(lv: "Piezīmes", en: "Note")),
        ]
    }
}
