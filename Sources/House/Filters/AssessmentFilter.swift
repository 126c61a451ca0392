import Assessments
import Frame
import Kernel

/// One test or examination of the year.
enum AssessmentFilter: FilterKind {
    static let filter = ReportFilter.assessment

    static func choose(_ text: String, _ selection: inout Selection, _ finder: FilterFinder) throws {
        let found = try list(selection, finder).first { String($0.id) == text || $0.code == text }
        guard let found else {
            throw Refusal(
                .unknown,
                Text(lv: "Nav pārbaudes darba „\(text)”.", en: "There is no test “\(text)”."),
                advice: Text(
                    lv: "Norādiet pārbaudes darba kodu un tā mācību gadu.",
                    en: "Give the code of the test and its school year."
                )
            )
        }
        selection.assessment = found.id
    }

    static func chosen(_ selection: Selection) -> String? { selection.assessment.map { String($0) } }

    static func offer(_ selection: Selection, _ finder: FilterFinder) throws -> FilterOffer {
        let members = try list(selection, finder).map { FilterOffer.Member(String($0.id), $0.words) }
        return members.isEmpty ? .nothing : .one(members, none: Text(lv: "Visi", en: "All"))
    }

    private static func list(_ selection: Selection, _ finder: FilterFinder) throws -> [Assessment] {
        let desk = finder.desk
        // Works of municipality and state are of no institution; those of an institution are told to who may read its figures.
        let own = selection.institution.flatMap { institution in
            desk.asker.may(.readFigures, in: Scope(institution: institution), on: desk.today)
                ? institution : nil
        }
        let works = try AssessmentBook.works(
            of: selection.year,
            at: own,
            desk.tenant,
            finder.connection
        )
        return works.filter { work in
            (selection.grade == nil || work.grade == selection.grade)
                && (selection.subject == nil || work.subject == selection.subject)
        }
    }
}
