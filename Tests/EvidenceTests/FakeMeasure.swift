import Evidence
import Frame
import Kernel
import Storage

/// A measure of numbers that a test wrote down, by institution, class, term and month.
struct FakeMeasure: DisclosedMeasure {
    let name: String
    let title = Text(same: "Fake")
    let definition = Text(same: "Written down by a test.")
    let unit = MeasureUnit.count(Noun(lv: "stunda", "stundas", en: "lesson", "lessons"))
    let dimensions: Set<Dimension> = [.institution, .classGroup, .term, .month, .pupil]
    let disclosure: DisclosureRule
    let rows: [Row]

    struct Row {
        let institution: Int
        let classGroup: Int
        let term: Int
        let number: Int
        let people: Int
        var month = 24_300

        func member(_ dimension: Dimension) -> Int {
            switch dimension {
            case .institution: institution
            case .classGroup: classGroup
            case .term: term
            case .month: month
            default: 0
            }
        }
    }

    init(_ name: String, _ rows: [Row], restsOn: [String] = []) {
        self.name = name
        self.rows = rows
        disclosure = DisclosureRule(
            base: name,
            along: [.institution, .classGroup, .term],
            restsOn: restsOn
        )
    }

    func vector(
        _ selection: Selection,
        over dimensions: [Dimension],
        tenant: TenantID,
        _ connection: Connection
    ) throws -> [MemberKey: Tally] {
        var out: [MemberKey: Tally] = [:]
        for row in rows where covers(selection, row) {
            let key = dimensions.map { row.member($0) }
            let sum = out[key] ?? Tally(0, people: 0)
            out[key] = Tally(sum.numerator + row.number, people: (sum.people ?? 0) + row.people)
        }
        return out
    }

    func evidence(
        _ selection: Selection,
        members: [Dimension: Int],
        tenant: TenantID,
        _ connection: Connection,
        limit: Int
    ) throws -> [EvidenceRow] { [] }

    private func covers(_ selection: Selection, _ row: Row) -> Bool {
        (selection.term.map { $0 == row.term } ?? true)
            && (selection.institution.map { $0.rawValue == row.institution } ?? true)
            && (selection.classGroup.map { $0.rawValue == row.classGroup } ?? true)
    }
}
