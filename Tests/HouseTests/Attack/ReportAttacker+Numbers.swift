import Frame
import Kernel
import Registry

/// The numbers of a report that are no figures: disclosure control does not look at them, so that each report has to.
extension ReportAttacker {
    /// Takes down counts of people, what stands beside similar institutions, and what is shown of something hidden.
    mutating func readNumbers(
        _ document: ReportDocument,
        of report: String,
        _ selection: Selection,
        _ similar: SimilarInstitutions?
    ) throws {
        for section in document.sections {
            for row in section.rows + (section.total.map { [$0] } ?? []) {
                for (column, cell) in zip(section.columns, row.cells) {
                    guard case .number(let number, let decimals) = cell else { continue }
                    if isMade(column, of: row, in: section) {
                        exposed.insert("\(report) \(section.code) \(column.code)")
                    }
                    guard decimals == 0, ReportAttacker.countsPeople(column) else { continue }
                    count(number, "\(report) \(section.code) \(column.code)", row, selection)
                }
            }
            try readSimilar(section, selection, similar)
        }
    }

    /// Whether one of the figures that a number says it is made of is hidden: the others would give it away.
    private func isMade(_ column: ReportColumn, of row: ReportRow, in section: ReportSection) -> Bool {
        guard let inputs = column.making?.inputs else { return false }
        return zip(section.columns, row.cells).contains { other, cell in
            guard inputs.contains(other.code), case .figure(let figure) = cell else { return false }
            return figure.isHidden
        }
    }

    /// Columns that count people say so.
    private static func countsPeople(_ column: ReportColumn) -> Bool {
        ["n", "takers", "flagged", "outcomes", "hits", "exempt"].contains(column.code)
            || column.heading.en.lowercased().contains("pupil")
    }

    /// A count, by what its row is called and about; what names a person is told of that person alone.
    private mutating func count(
        _ number: Int,
        _ name: String,
        _ row: ReportRow,
        _ selection: Selection
    ) {
        guard selection.reach.everything, row.persons.isEmpty else { return }
        var (members, words) = (selection.members, "")
        for cell in row.cells {
            if case .member(let dimension, let member, _) = cell { members[dimension] = member }
            if case .words(let text) = cell { words += " \(text.en)" }
        }
        guard members[.pupil] == nil, members[.teacher] == nil else { return }
        if let classGroup = members[.classGroup] {
            members[.institution] = institutionOfClass[classGroup]
            members[.grade] = nil
        }
        let key = Key(measure: name + words, year: selection.year.start, members: members)
        shown[key] = Tally(number, people: number)
    }

    /// Numbers of the state and targets stand below; they are no sums of anything here.
    private static func isOfSimilar(_ row: ReportRow) -> Bool {
        guard row.benchmark == nil, case .words(let words)? = row.cells.first else { return false }
        return words.en.hasPrefix("Similar institutions")
    }

    /// Of similar institutions the sum is taken for known, though only its quotient is shown.
    private mutating func readSimilar(
        _ section: ReportSection,
        _ selection: Selection,
        _ similar: SimilarInstitutions?
    ) throws {
        guard section.code == "comparison", let similar, selection.reach.everything,
            let row = section.rows.first(where: ReportAttacker.isOfSimilar)
        else { return }
        var place = selection
        (place.classGroup, place.compared) = (nil, [])
        if let classGroup = selection.classGroup, case .words(let words)? = row.cells.first,
            words.en.contains("grade")
        {
            place.grade = gradeOfClass[classGroup.rawValue]
        }
        for (column, cell) in zip(section.columns, row.cells) {
            guard case .number = cell, let making = column.making, making.measures.count == 1 else {
                continue
            }
            let measure = try measures.named(making.measures[0])
            let parts = try similar.others.map { other -> Key in
                var part = place
                part.institution = other
                return try key(
                    Figure(measure: measure.name, unit: measure.unit, selection: part, tally: nil)
                )
            }
            combined.insert(Set(parts))
        }
    }
}
