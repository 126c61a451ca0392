import Frame
import Kernel
import Registry

/// Classes beside the one chosen; a list with commas in addresses and on the command line.
///
/// Those of the institution are offered, and of other institutions within reach those of the same grade.
enum ComparedFilter: FilterKind {
    static let filter = ReportFilter.compared

    static func choose(_ text: String, _ selection: inout Selection, _ finder: FilterFinder) throws {
        for name in text.split(separator: ",") {
            let found = try classGroup(String(name), selection, finder)
            guard found != selection.classGroup, !selection.compared.contains(found) else { continue }
            selection.compared.append(found)
        }
    }

    static func chosen(_ selection: Selection) -> String? {
        guard !selection.compared.isEmpty else { return nil }
        return selection.compared.map { String($0.rawValue) }.joined(separator: ",")
    }

    static func offer(_ selection: Selection, _ finder: FilterFinder) throws -> FilterOffer {
        // A pupil is of one class.
        guard let own = selection.classGroup, selection.pupil == nil else { return .nothing }
        let others = try finder.lookup.classes(selection).filter { $0.id != own.rawValue }
        let elsewhere = try finder.lookup.classesElsewhere(selection).map { other in
            FilterOffer.Member((id: other.id, name: "\(other.name), \(other.institution)"))
        }
        let members = others.map { FilterOffer.Member($0) } + elsewhere
        return members.isEmpty ? .nothing : .several(members)
    }

    /// A class of the institution, else one of another that the asker reaches.
    private static func classGroup(
        _ text: String,
        _ selection: Selection,
        _ finder: FilterFinder
    ) throws -> ClassID {
        do {
            return try finder.lookup.classGroup(
                text,
                institution: selection.institution,
                year: selection.year
            )
        } catch let refusal as Refusal {
            // A class that the asker does not reach is told of as one that is not there.
            guard let other = try elsewhere(text, selection, finder) else { throw refusal }
            return other
        }
    }

    /// A class of another institution by Sekme's number, or by its name behind that of the institution: `Ozolu skola:7.a`.
    private static func elsewhere(
        _ text: String,
        _ selection: Selection,
        _ finder: FilterFinder
    ) throws -> ClassID? {
        // It is laid beside a class, never beside a whole institution, to which it would not belong.
        guard selection.institution != nil, selection.classGroup != nil else { return nil }
        let reach = selection.reach
        if let colon = text.lastIndex(of: ":") {
            let other = try finder.lookup.institution(String(text[..<colon]))
            guard reach.everything || reach.institutions.contains(other) else { return nil }
            let name = String(text[text.index(after: colon)...])
            return try finder.lookup.classGroup(name, institution: other, year: selection.year)
        }
        guard let id = Int(text), try finder.lookup.classOfAnotherYear(id, than: selection.year) == nil else {
            return nil
        }
        let found = ClassID(rawValue: id)
        let scopes = ScopeFinder(tenant: finder.desk.tenant, finder.connection)
        guard let home = try scopes.scope(of: found)?.institution else { return nil }
        let isReached = reach.everything || reach.institutions.contains(home) || reach.classes.contains(found)
        return isReached ? found : nil
    }
}
