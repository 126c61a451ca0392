internal import Frame
internal import Kernel
internal import Pages
internal import Registry
internal import Storage

/// A row that hangs on a part and goes by a number within it: a year or an ordinal.
protocol PlanChild: PlanEdited {
    /// What it hangs on.
    static var parent: PlanParent { get }
    /// What stands in addresses after the part: `outcomes`.
    static var address: String { get }
    /// A new row of a part.
    static func make(_ parent: Int, _ second: Int) -> Self
    /// What the page is called, by the name of the part.
    static func title(_ name: String, _ second: Int) -> Text
    /// What helps to answer and stands beside the form; nil where there is nothing.
    func beside(_ plan: Plan, _ desk: Desk) async throws -> (@Sendable (Language) -> HTML?)?
}

extension PlanChild {
    func beside(_ plan: Plan, _ desk: Desk) async throws -> (@Sendable (Language) -> HTML?)? { nil }

    /// The page of a row.
    static func page(_ parent: Int, _ second: Int) -> String {
        "/planning/\(Self.parent.rawValue)/\(parent)/\(address)/\(second)"
    }
}

extension Outcome: PlanChild {
    static let parent = PlanParent.activities
    static let address = "outcomes"
    static func make(_ parent: Int, _ second: Int) -> Outcome { Outcome(activity: parent, year: second) }
    static func title(_ name: String, _ second: Int) -> Text {
        Text(lv: "\(second). gada rezultāts: \(name)", en: "Outcome of \(second): \(name)")
    }

    func texts(_ plan: Plan) -> EditTexts {
        [
            "state": state.code, "spent": EditTexts.hundredths(spent), "planned": planned, "done": done,
            "impact": impact, "factors": factors,
        ]
    }

    mutating func take(_ reader: inout FieldReader, _ plan: Plan) {
        reader.code("state", &state)
        spent = reader.hundredths("spent")
        planned = reader.words("planned", optional: true)
        done = reader.words("done", optional: true)
        impact = reader.words("impact", optional: true)
        factors = reader.words("factors", optional: true)
        if state != .unknown, done.isEmpty {
            reader.fail("done", Text(lv: "Pamatojiet novērtējumu: kas izdarīts.", en: "Say what was done."))
        }
    }

    static func fields(_ plan: Plan) -> [EditField] {
        [
            .code("state", Text(lv: "Novērtējums", en: "Judgement"), OutcomeState.self),
            .area("planned", PlanWords.result), .area("done", Text(lv: "Kas izdarīts", en: "What was done")),
            EditField(
                "spent",
                Text(lv: "Ieguldītais finansējums, EUR", en: "Spent, EUR"),
                .number(decimals: 2),
                isOptional: true
            ), .area("impact", Text(lv: "Ietekmes novērtējums", en: "Impact")),
            .area(
                "factors",
                Text(lv: "Kas kavēja vai veicināja", en: "What hindered or helped")
            ),
        ]
    }
}

extension Recurrence: PlanChild {
    static let parent = PlanParent.activities
    static let address = "recurrences"
    static func make(_ parent: Int, _ second: Int) -> Recurrence {
        Recurrence(activity: parent, ordinal: second)
    }
    static func title(_ name: String, _ second: Int) -> Text {
        Text(lv: "Cik bieži: \(name)", en: "How often: \(name)")
    }

    func texts(_ plan: Plan) -> EditTexts {
        [
            "name": name, "least": String(least), "most": String(most), "rhythm": rhythm.code,
            "in_each": inEach ? "1" : "0",
        ]
    }

    mutating func take(_ reader: inout FieldReader, _ plan: Plan) {
        name = reader.words("name", optional: true)
        least = reader.number("least", in: 1...999) ?? least
        most = reader.number("most", in: 1...999) ?? most
        reader.code("rhythm", &rhythm)
        inEach = reader.flag("in_each")
        if most < least { reader.fail("most", Text(lv: "Mazāk nekā „vismaz”.", en: "Less than “at least”.")) }
    }

    static func fields(_ plan: Plan) -> [EditField] {
        [
            .line(
                "name",
                Text(lv: "Kas jārīko", en: "What is to be held"),
                hint: Text(
                    lv: "Tikai, ja aktivitātei ir vairāki biežumi.",
                    en: "Only where there are several."
                )
            ),
            EditField("least", Text(lv: "Vismaz reižu", en: "At least"), .number(decimals: 0)),
            EditField("most", Text(lv: "Ne vairāk kā reižu", en: "At most"), .number(decimals: 0)),
            .code("rhythm", Text(lv: "Cik bieži", en: "How often"), Rhythm.self),
            EditField("in_each", Text(lv: "Katrā iestādē", en: "In each institution"), .flag),
        ]
    }

    /// Events count for it by its ordinal, which a new recurrence might take over.
    func held(by plan: Plan) -> Text? {
        let events = plan.events.count { $0.activity == activity && $0.ordinal == ordinal }
        return events == 0 ? nil : PlanEvent.table.noun.noun.counted(events)
    }
}

extension IndicatorValue: PlanChild {
    static let parent = PlanParent.indicators
    static let address = "values"
    static func make(_ parent: Int, _ second: Int) -> IndicatorValue {
        IndicatorValue(indicator: parent, year: second, amount: 0)
    }
    static func title(_ name: String, _ second: Int) -> Text {
        Text(lv: "\(second). gada vērtība: \(name)", en: "Value of \(second): \(name)")
    }

    func texts(_ plan: Plan) -> EditTexts {
        [
            "amount": EditTexts.hundredths(version == 0 ? nil : amount), "source": source,
            "day": EditTexts.day(day), "note": note,
        ]
        .merging(survey.texts) { own, _ in own }
    }

    mutating func take(_ reader: inout FieldReader, _ plan: Plan) {
        amount = reader.hundredths("amount", optional: false) ?? 0
        source = reader.words("source")
        day = reader.day("day")
        survey.take(&reader)
        note = reader.words("note", optional: true)
    }

    static func fields(_ plan: Plan) -> [EditField] {
        [
            EditField("amount", Text(lv: "Vērtība", en: "Value"), .number(decimals: 2)),
            EditField(
                "source",
                PlanWords.source,
                .line,
                hint: Text(
                    lv: "No kurienes skaitlis: aptauja, VIIS, protokoli.",
                    en: "Where the number comes from: a survey, a register, minutes."
                )
            ), EditField.day("day", Text(lv: "Datu diena", en: "Day of the data")),
        ] + Survey.fields + [EditField.area("note", Text(lv: "Piezīmes", en: "Note"))]
    }
}

extension Target: PlanChild {
    static let parent = PlanParent.indicators
    static let address = "targets"
    static func make(_ parent: Int, _ second: Int) -> Target { Target(indicator: parent, year: second) }
    static func title(_ name: String, _ second: Int) -> Text {
        Text(lv: "\(second). gada mērķlielums: \(name)", en: "Target of \(second): \(name)")
    }

    func texts(_ plan: Plan) -> EditTexts {
        ["way": way.code, "amount": EditTexts.hundredths(amount), "words": words]
    }

    mutating func take(_ reader: inout FieldReader, _ plan: Plan) {
        reader.code("way", &way)
        amount = reader.hundredths("amount")
        words = reader.words("words", optional: true)
        if amount == nil, way != .rise, way != .fall { reader.fail("amount", .missingAnswer) }
    }

    static func fields(_ plan: Plan) -> [EditField] {
        [
            .code("way", Text(lv: "Kā mērķis izteikts", en: "How the target is said"), TargetWay.self),
            EditField("amount", Text(lv: "Skaitlis", en: "Number"), .number(decimals: 2), isOptional: true),
            .line("words", Text(lv: "Dokumenta vārdi", en: "Words of the document")),
        ]
    }
}
