internal import Frame
internal import Kernel
internal import Storage

/// What approved programmes are to reach in a measure: the targets of indicators whose values are that measure.
///
/// An indicator of a measure counts the whole municipality, or the whole institution of its programme, in a whole year; so its
/// target is told of nothing narrower but a class, where its words say whose it is. Whoever sees the programme sees the target.
enum PlanTargets: BenchmarkSource {
    static func benchmarks(of measure: String, _ question: Question) throws -> [Benchmark] {
        let reach = question.asker.reach(.seePlans, on: question.today)
        guard !reach.isEmpty, isWhole(question.selection) else { return [] }
        let own = question.selection.institution.flatMap { institution in
            reach.everything || reach.institutions.contains(institution) ? institution : nil
        }
        let places = [0] + [own?.rawValue].compactMap { $0 }
        let (tenant, connection) = (question.tenant, question.connection)
        let indicators = try Indicator.rows(
            """
            measure = \(measure) AND origin = \(IndicatorOrigin.measure) AND institution_id IN (\(list: places))
            """,
            tenant,
            connection
        )
        guard !indicators.isEmpty else { return [] }
        // A programme that was closed was approved, and its targets were those of its years.
        let programmes = try ActionProgramme.rows(
            """
            id IN (\(list: Set(indicators.map(\.plan)).sorted()))
            AND status IN (\(list: [ProgrammeStatus.approved, ProgrammeStatus.closed]))
            """,
            tenant,
            connection
        )
        let year = PlanYear(question.selection.year, today: question.today).calendar
        let targets = try Target.rows(
            "indicator_id IN (\(list: indicators.map(\.id))) AND year = \(year)",
            tenant,
            connection
        )
        let unit = try question.measures.named(measure).unit
        let isOfClass = question.selection.classGroup != nil
        return programmes.flatMap { programme -> [Benchmark] in
            indicators.filter { $0.plan == programme.id && $0.unit.fits(unit) }
                .sorted { PlanNumber.precedes($0.number, $1.number) }
                .compactMap { indicator -> Benchmark? in
                    guard let target = targets.first(where: { $0.indicator == indicator.id }),
                        let number = IndicatorPath(indicator, []).number(target)
                    else { return nil }
                    return Benchmark(
                        .target,
                        words(programme, isOfClass: isOfClass),
                        hundredths: number,
                        source: source(programme, indicator, year)
                    )
                }
        }
    }

    /// Whether nothing but a place is chosen; a grade may come with a class.
    private static func isWhole(_ selection: Selection) -> Bool {
        selection.term == nil && selection.subject == nil && selection.teacher == nil
            && selection.pupil == nil
            && selection.assessment == nil && (selection.grade == nil || selection.classGroup != nil)
    }

    private static func words(_ programme: ActionProgramme, isOfClass: Bool) -> Text {
        let code = programme.code
        switch (programme.institution.rawValue == 0, isOfClass) {
        case (true, false):
            return Text(lv: "Mērķis pašvaldībai (\(code))", en: "Target of the municipality (\(code))")
        case (true, true):
            return Text(
                lv: "Mērķis visai pašvaldībai (\(code))",
                en: "Target of the whole municipality (\(code))"
            )
        case (false, false):
            return Text(lv: "Mērķis iestādei (\(code))", en: "Target of the institution (\(code))")
        case (false, true):
            return Text(
                lv: "Mērķis visai iestādei (\(code))",
                en: "Target of the whole institution (\(code))"
            )
        }
    }

    private static func source(_ programme: ActionProgramme, _ indicator: Indicator, _ year: Int) -> Text {
        let decision = programme.decision
        let (lv, en) =
            decision.isEmpty ? ("", "") : (", lēmums Nr. \(decision)", ", decision No. \(decision)")
        return Text(
            lv: "„\(programme.title)”\(lv), rādītājs \(indicator.label) „\(indicator.name)”, \(year). gads",
            en: "“\(programme.title)”\(en), indicator \(indicator.label) “\(indicator.name)”, \(year)"
        )
    }
}
