internal import Frame
internal import Kernel
internal import Registry
internal import Storage

/// The value that an indicator has from its one source: the figure of a measure, or what somebody typed.
///
/// Of a year that the measure knows nothing of, as before a board used Sekme, what was typed with its source stands in.
/// The report of indicators, the page of a programme and the annual report read it here, so that none of them says
/// another number. A figure is as the reader may see it.
struct IndicatorReading: Sendable {
    enum Value: Sendable {
        /// The figure of a measure, of the school year asked for.
        case figure(Figure)
        case typed(IndicatorValue)
    }

    /// The latest value: of a measure that of the year asked for.
    let latest: Value?
    /// The value of the year asked for.
    let ofYear: Value?
    /// The target that the latest value is held to.
    let target: Target?
    /// How the latest value stands to the target.
    let standing: IndicatorPath.Standing?
    /// Whether the year of the target is not over, so that what is missing is on its way.
    let isUnderWay: Bool
    /// Whether the latest value is a figure of a school year that is not over: it may still change.
    let isSoFar: Bool

    init(_ indicator: Indicator, of plan: Plan, _ asked: PlanQuestion, year: Int) throws {
        let targets = plan.targets(of: indicator)
        let path = IndicatorPath(indicator, targets)
        if indicator.origin == .measure {
            let school = asked.question.selection.year
            let figure = try IndicatorReading.figure(indicator, of: plan, asked, school)
            let value = IndicatorReading.value(indicator, of: plan, figure, year: year)
            latest = value
            ofYear = value
            let held = targets.held(in: year)
            let number = value?.hundredths(as: indicator.unit)
            var before = indicator.base
            if number != nil, held?.way == .rise || held?.way == .fall {
                let past = try IndicatorReading.figure(indicator, of: plan, asked, school.previous)
                before = past?.hundredths(as: indicator.unit) ?? before
            }
            self.target = held
            standing = held.map { path.standing(number, $0, before: before) }
            isUnderWay = held.map { $0.year > year || asked.question.today.parts.year <= $0.year } ?? false
            isSoFar = value?.isCounted == true && asked.question.today <= school.last
        } else {
            let values = plan.values(of: indicator)
            let last = values.last
            latest = last.map { .typed($0) }
            ofYear = values.first { $0.year == year }.map { .typed($0) }
            let held = last.flatMap { targets.held(in: $0.year) }
            let before = values.dropLast().last?.amount ?? indicator.base
            self.target = held
            standing = held.map { path.standing(last?.amount, $0, before: before) }
            isUnderWay = held.map { held in last.map { held.year > $0.year } ?? false } ?? false
            isSoFar = false
        }
    }

    /// The readings of a programme by indicator.
    static func all(_ plan: Plan, _ asked: PlanQuestion, year: Int) throws -> [Int: IndicatorReading] {
        let readings = try plan.indicators.map { indicator in
            (indicator.id, try IndicatorReading(indicator, of: plan, asked, year: year))
        }
        return Dictionary(readings) { first, _ in first }
    }

    /// The readings of this year for whoever looks at a page.
    static func all(_ view: PlanView) async throws -> [Int: IndicatorReading] {
        let (plan, desk, year) = (view.plan, view.desk, view.year)
        guard !plan.indicators.isEmpty else { return [:] }
        return try await desk.database.data.read { connection in
            var selection = Selection(year: year.school)
            selection.reach = desk.asker.reach(.seePlans, on: desk.today)
            let names = RegistryNames(tenant: desk.tenant, year: year.school, connection)
            let asked = try PlanQuestion(desk.question(selection, names, connection), only: plan)
            return try all(plan, asked, year: year.calendar)
        }
    }

    /// The value of a measure's year: its figure, or what was typed of a year that it does not know.
    ///
    /// A figure that is hidden is known: nothing typed stands in for it.
    static func value(_ indicator: Indicator, of plan: Plan, _ figure: Figure?, year: Int) -> Value? {
        guard let figure else { return nil }
        guard !figure.isHidden, figure.scaled == nil else { return .figure(figure) }
        let typed = plan.values(of: indicator).first { $0.year == year }
        guard let typed else { return .figure(figure) }
        return .typed(typed)
    }

    /// Whether a value of the year may be typed although a measure is its source: the measure does not know it.
    var mayBeTyped: Bool {
        switch latest {
        case .typed?: true
        case .figure(let figure)?: !figure.isHidden && figure.scaled == nil
        case nil: false
        }
    }

    /// The figure of a measure: of the whole board for those who see all of it, of an institution for its own plan.
    static func figure(
        _ indicator: Indicator,
        of plan: Plan,
        _ asked: PlanQuestion,
        _ year: SchoolYear
    ) throws -> Figure? {
        let question = asked.question
        guard question.measures.has(indicator.measure) else { return nil }
        let owner = plan.programme.institution
        guard owner.rawValue != 0 || question.selection.reach.everything else { return nil }
        var selection = Selection(year: year, reach: question.selection.reach)
        if owner.rawValue != 0 { selection.institution = owner }
        let figure = try question.figure(indicator.measure, in: selection)
        return try question.shown([figure]).first
    }
}

extension [Target] {
    /// The target that a value of a year is held to, of targets in the order of their years: the next one, or the last
    /// where all are over.
    func held(in year: Int) -> Target? { first { $0.year >= year } ?? last }
}

extension IndicatorReading {
    /// How the latest value stands to its target, as people read it; nil where nothing can be said.
    var standingWords: Text? {
        guard let standing, let target else { return nil }
        let year = target.year
        switch standing {
        case .unknown: return nil
        case .reached where isSoFar:
            return Text(
                lv: "līdz šim atbilst \(year). gada mērķim",
                en: "so far as the target of \(year) asks"
            )
        case .reached: return Text(lv: "\(year). gada mērķis sasniegts", en: "target of \(year) reached")
        case .below where isUnderWay:
            return Text(lv: "ceļā uz \(year). gada mērķi", en: "on the way to \(year)")
        case .below:
            return Text(lv: "\(year). gada mērķis nav sasniegts", en: "target of \(year) not reached")
        }
    }
}

extension IndicatorReading.Value {
    /// The value as a cell of a report.
    var cell: ReportCell {
        switch self {
        case .figure(let figure): return .figure(figure)
        case .typed(let value):
            let (number, decimals) = Indicator.scaled(value.amount)
            return .number(number, decimals: decimals)
        }
    }

    /// The year that it is of, as people say it: a figure is of a school year.
    var year: Text {
        switch self {
        case .figure(let figure):
            let year = figure.selection.year
            return Text(lv: Format(.lv).schoolYear(year), en: Format(.en).schoolYear(year))
        case .typed(let value): return Text(same: String(value.year))
        }
    }

    /// Where it is from, as people read it beside the value; nil where the indicator says it.
    func stated(_ indicator: Indicator) -> Text? {
        switch self {
        case .figure: nil
        case .typed(let value): value.stated(indicator)
        }
    }

    /// The number as people read it, with what its indicator counts; nil where there is none to show.
    func words(_ indicator: Indicator, _ language: Language) -> String? {
        switch self {
        case .typed(let typed): return indicator.words(typed.amount, language)
        case .figure(let figure):
            guard let words = figure.words(language), indicator.unit != .percent else {
                return figure.words(language)
            }
            return figure.hundredths(as: indicator.unit).map { indicator.words($0, language) } ?? words
        }
    }

    /// The number in hundredths of an indicator's unit; nil where there is none to show, or it is of another kind.
    func hundredths(as unit: IndicatorUnit) -> Int? {
        switch self {
        case .figure(let figure): figure.hundredths(as: unit)
        case .typed(let value): value.amount
        }
    }

    /// Whether it is the figure of a measure.
    var isCounted: Bool {
        switch self {
        case .figure: true
        case .typed: false
        }
    }

    /// Whether there is a number for the reader.
    var isTold: Bool {
        switch self {
        case .figure(let figure): figure.tally != nil
        case .typed: true
        }
    }
}

extension Figure {
    /// The number in hundredths of an indicator's unit; nil where there is none to show, or it is of another kind.
    fileprivate func hundredths(as unit: IndicatorUnit) -> Int? {
        guard unit.fits(self.unit), let scaled else { return nil }
        switch scaled.decimals {
        case 0: return scaled.value * 100
        case 1: return scaled.value * 10
        default: return scaled.value
        }
    }
}

extension IndicatorUnit {
    /// Whether numbers of a measure can be held to targets in this unit: shares are percents, and nothing else is.
    func fits(_ unit: MeasureUnit) -> Bool { (unit == .share) == (self == .percent) }
}
