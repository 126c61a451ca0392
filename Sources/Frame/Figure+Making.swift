internal import Kernel
package import Pages

extension Figure {
    /// The page that shows how the figure is made; nil where there is no number to explain.
    package var making: Address? {
        guard tally != nil, !isHidden else { return nil }
        var address = Address("/figures/" + measure).adding("year", selection.year.description)
        for (dimension, member) in selection.ordered {
            guard let filter = ReportFilter(narrowing: dimension) else { continue }
            address = address.adding(filter.rawValue, String(member))
        }
        for (dimension, member) in members.sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
            address = address.adding("by-\(dimension.rawValue)", String(member))
        }
        return address
    }
}

extension Selection {
    /// The page of a measure over the selection, narrowed along the dimensions that the measure has.
    package func making(of measure: any Measure) -> Address {
        var address = Address("/figures/" + measure.name).adding("year", year.description)
        for (dimension, member) in ordered {
            guard let filter = ReportFilter(narrowing: dimension),
                dimension == .term || measure.dimensions.contains(dimension)
            else { continue }
            address = address.adding(filter.rawValue, String(member))
        }
        return address
    }
}

extension ReportFilter {
    /// The filter that narrows a selection along a dimension.
    package init?(narrowing dimension: Dimension) {
        switch dimension {
        case .year: self = .year
        case .term: self = .term
        case .institution: self = .institution
        case .grade: self = .grade
        case .classGroup: self = .classGroup
        case .subject: self = .subject
        case .teacher: self = .teacher
        case .pupil: self = .pupil
        case .assessment: self = .assessment
        case .group, .month, .weekday, .kind, .scale: return nil
        }
    }
}
