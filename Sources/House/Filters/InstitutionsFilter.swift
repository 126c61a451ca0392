import Frame
import Kernel
import Registry

/// Institutions beside the one chosen; a list with commas in addresses and on the command line.
///
/// A class is of one institution: beside it there are none.
enum InstitutionsFilter: FilterKind {
    static let filter = ReportFilter.institutions

    static func choose(_ text: String, _ selection: inout Selection, _ finder: FilterFinder) throws {
        for name in text.split(separator: ",") {
            let found = try finder.lookup.institution(String(name))
            // Of a list without one that was chosen before, the first is the one; never beside a class, which may be another
            // institution's.
            if selection.institution == nil, selection.classGroup == nil { selection.institution = found }
            guard found != selection.institution, !selection.institutions.contains(found) else { continue }
            selection.institutions.append(found)
        }
    }

    static func chosen(_ selection: Selection) -> String? {
        guard !selection.institutions.isEmpty else { return nil }
        return selection.institutions.map { String($0.rawValue) }.joined(separator: ",")
    }

    static func offer(_ selection: Selection, _ finder: FilterFinder) throws -> FilterOffer {
        guard let own = selection.institution, selection.classGroup == nil else { return .nothing }
        let others = try finder.lookup.institutions(selection.reach).filter { $0.id != own.rawValue }
        return others.isEmpty ? .nothing : .several(others.map { FilterOffer.Member($0) })
    }
}
