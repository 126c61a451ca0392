internal import Frame
internal import Kernel
internal import Storage

/// A result indicator of a programme; an indicator of several numbers has a row for each part.
struct Indicator: PlanRow {
    static let table = RegisterTable(
        "plan_indicator",
        columns: [
            "plan_id", "institution_id", "goal_id", "number", "part", "level", "name", "unit", "noun", "base",
            "base_words", "base_due", "origin", "source", "measure",
        ],
        noun: FactWords(
            Text(lv: "Rezultatīvie rādītāji", en: "Result indicators"),
            Noun(lv: "rādītājs", "rādītāji", en: "indicator", "indicators")
        ),
        references: ["indicator_id"]
    )

    var id: Int
    var plan: Int
    var owner: InstitutionID
    var goal: Int
    var number: String
    var part: String
    var level: PreventionLevel
    var name: String
    var unit: IndicatorUnit
    /// What is counted, for people: `sanāksmes`.
    var noun: String
    /// The baseline in hundredths; nil where it is not known.
    var base: Int?
    /// The baseline as the document says it.
    var baseWords: String
    /// The day by which a baseline that is not known is to be set.
    var baseDue: Day?
    var origin: IndicatorOrigin
    /// The source of data as the document names it.
    var source: String
    /// The name of a measure of any room, where its values are Sekme's own figures.
    var measure: String
    var version: Int

    init(id: Int, plan: ActionProgramme, number: String) {
        self.id = id
        self.plan = plan.id
        owner = plan.institution
        goal = 0
        self.number = number
        level = .none
        unit = .percent
        origin = .typed
        (part, name, noun, baseWords, source, measure) = ("", "", "", "", "", "")
        version = 0
    }

    init(row: inout Row) throws {
        id = try row.next()
        plan = try row.next()
        owner = try row.next()
        goal = try row.next()
        number = try row.next()
        part = try row.next()
        level = try row.next()
        name = try row.next()
        unit = try row.next()
        noun = try row.next()
        base = try row.known()
        baseWords = try row.next()
        baseDue = try row.day()
        origin = try row.next()
        source = try row.next()
        measure = try row.next()
        version = try row.next()
    }

    var key: [Int] { [id] }
    var values: [Value] {
        [
            plan.sqlValue, owner.sqlValue, goal.sqlValue, number.sqlValue, part.sqlValue, level.sqlValue,
            name.sqlValue, unit.sqlValue, noun.sqlValue, base.stored, baseWords.sqlValue, baseDue.stored,
            origin.sqlValue, source.sqlValue, measure.sqlValue,
        ]
    }

    /// The number with the part, as people tell several parts apart.
    var label: String { part.isEmpty ? number : "\(number) (\(part))" }
}

/// What an indicator is to reach in a year.
struct Target: PlanRow {
    static let table = RegisterTable(
        "plan_target",
        key: ["indicator_id", "year"],
        columns: ["way", "amount", "words"],
        noun: FactWords(
            Text(lv: "Rādītāju mērķlielumi", en: "Targets of indicators"),
            Noun(lv: "mērķlielums", "mērķlielumi", en: "target", "targets")
        )
    )

    var indicator: Int
    var year: Int
    var way: TargetWay
    /// In hundredths; nil where only a direction is said.
    var amount: Int?
    /// The target as the document says it.
    var words: String
    var version: Int

    init(indicator: Int, year: Int) {
        (self.indicator, self.year) = (indicator, year)
        way = .value
        words = ""
        version = 0
    }

    init(row: inout Row) throws {
        indicator = try row.next()
        year = try row.next()
        way = try row.next()
        amount = try row.known()
        words = try row.next()
        version = try row.next()
    }

    var key: [Int] { [indicator, year] }
    var values: [Value] { [way.sqlValue, amount.stored, words.sqlValue] }
}

/// A value of an indicator in a year, typed with its source.
struct IndicatorValue: PlanRow {
    static let table = RegisterTable(
        "plan_value",
        key: ["indicator_id", "year"],
        columns: ["amount", "source", "day", "note", "survey", "from_day", "to_day", "respondents"],
        noun: FactWords(
            Text(lv: "Rādītāju vērtības", en: "Values of indicators"),
            Noun(lv: "vērtība", "vērtības", en: "value", "values")
        )
    )

    var indicator: Int
    var year: Int
    /// In hundredths.
    var amount: Int
    var source: String
    var day: Day?
    var note: String
    /// The survey that it is from; blank for a value of another source.
    var survey = Survey()
    var version: Int

    init(indicator: Int, year: Int, amount: Int) {
        (self.indicator, self.year, self.amount) = (indicator, year, amount)
        (source, note) = ("", "")
        version = 0
    }

    init(row: inout Row) throws {
        indicator = try row.next()
        year = try row.next()
        amount = try row.next()
        source = try row.next()
        day = try row.day()
        note = try row.next()
        survey.name = try row.next()
        survey.from = try row.day()
        survey.to = try row.day()
        survey.respondents = try row.known()
        version = try row.next()
    }

    var key: [Int] { [indicator, year] }
    var values: [Value] {
        [
            amount.sqlValue, source.sqlValue, day.stored, note.sqlValue, survey.name.sqlValue,
            survey.from.stored, survey.to.stored, survey.respondents.stored,
        ]
    }
}

/// That a step of a programme's year was done.
struct CycleMark: PlanRow {
    static let table = RegisterTable(
        "plan_cycle",
        key: ["plan_id", "year", "step"],
        columns: ["day", "note"],
        noun: FactWords(
            Text(lv: "Programmas gada soļi", en: "Steps of a programme's year"),
            Noun(lv: "solis", "soļi", en: "step", "steps")
        )
    )

    var plan: Int
    var year: Int
    var step: CycleStep
    /// The day on which it was done; nil where it was taken back.
    var day: Day?
    var note: String
    var version: Int

    init(plan: Int, year: Int, step: CycleStep) {
        (self.plan, self.year, self.step) = (plan, year, step)
        note = ""
        version = 0
    }

    init(row: inout Row) throws {
        plan = try row.next()
        year = try row.next()
        step = try row.next()
        day = try row.day()
        note = try row.next()
        version = try row.next()
    }

    var key: [Int] { [plan, year, step.rawValue] }
    var values: [Value] { [day.stored, note.sqlValue] }
}
