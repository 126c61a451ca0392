internal import Frame
internal import Kernel
internal import Registry
internal import Storage

extension Indicator: PlanPart {
    static let address = "indicators"
    static let new = Text(lv: "Jauns rādītājs", en: "A new indicator")

    static func make(_ id: Int, _ plan: Plan, parent: Int) -> Indicator {
        let number = (plan.indicators.compactMap { Int($0.number) }.max() ?? 0) + 1
        var indicator = Indicator(id: id, plan: plan.programme, number: String(number))
        if let goal = plan.goal(parent) { (indicator.goal, indicator.level) = (goal.id, goal.level) }
        return indicator
    }

    func texts(_ plan: Plan) -> EditTexts {
        [
            "number": number, "part": part, "name": name, "goal": String(goal), "level": level.code,
            "unit": unit.code, "noun": noun, "base": EditTexts.hundredths(base), "base_words": baseWords,
            "base_due": EditTexts.day(baseDue), "origin": origin.code, "source": source, "measure": measure,
        ]
    }

    mutating func take(_ reader: inout FieldReader, _ plan: Plan) {
        let own = id
        part = reader.words("part", optional: true)
        let sameParts = plan.indicators.filter { $0.id != own && $0.part == part }
        reader.partNumber(&number, among: sameParts.map(\.number))
        name = reader.words("name")
        goal = Int(reader.choice("goal", ["0"] + plan.goals.map { String($0.id) })) ?? 0
        reader.code("level", &level)
        reader.code("unit", &unit)
        noun = reader.words("noun", optional: true)
        base = reader.hundredths("base")
        baseWords = reader.words("base_words", optional: true)
        baseDue = reader.day("base_due")
        reader.code("origin", &origin)
        source = reader.words("source", optional: true)
        measure = reader.words("measure", optional: true)
        if base == nil, baseDue == nil {
            reader.fail(
                "base",
                Text(
                    lv: "Ierakstiet bāzes vērtību vai dienu, līdz kurai to noteikt.",
                    en: "Write the baseline, or the day by which it is to be set."
                )
            )
        }
        if origin == .measure, measure.isEmpty {
            reader.fail(
                "measure",
                Text(lv: "Izvēlieties Sekmes rādītāju.", en: "Choose the measure of Sekme.")
            )
        }
    }

    static func fields(_ plan: Plan) -> [EditField] {
        let goals = plan.goals.map { EditField.Choice(String($0.id), Text(same: "\($0.number). \($0.name)")) }
        return [
            .number, EditField("name", Text(lv: "Rādītājs", en: "Indicator"), .area),
            .line(
                "part",
                Text(lv: "Daļa, ja rādītājam ir vairāki skaitļi", en: "Part, where it has several numbers")
            ),
            EditField(
                "goal",
                PlanWords.goal,
                .choice([EditField.Choice("0", Text(lv: "bez mērķa", en: "no goal"))] + goals)
            ),
            .code("level", Text(lv: "Prevencijas līmenis", en: "Level of prevention"), PreventionLevel.self),
            .code("unit", Text(lv: "Mērvienība", en: "Unit"), IndicatorUnit.self),
            .line("noun", Text(lv: "Ko skaita", en: "What is counted")),
            EditField(
                "base",
                Text(lv: "Bāzes vērtība", en: "Baseline"),
                .number(decimals: 2),
                isOptional: true
            ),
            .line(
                "base_words",
                Text(lv: "Bāzes vērtība dokumenta vārdiem", en: "Baseline in the document's words")
            ),
            .day("base_due", Text(lv: "Bāzes vērtību noteikt līdz", en: "Baseline due")),
            .code(
                "origin",
                Text(lv: "No kurienes vērtības", en: "Where values come from"),
                IndicatorOrigin.self
            ),
            .line("source", PlanWords.source),
            EditField(
                "measure",
                Text(lv: "Sekmes rādītājs", en: "Measure of Sekme"),
                .choice(PlanMeasures.choices(plan)),
                hint: Text(
                    lv:
                        "Jāizvēlas, ja vērtības aprēķina Sekme: tās ir par visu mācību gadu; ievada tikai tā gada vērtību, par kuru Sekmē datu nav.",
                    en:
                        "To be chosen where Sekme counts the values: they are of a school year; only that of a year without data is typed."
                ),
                isOptional: true
            ),
        ]
    }
}
