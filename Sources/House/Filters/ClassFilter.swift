import Frame
import Kernel
import Registry

/// One class of the institution.
enum ClassFilter: FilterKind {
    static let filter = ReportFilter.classGroup

    static func choose(_ text: String, _ selection: inout Selection, _ finder: FilterFinder) throws {
        if let id = Int(text), let other = try finder.lookup.classOfAnotherYear(id, than: selection.year) {
            // Who changes the year means the class that most of its pupils were in then, or, where nobody is known to have
            // been in one, the class as it was called then, as far as they may know it.
            let offered = try finder.lookup.classes(selection)
            let before = try earlier(ClassID(rawValue: id), selection.year, finder)
            let found =
                offered.first { $0.id == before?.rawValue } ?? offered.first { $0.name == other }
            selection.classGroup = found.map { ClassID(rawValue: $0.id) }
            return
        }
        selection.classGroup = try finder.lookup.classGroup(
            text,
            institution: selection.institution,
            year: selection.year
        )
    }

    private static func earlier(
        _ classGroup: ClassID,
        _ year: SchoolYear,
        _ finder: FilterFinder
    ) throws -> ClassID? {
        let line = try ClassLine.of(classGroup, years: 12, finder.desk.tenant, finder.connection)
        return line.steps.first { $0.year == year }?.classGroup
    }

    static func chosen(_ selection: Selection) -> String? {
        selection.classGroup.map { String($0.rawValue) }
    }

    /// The class that the asker has in care.
    static func preselect(_ selection: inout Selection, _ finder: FilterFinder) throws {
        let circle = finder.desk.asker.reach(.readPupils, on: finder.desk.today)
        let own = try finder.lookup.classes(selection).filter {
            circle.classes.contains(ClassID(rawValue: $0.id))
        }
        guard let only = own.first, own.count == 1 else { return }
        selection.classGroup = ClassID(rawValue: only.id)
    }

    static func offer(_ selection: Selection, _ finder: FilterFinder) throws -> FilterOffer {
        .one(
            try finder.lookup.classes(selection).map { FilterOffer.Member($0) },
            none: Text(lv: "Visas", en: "All")
        )
    }
}
