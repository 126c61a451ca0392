internal import Frame
internal import Registry

extension RiskQuantity {
    /// The measure that it is read from; nil where registers or people tell it.
    var measure: String? {
        switch self {
        case .unexcused: "attendance/unexcused"
        case .absence, .fall: "attendance/missed-share"
        case .missed: "attendance/missed"
        case .unexcusedDays: "attendance/unexcused-days"
        case .subjectsBelow, .examSubjects: "attainment/mark"
        case .noMark: "attainment/no-mark"
        case .behaviour: "behaviour/concerns"
        case .pastFailures: "attainment/past-failures"
        case .repeating, .schoolChanged, .observation: nil
        }
    }

    /// Those that changed facts may say something else of; nil for all, where it is not known which facts changed.
    static func touched(_ notice: ChangeNotice, _ measures: MeasureBook) throws -> Set<RiskQuantity>? {
        guard let tables = notice.tables else { return nil }
        var found: Set<RiskQuantity> = []
        for quantity in allCases {
            guard let name = quantity.measure, measures.has(name) else { continue }
            let own = try measures.named(name).factTables
            if own.isEmpty || !own.isDisjoint(with: tables) { found.insert(quantity) }
        }
        return found
    }
}
