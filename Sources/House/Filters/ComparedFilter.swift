import Frame
import Kernel
import Registry

/// Classes of the institution beside the one chosen; a list with commas in addresses and on the command line.
enum ComparedFilter: FilterKind {
    static let filter = ReportFilter.compared

    static func choose(_ text: String, _ selection: inout Selection, _ finder: FilterFinder) throws {
        for name in text.split(separator: ",") {
            let found = try finder.lookup.classGroup(
                String(name),
                institution: selection.institution,
                year: selection.year
            )
            guard found != selection.classGroup, !selection.compared.contains(found) else { continue }
            selection.compared.append(found)
        }
    }

    static func chosen(_ selection: Selection) -> String? {
        guard !selection.compared.isEmpty else { return nil }
        return selection.compared.map { String($0.rawValue) }.joined(separator: ",")
    }

    static func offer(_ selection: Selection, _ finder: FilterFinder) throws -> FilterOffer {
        guard let own = selection.classGroup else { return .nothing }
        let others = try finder.lookup.classes(selection).filter { $0.id != own.rawValue }
        return others.isEmpty ? .nothing : .several(others.map { FilterOffer.Member($0) })
    }
}
