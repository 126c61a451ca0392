import Evidence
import Frame
import Kernel
import Storage

/// A measure of marks that a test wrote down one by one, laid out along any of their members.
struct LaidOutMeasure: DisclosedMeasure {
    /// One mark of a pupil.
    struct Mark {
        var pupil: Int
        var members: [Dimension: Int]
        var value: Int
    }

    let name: String
    let title = Text(same: "Marks")
    let definition = Text(same: "Written down by a test.")
    let unit = MeasureUnit.mean
    let dimensions: Set<Dimension> = [
        .institution, .classGroup, .grade, .subject, .kind, .teacher, .pupil,
    ]
    let disclosure: DisclosureRule
    let marks: [Mark]

    init(_ name: String, _ marks: [Mark], partOf base: String? = nil, kinds: [Int] = []) {
        self.name = name
        self.marks = kinds.isEmpty ? marks : marks.filter { kinds.contains($0.members[.kind] ?? 0) }
        disclosure = DisclosureRule(
            base: base ?? name,
            sumOf: kinds,
            along: [.institution, .classGroup, .grade, .subject, .kind]
        )
    }

    func vector(
        _ selection: Selection,
        over dimensions: [Dimension],
        tenant: TenantID,
        _ connection: Connection
    ) throws -> [MemberKey: Tally] {
        let wanted = selection.members.filter { $0.key != .year && $0.key != .term }
        let found = marks.filter { mark in wanted.allSatisfy { mark.members[$0.key] == $0.value } }
        return Dictionary(grouping: found) { mark in dimensions.map { mark.members[$0] ?? 0 } }
            .mapValues { marks in
                Tally(
                    marks.reduce(0) { $0 + $1.value },
                    over: marks.count,
                    people: Set(marks.map(\.pupil)).count
                )
            }
    }

    func evidence(
        _ selection: Selection,
        members: [Dimension: Int],
        tenant: TenantID,
        _ connection: Connection,
        limit: Int
    ) throws -> [EvidenceRow] { [] }
}
