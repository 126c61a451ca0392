internal import Foundation
internal import Frame
internal import Kernel
internal import Statistics

/// Three coefficients of correlation with their intervals.
enum CorrelationTable {
    /// A coefficient by its name.
    struct Named {
        let code: String
        let words: Text
        let result: CorrelationResult
    }

    /// Pearson, Spearman and Kendall of lessons missed and mean marks; none of fewer than four pupils.
    static func results(_ points: [PupilPoint]) -> [Named] {
        let lessons = points.map { Double($0.lessons) }
        let marks = points.map(\.mean)
        let all: [(String, Text, CorrelationResult?)] = [
            ("pearson", Text(lv: "Pīrsona r", en: "Pearson’s r"), Correlation.pearson(lessons, marks)),
            ("spearman", Text(lv: "Spīrmena ρ", en: "Spearman’s ρ"), Correlation.spearman(lessons, marks)),
            ("kendall", Text(lv: "Kendala τ-b", en: "Kendall’s τ-b"), Correlation.kendall(lessons, marks)),
        ]
        return all.compactMap { code, words, result in
            result.map { Named(code: code, words: words, result: $0) }
        }
    }

    /// The table; `parts` are the sums behind it, for those who may see each pupil.
    static func section(_ results: [Named], _ parts: [NumberPart] = []) -> ReportSection {
        ReportSection(
            "correlation",
            title: Text(lv: "Korelācija", en: "Correlation"),
            columns: [
                ReportColumn("coefficient", Text(lv: "Koeficients", en: "Coefficient"), .words),
                ReportColumn("estimate", Text(lv: "Vērtība", en: "Estimate")).made(
                    CorrelationMaking.estimate
                ),
                ReportColumn("low", Text(lv: "95 % no", en: "95% from")).made(CorrelationMaking.interval),
                ReportColumn("high", Text(lv: "95 % līdz", en: "95% to")).made(CorrelationMaking.interval),
                ReportColumn("p", Text(same: "p")).made(CorrelationMaking.probability),
                ReportColumn("n", Text(lv: "Izglītojamie", en: "Pupils")).made(CorrelationMaking.pupils),
            ],
            rows: results.map { named in
                var shown = row(named)
                shown.parts = parts
                return shown
            },
            empty: Text(
                lv: "Izglītojamo, par kuriem zināmi gan kavējumi, gan vērtējumi, ir par maz.",
                en: "There are too few pupils whose absence and marks are both known."
            )
        )
    }

    /// The rank correlation with its interval and number, as cells; too few points leave it unknown.
    static func rank(_ points: [PupilPoint]) -> [ReportCell] {
        let result = results(points).first { $0.code == "spearman" }?.result
        let numbers = result.map { [$0.estimate, $0.low, $0.high] } ?? []
        let known = numbers.map { ReportCell.number(scaled($0, 2), decimals: 2) }
        return (known.isEmpty ? [.unknown, .unknown, .unknown] : known) + [.number(points.count, decimals: 0)]
    }

    /// What the rank correlation says, in a sentence; of another year than the one chosen with the year.
    static func finding(_ results: [Named], _ past: SchoolYear? = nil) -> Text? {
        guard let rank = results.first(where: { $0.code == "spearman" })?.result else { return nil }
        let rho = scaled(rank.estimate, 2)
        let year =
            past.map { year in
                Text(
                    lv: "\(Format(.lv).schoolYear(year)) mācību gads; ",
                    en: "\(Format(.en).schoolYear(year)); "
                )
            } ?? Text(same: "")
        let number = Text(
            lv: "Spīrmena ρ = \(Format(.lv).decimal(rho, 2)), n = \(Format(.lv).integer(rank.n))",
            en: "Spearman’s ρ = \(Format(.en).decimal(rho, 2)), n = \(Format(.en).integer(rank.n))"
        )
        let tail = Text(lv: " (\(year.lv)\(number.lv)).", en: " (\(year.en)\(number.en)).")
        guard rank.p < 0.05 else {
            return Text(
                lv: "Saistība starp kavējumiem un vidējo vērtējumu nav konstatēta",
                en: "No connection between absence and mean mark was found"
            ) + tail
        }
        return rank.estimate < 0
            ? Text(
                lv: "Jo vairāk stundu kavēts, jo zemāks ir vidējais vērtējums",
                en: "The more lessons are missed, the lower the mean mark"
            ) + tail
            : Text(
                lv: "Jo vairāk stundu kavēts, jo augstāks ir vidējais vērtējums",
                en: "The more lessons are missed, the higher the mean mark"
            ) + tail
    }

    private static func row(_ named: Named) -> ReportRow {
        let result = named.result
        return ReportRow([
            .words(named.words), .number(scaled(result.estimate, 4), decimals: 4),
            .number(scaled(result.low, 4), decimals: 4), .number(scaled(result.high, 4), decimals: 4),
            probability(result.p), .number(result.n, decimals: 0),
        ])
    }

    private static func probability(_ p: Double) -> ReportCell {
        let tenThousandths = scaled(p, 4)
        guard tenThousandths > 0 else { return .words(Text(lv: "< 0,0001", en: "< 0.0001")) }
        return .number(tenThousandths, decimals: 4)
    }

    /// A number in units of 10^-`decimals`, half away from zero.
    private static func scaled(_ value: Double, _ decimals: Int) -> Int {
        Int((value * pow(10, Double(decimals))).rounded(.toNearestOrAwayFromZero))
    }
}
