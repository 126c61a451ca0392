import Frame
import Kernel

/// The marks that a page speaks of: those of the year, in a year that runs those of its last term with marks, and
/// before it has any, those of the year before.
struct MarkPeriod: Sendable {
    /// The selections that the marks are asked with.
    let beside: Beside
    /// What the marks are called: "Gada vērtējumi".
    let words: Text
    /// The mean of them, as it stands under a number.
    let mean: Text
    let isPast: Bool

    static func find(_ beside: Beside, _ figures: PageFigures) throws -> MarkPeriod {
        let terms = try figures.line("attainment/levelled", beside.own, over: .term)
        if terms[0] == nil, let term = terms.keys.max() { return of(term, beside) }
        guard terms.isEmpty, let before = beside.before else {
            return MarkPeriod(
                beside: beside,
                words: Text(lv: "Gada vērtējumi", en: "Year marks"),
                mean: Text(lv: "vidējais gada vērtējums", en: "mean year mark"),
                isPast: false
            )
        }
        return past(before, beside)
    }

    private static func of(_ term: Int, _ beside: Beside) -> MarkPeriod {
        func narrowed(_ selection: Selection) -> Selection {
            var selection = selection
            selection.term = term
            return selection
        }
        return MarkPeriod(
            beside: Beside(
                narrowed(beside.own),
                municipality: narrowed(beside.municipality),
                beside.words,
                before: beside.before.map(narrowed)
            ),
            words: Text(lv: "\(term). semestra vērtējumi", en: "Marks of term \(term)"),
            mean: Text(lv: "vidējais \(term). semestra vērtējums", en: "mean mark of term \(term)"),
            isPast: false
        )
    }

    /// Of the year before; its pupils were then a grade below.
    private static func past(_ before: Selection, _ beside: Beside) -> MarkPeriod {
        var municipality = beside.municipality
        municipality.year = before.year
        municipality.grade = municipality.grade.map { max($0 - 1, 1) }
        return MarkPeriod(
            beside: Beside(
                before,
                municipality: municipality,
                Text(lv: "pašvaldībā", en: "municipality"),
                before: nil
            ),
            words: Text(lv: "Iepriekšējā gada vērtējumi", en: "Marks of the year before"),
            mean: Text(lv: "vidējais vērtējums pērn", en: "mean mark a year before"),
            isPast: true
        )
    }
}
