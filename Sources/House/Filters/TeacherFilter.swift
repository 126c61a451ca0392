import Frame
import Kernel
import Registry

/// One teacher, for those who may see figures about teachers, and for the teacher.
enum TeacherFilter: FilterKind {
    static let filter = ReportFilter.teacher

    static func choose(_ text: String, _ selection: inout Selection, _ finder: FilterFinder) throws {
        let asker = finder.desk.asker
        let reach = asker.reach(.readTeacherFigures, on: finder.desk.today)
        do {
            // Whoever is outside of the reach is not there: the answer is that of a name which nobody has.
            selection.teacher = try finder.lookup.teacher(
                text,
                institution: selection.institution,
                within: reach,
                or: asker.staff
            )
        } catch is Refusal where reach.isEmpty {
            throw Refusal.noSuchPage
        }
    }

    static func chosen(_ selection: Selection) -> String? { selection.teacher.map { String($0.rawValue) } }

    static func offer(_ selection: Selection, _ finder: FilterFinder) throws -> FilterOffer {
        let reach = finder.desk.asker.reach(.readTeacherFigures, on: finder.desk.today)
        guard !reach.isEmpty, selection.institution != nil else { return .nothing }
        return .one(
            try finder.lookup.teachers(selection, reach).map { FilterOffer.Member($0) },
            none: Text(lv: "Visi", en: "All")
        )
    }
}
