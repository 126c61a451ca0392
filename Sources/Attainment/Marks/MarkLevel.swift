internal import Frame
package import Kernel

/// A level of attainment.
///
/// Which marks belong to it, the tenant's scales say; 0 stands for a mark without one.
/// Four levels: MK 03.09.2019. Nr. 416, annexes 10–12 as re-issued by MK Nr. 549 (2022).
package enum MarkLevel: Int, CaseIterable, Sendable {
    /// Insufficient (nepietiekams).
    case insufficient = 1
    /// Sufficient (pietiekams).
    case sufficient = 2
    /// Optimal (optimāls).
    case optimal = 3
    /// High (augsts).
    case high = 4

    /// The levels as tables show them: the high one first.
    package static let highestFirst: [MarkLevel] = allCases.reversed()

    /// The level's stable name, which is also its colour's.
    package var code: String {
        switch self {
        case .insufficient: "insufficient"
        case .sufficient: "sufficient"
        case .optimal: "optimal"
        case .high: "high"
        }
    }

    /// What people call it.
    package var words: Text {
        switch self {
        case .insufficient: Text(lv: "Nepietiekams", en: "Insufficient")
        case .sufficient: Text(lv: "Pietiekams", en: "Sufficient")
        case .optimal: Text(lv: "Optimāls", en: "Optimal")
        case .high: Text(lv: "Augsts", en: "High")
        }
    }

    /// The column of a cube that counts the marks of the level.
    var column: Name {
        switch self {
        case .insufficient: "l1"
        case .sufficient: "l2"
        case .optimal: "l3"
        case .high: "l4"
        }
    }
}
