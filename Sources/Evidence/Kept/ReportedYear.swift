package import Frame
package import Kernel

/// One year of a number by institution: computed where there are records, else as reported.
package struct ReportedYear {
    /// The year.
    package let year: SchoolYear
    /// Whether it is not over.
    package let isUnfinished: Bool
    private let computed: [MemberKey: Figure]
    private let reported: [MemberKey: Figure]
    private let computedTotal: Figure?
    private let reportedTotal: Figure
    /// Whether each figure of a sum over both sources is shown: whoever knows the sum could take the others from it.
    private let isSumShown: Bool

    /// The figures of a year; without a computed measure all are reported.
    package init(_ question: Question, _ year: SchoolYear, computed: String?, reported: String) throws {
        self.year = year
        isUnfinished = year.isUnfinished(on: question.today)
        var selection = question.selection
        selection.year = year
        let own = try computed.map { try question.figures($0, over: [.institution], in: selection) } ?? [:]
        let all = try question.figures(reported, over: [.institution], in: selection)
        self.computed = own
        self.reported = all
        computedTotal = try computed.map { try question.figure($0, in: selection) }
        reportedTotal = try question.figure(reported, in: selection)
        let added = all.filter { own[$0.key] == nil }
        if own.isEmpty || added.isEmpty {
            isSumShown = true
        } else {
            isSumShown = try question.shown(Array(own.values) + Array(added.values)).allSatisfy {
                !$0.isHidden
            }
        }
    }

    /// The years up to the chosen one that have figures, the oldest first.
    package static func all(
        _ question: Question,
        span: Int,
        computed: String?,
        reported: String
    ) throws -> [ReportedYear] {
        let last = question.selection.year.start
        return try (last - span + 1...last)
            .map { try ReportedYear(question, SchoolYear($0), computed: computed, reported: reported) }
            .filter { !$0.members.isEmpty }
    }

    /// The stable heading.
    package var code: String { "y\(year.start)_\(year.start + 1)" }

    /// The heading for people.
    package var heading: Text {
        Text(lv: Format(.lv).schoolYear(year), en: Format(.en).schoolYear(year))
    }

    /// The institutions that have a figure.
    package var members: Set<Int> { Set((Array(computed.keys) + Array(reported.keys)).compactMap(\.first)) }

    /// How many institutions have a figure from records.
    package var computedCount: Int { computed.count }

    /// How many institutions have a reported figure and no other.
    package var reportedCount: Int { reported.keys.count { computed[$0] == nil } }

    /// The figure of all records; nil where there are none.
    package var computedSum: Figure? { computed.isEmpty ? nil : computedTotal }

    /// Whether some figure is a reported one.
    package var hasReported: Bool { reported.keys.contains { computed[$0] == nil } }

    /// The number of an institution; unknown where nobody told it, which is not nought.
    package func cell(_ member: Int) -> ReportCell {
        (computed[[member]] ?? reported[[member]]).map { .figure($0) } ?? .unknown
    }

    /// The sum over institutions; nil where nothing is known.
    package var sum: Figure? {
        guard !computed.isEmpty, var sum = computedTotal else {
            return reportedTotal.tally == nil ? nil : reportedTotal
        }
        for (key, figure) in reported where computed[key] == nil {
            guard let part = figure.tally, let tally = sum.tally else { continue }
            let count = tally.numerator + part.numerator
            sum.tally = Tally(count, people: count)
        }
        guard sum.tally != nil else { return nil }
        if !isSumShown { (sum.tally, sum.isHidden) = (nil, true) }
        return sum
    }

    /// The sum as a cell.
    package var total: ReportCell { sum.map { .figure($0) } ?? .unknown }
}

extension ReportSection {
    /// Years side by side, an institution a row.
    package init(_ years: [ReportedYear], _ members: any MemberNames) {
        let known = years.reduce(into: Set<Int>()) { $0.formUnion($1.members) }
        let institutions = members.sorted(.institution, known.filter { $0 > 0 })
        self.init(
            columns: [ReportColumn("institution", Text(lv: "Iestāde", en: "Institution"), .words)]
                + years.map { year in
                    var column = ReportColumn(year.code, year.heading)
                    column.isUnfinished = year.isUnfinished
                    return column
                },
            rows: institutions.map { member in
                let name = members.name(.institution, member)
                return ReportRow([.member(.institution, member, name)] + years.map { $0.cell(member) })
            },
            total: institutions.isEmpty
                ? nil : ReportRow([.words(Text(lv: "Kopā", en: "Total"))] + years.map(\.total)),
            chart: years.count > 1 ? .lines(columns: years.map(\.code)) : nil
        )
    }
}
