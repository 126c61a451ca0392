import Frame
import Kernel
import Storage

/// Marks of pupils that a test wrote down, under the name of the measure of attainment.
struct FakeMarks: Measure {
    let name = "attainment/mark"
    let title = Text(same: "Mean mark")
    let definition = Text(same: "Written down by a test.")
    let unit = MeasureUnit.mean
    let dimensions: Set<Dimension> = [.pupil, .subject]
    /// The mark of each pupil, in hundredths.
    let marks: [Int: Int]
    /// The subject that they are of.
    var subject = 0

    func vector(
        _ selection: Selection,
        over dimensions: [Dimension],
        tenant: TenantID,
        _ connection: Connection
    ) throws -> [MemberKey: Tally] {
        guard dimensions == [.pupil] || dimensions == [.pupil, .subject] else { return [:] }
        let subjects = dimensions.count > 1 ? [subject] : []
        return Dictionary(
            uniqueKeysWithValues: marks.map { ([$0] + subjects, Tally($1, over: 1, people: 1)) }
        )
    }

    func evidence(
        _ selection: Selection,
        members: [Dimension: Int],
        tenant: TenantID,
        _ connection: Connection,
        limit: Int
    ) throws -> [EvidenceRow] { [] }
}
