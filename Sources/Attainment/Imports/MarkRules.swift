internal import Kernel
internal import Registry

/// What dated rules say of a written mark: its scale where nobody names one, and the level of its points.
///
/// A mark belongs to the school year that it is of; what is in force on the year's last day holds for all of it, so that
/// an old year is read as it was, whenever its file comes.
struct MarkRules: Sendable {
    private let scales: [Dated<MarkScaleRule>]
    private let bands: [Dated<LevelBands>]

    private struct Dated<P: RuleParameters>: Sendable {
        let rule: Regulation
        let parameters: P
    }

    init(_ regulations: Regulations) throws {
        scales = try regulations.everyRecord(of: MarkScaleRule.self)
            .map { Dated(rule: $0.rule, parameters: $0.parameters) }
        bands = try regulations.everyRecord(of: LevelBands.self)
            .map { Dated(rule: $0.rule, parameters: $0.parameters) }
    }

    /// The code of the scale of a grade on a day; nil where no rule says one.
    func scale(of grade: Int, on day: Day) -> String? {
        scales.last { $0.rule.holds(on: day) }?.parameters.scale(of: grade)
    }

    /// The level of a mark of ten points on a day; nil where no bounds are in force.
    func level(hundredths: Int, on day: Day) -> Int? {
        bands.last { $0.rule.holds(on: day) }?.parameters.level(hundredths: hundredths)
    }
}
