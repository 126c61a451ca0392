import Frame
import Kernel
import Pages

extension PupilView {
    /// Marks by subject: the terms and the year of up to three years side by side.
    var markSection: HTML {
        let marks = brief.marks
        let title = words("Vērtējumi mācību priekšmetos", "Marks by subject")
        var table = DataTable(
            id: "marks\(suffix)",
            language,
            caption: title,
            columns: [DataTable.Column(words("Mācību priekšmets", "Subject"))]
                + marks.years.flatMap { year in columns(format.schoolYear(year)) },
            rows: subjects.map { subject in
                DataTable.Row(
                    [.words(subject.name[language])] + marks.years.flatMap { cells(subject.id, $0) }
                )
            }
        )
        table.hidesCaption = true
        table.isWide = true
        table.hasTools = true
        table.isPrintedWithPage = true
        table.limitOnPaper(to: paper.subjects)
        if marks.marks.values.contains(where: \.isLow) {
            table.notes = [
                words(
                    "Izcelti vērtējumi, kurus skala vērtē kā nepietiekamu līmeni.",
                    "Marks that the scale calls insufficient stand out."
                )
            ]
        }
        table.empty = EmptyState(
            words("Vērtējumu vēl nav", "There are no marks yet"),
            advice: words(
                "Semestra un gada vērtējumi parādās pēc to importēšanas.",
                "Marks of terms and years appear after they are imported."
            )
        )
        let years = Noun(lv: "gads", "gadi", en: "year", "years")
        return Section(title, "\(table.html)\(left(marks.yearsLeft, years))").html
    }

    /// Subjects by name; where paper leaves some out, those with a mark that is insufficient or lacking come first.
    private var subjects: [(id: Int, name: Text)] {
        let all = brief.marks.subjects
        guard paper.subjects < all.count else { return all }
        let low = Set(brief.marks.marks.filter(\.value.isLacking).keys.map(\.subject))
        return all.filter { low.contains($0.id) } + all.filter { !low.contains($0.id) }
    }

    private func columns(_ year: String) -> [DataTable.Column] {
        [words("1. sem.", "term 1"), words("2. sem.", "term 2"), words("gads", "year")].map {
            DataTable.Column("\(year) \($0)", .number)
        }
    }

    private func cells(_ subject: Int, _ year: SchoolYear) -> [DataTable.Cell] {
        [1, 2, 0].map { term in
            let place = PupilMarks.Place(subject: subject, year: year.start, term: term)
            guard let mark = brief.marks.marks[place] else { return .empty }
            var cell = cell(mark)
            if case .number = mark, let lived = brief.years.first(where: { $0.year == year }) {
                var address = making("attainment/mark", lived)?.adding("subject", String(subject))
                if term > 0 { address = address?.adding("term", String(term)) }
                cell.address = address
            }
            return cell
        }
    }

    private func cell(_ mark: PupilMarks.Mark) -> DataTable.Cell {
        switch mark {
        case .hidden: .suppressed
        case .none: .words("nv")
        case .letter(let letter, let isLow): .words(letter, needsAttention: isLow)
        case .number(let value, let isLow):
            .words(
                value % 100 == 0 ? format.integer(value / 100) : format.decimal(value, 2),
                needsAttention: isLow
            )
        }
    }
}

extension PupilMarks.Mark {
    /// Whether it is insufficient, or the work is still to be done.
    fileprivate var isLacking: Bool {
        if case .none = self { return true }
        return isLow
    }

    fileprivate var isLow: Bool {
        switch self {
        case .number(_, let isLow), .letter(_, let isLow): isLow
        case .none, .hidden: false
        }
    }
}
