import Frame
import Kernel
import Registry

/// One pupil, for those who may see the pupil.
enum PupilFilter: FilterKind {
    static let filter = ReportFilter.pupil
    static let label = Text(lv: "Izglītojamais", en: "Pupil")

    static func choose(_ text: String, _ selection: inout Selection, _ finder: FilterFinder) throws {
        let desk = finder.desk
        let pupil = try finder.lookup.pupil(text)
        let day = min(desk.today, selection.year.last)
        let scope = try ScopeFinder(tenant: desk.tenant, finder.connection).scope(of: pupil, on: day)
        // Whether there is such a pupil is told to nobody else.
        guard let scope, desk.asker.may(.readPupils, in: scope, on: desk.today) else {
            throw Refusal.noSuchPage
        }
        selection.pupil = pupil
    }

    static func chosen(_ selection: Selection) -> String? { selection.pupil.map { String($0.rawValue) } }

    static func offer(_ selection: Selection, _ finder: FilterFinder) throws -> FilterOffer {
        guard let classGroup = selection.classGroup else { return .nothing }
        let desk = finder.desk
        guard desk.asker.may(.readPupils, in: selection.scope.withoutPupil, on: desk.today) else {
            return .nothing
        }
        return .one(
            try finder.lookup.pupils(of: classGroup).map { FilterOffer.Member($0) },
            none: Text(lv: "Visi", en: "All")
        )
    }
}

extension Scope {
    fileprivate var withoutPupil: Scope { Scope(institution: institution, classGroup: classGroup) }
}
