internal import Frame
internal import Kernel
internal import Registry
internal import Storage

extension BudgetAmount: PlanChild {
    static let parent = PlanParent.lines
    static let address = "amounts"
    static func make(_ parent: Int, _ second: Int) -> BudgetAmount {
        BudgetAmount(line: parent, year: second)
    }
    static func title(_ name: String, _ second: Int) -> Text {
        Text(lv: "\(second). gada summas: \(name)", en: "Amounts of \(second): \(name)")
    }

    func texts(_ plan: Plan) -> EditTexts {
        ["planned": EditTexts.hundredths(planned), "spent": EditTexts.hundredths(spent)]
    }

    mutating func take(_ reader: inout FieldReader, _ plan: Plan) {
        planned = reader.hundredths("planned")
        spent = reader.hundredths("spent")
        if planned == nil, spent == nil {
            reader.fail(
                "planned",
                Text(
                    lv: "Ierakstiet plānoto vai izlietoto summu.",
                    en: "Write what is planned or what was spent."
                )
            )
        }
    }

    static func fields(_ plan: Plan) -> [EditField] {
        [
            EditField(
                "planned",
                Text(lv: "Plānots, EUR", en: "Planned, EUR"),
                .number(decimals: 2),
                hint: Text(
                    lv: "Ja lauku atstāj tukšu, summu saskaita no rindas daļām. Nulle nav tukšs lauks.",
                    en: "Where it is left empty, the parts of the line are added up. A nought is no blank."
                ),
                isOptional: true
            ),
            EditField(
                "spent",
                Text(lv: "Izlietots, EUR", en: "Spent, EUR"),
                .number(decimals: 2),
                isOptional: true
            ),
        ]
    }
}
