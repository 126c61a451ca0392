import Frame
import Kernel

/// One grade.
enum GradeFilter: FilterKind {
    static let filter = ReportFilter.grade

    static func choose(_ text: String, _ selection: inout Selection, _ finder: FilterFinder) throws {
        guard let grade = Int(text), (1...12).contains(grade) else {
            throw Refusal(
                .usage,
                Text(lv: "„\(text)” nav klases pakāpe.", en: "“\(text)” is not a grade."),
                advice: Text(lv: "Rakstiet skaitli no 1 līdz 12.", en: "Write a number from 1 to 12.")
            )
        }
        selection.grade = grade
    }

    static func chosen(_ selection: Selection) -> String? { selection.grade.map { String($0) } }

    static func offer(_ selection: Selection, _ finder: FilterFinder) throws -> FilterOffer {
        .one(
            (1...12).map { FilterOffer.Member(String($0), Text(lv: "\($0). klases", en: "Grade \($0)")) },
            none: Text(lv: "Visas", en: "All")
        )
    }
}
