internal import Frame
internal import Kernel

/// Means and numbers of marks of classes, by period.
struct PeriodTable {
    /// The periods of a school year that have marks.
    enum Period: Int, CaseIterable {
        case firstTerm = 1
        case secondTerm = 2
        case year = 0

        /// The one of the term chosen; without one, all.
        static func asked(_ selection: Selection) -> [Period] {
            selection.term.map { term in allCases.filter { $0.rawValue == term } } ?? allCases
        }

        /// The stable heading.
        var code: String {
            switch self {
            case .firstTerm: "term1"
            case .secondTerm: "term2"
            case .year: "year"
            }
        }

        /// The heading.
        var words: Text {
            switch self {
            case .firstTerm: Text(lv: "1. semestris", en: "Term 1")
            case .secondTerm: Text(lv: "2. semestris", en: "Term 2")
            case .year: Text(lv: "Gads", en: "Year")
            }
        }

        /// The heading as the second part of another.
        var inside: Text {
            switch self {
            case .firstTerm: Text(lv: "1. sem.", en: "term 1")
            case .secondTerm: Text(lv: "2. sem.", en: "term 2")
            case .year: Text(lv: "gadā", en: "year")
            }
        }
    }

    /// A class with its institution.
    struct ClassMember {
        let institution: Int
        let classGroup: Int
        let institutionName: Text
        let className: Text
    }

    /// The classes in the order people expect.
    let classes: [ClassMember]
    /// The cells of the row of totals.
    let totals: [ReportCell]
    private let periods: [Period]
    private let means: [MemberKey: Figure]
    private let counts: [MemberKey: Figure]

    /// The marks on one scale, of the classes selected and of those compared with them.
    init(_ question: Question, scale: Int) throws {
        let periods = Period.asked(question.selection)
        self.periods = periods
        var selection = question.selection
        selection.term = nil
        selection.compared = []
        let reader = ScaleFigures(question: question, selection: selection, scale: scale)
        let along: [Dimension] = [.institution, .classGroup, .term]
        var means = try reader.figures("attainment/mark", over: along)
        var counts = try reader.figures("attainment/marks", over: along)
        for classGroup in question.selection.compared {
            selection.classGroup = classGroup
            let other = ScaleFigures(question: question, selection: selection, scale: scale)
            means.merge(try other.figures("attainment/mark", over: along)) { first, _ in first }
            counts.merge(try other.figures("attainment/marks", over: along)) { first, _ in first }
        }
        self.means = means
        self.counts = counts
        classes = PeriodTable.classes(counts.keys, question.members)
        let meanTotals = try reader.figures("attainment/mark", over: [.term])
        let countTotals = try reader.figures("attainment/marks", over: [.term])
        totals = periods.flatMap { period in
            PeriodTable.pair(meanTotals[[period.rawValue]], countTotals[[period.rawValue]])
        }
    }

    /// Mean and number of each period.
    func cells(_ member: ClassMember) -> [ReportCell] {
        periods.flatMap { period in
            let key = [member.institution, member.classGroup, period.rawValue]
            return PeriodTable.pair(means[key], counts[key])
        }
    }

    private static func pair(_ mean: Figure?, _ count: Figure?) -> [ReportCell] {
        [mean.map { .figure($0) } ?? .unknown, count.map { .figure($0) } ?? .unknown]
    }

    /// Marks of no class (0) are in the totals and have no row.
    private static func classes(_ keys: some Sequence<MemberKey>, _ names: any MemberNames) -> [ClassMember] {
        var classes: [Int: Set<Int>] = [:]
        for key in keys where key[1] > 0 { classes[key[0], default: []].insert(key[1]) }
        return names.sorted(.institution, classes.keys).flatMap { institution in
            names.sorted(.classGroup, classes[institution] ?? []).map { classGroup in
                ClassMember(
                    institution: institution,
                    classGroup: classGroup,
                    institutionName: names.name(.institution, institution),
                    className: names.name(.classGroup, classGroup)
                )
            }
        }
    }
}
