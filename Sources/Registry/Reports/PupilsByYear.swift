import Frame
import Kernel

/// Pupils at both ends of a year, and what came between, of the chosen year and those before it.
enum PupilsByYear {
    /// How many years the table looks back, the chosen one included.
    private static let span = 5

    /// A number of the year by its measure.
    struct Number {
        let code: String
        let words: Text
        let measure: String
        /// Whether it is not known before the year is over.
        let isOfEnd: Bool
    }

    /// Pupils at both ends.
    static let pupils = [
        Number(
            code: "pupils_start",
            words: Text(lv: "Izglītojamie 1. septembrī", en: "Pupils on 1 September"),
            measure: RegistryMeasures.pupilsByProgramme,
            isOfEnd: false
        ),
        Number(
            code: "pupils_end",
            words: Text(lv: "Izglītojamie 31. maijā", en: "Pupils on 31 May"),
            measure: RegistryMeasures.pupilsByProgrammeAtEnd,
            isOfEnd: true
        ),
    ]

    /// The same with those who came and left, and the balance.
    static let movement =
        [
            pupils[0],
            Number(
                code: "arrived",
                words: Text(lv: "Uzņemti", en: "Came"),
                measure: RegistryMeasures.arrived,
                isOfEnd: false
            ),
            Number(
                code: "left",
                words: Text(lv: "Atskaitīti", en: "Left"),
                measure: RegistryMeasures.left,
                isOfEnd: false
            ),
            pupils[1],
            Number(
                code: "balance",
                words: Text(lv: "Bilance, %", en: "Balance, %"),
                measure: RegistryMeasures.balance,
                isOfEnd: true
            ),
        ]

    /// A row a year that has a number; nil where fewer than two have.
    static func section(_ question: Question, _ numbers: [Number]) throws -> ReportSection? {
        let rows = try YearsBack(question, span: span).years.compactMap { year -> ReportRow? in
            let isOver = PupilCounts.end(of: year.selection.year) <= question.today
            let figures = try numbers.map { number -> Figure? in
                number.isOfEnd && !isOver
                    ? nil : try question.figure(number.measure, in: year.selection)
            }
            guard figures.contains(where: { ($0?.tally?.numerator ?? 0) > 0 }) else { return nil }
            return ReportRow(
                [.words(year.words)]
                    + figures.map { figure in
                        guard let figure, figure.tally != nil else { return .unknown }
                        return .figure(figure)
                    }
            )
        }
        return YearsBack.section(
            rows,
            numbers.map { ReportColumn($0.code, $0.words) },
            chart: .bars(column: "pupils_start")
        )
    }
}
