import Frame
import Kernel
import Registry

/// One pupil, for those who may see the pupil.
enum PupilFilter: FilterKind {
    static let filter = ReportFilter.pupil

    static func choose(_ text: String, _ selection: inout Selection, _ finder: FilterFinder) throws {
        let desk = finder.desk
        let pupil = try found(text, finder)
        let day = min(desk.today, selection.year.last)
        let scope = try ScopeFinder(tenant: desk.tenant, finder.connection).scope(of: pupil, on: day)
        guard let scope, desk.asker.may(.readPupils, in: scope, on: desk.today) else {
            throw Refusal.noSuchPage
        }
        selection.pupil = pupil
    }

    /// The pupil of a number or a code.
    ///
    /// That there is none, or that there are several, is told at the machine and to who may read all pupils; to others it is
    /// the answer that they get of a pupil who is not theirs, so that nobody learns who is in the register.
    private static func found(_ text: String, _ finder: FilterFinder) throws -> PupilID {
        let (asker, today) = (finder.desk.asker, finder.desk.today)
        do {
            return try finder.lookup.pupil(text)
        } catch let refusal as Refusal {
            let mayKnow = asker.systemUser != nil || asker.may(.readPupils, in: .tenant, on: today)
            throw mayKnow ? refusal : Refusal.noSuchPage
        }
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
