import Frame
import Kernel

@testable import House

/// Holds a report that names teachers to what is promised to them: they stand in the order of names, and nothing in it
/// says who is first.
struct TeacherOrder {
    let answer: AnsweredReport
    let names: any MemberNames

    /// Whether some table names teachers.
    var namesTeachers: Bool { answer.document.sections.contains { column($0) != nil } }

    /// What ranks teachers; empty where nothing does.
    func faults() -> [String] {
        answer.document.sections.flatMap { section -> [String] in
            guard let column = column(section) else { return [] }
            return order(section, column) + ranks(section)
        }
    }

    /// The column with teachers.
    private func column(_ section: ReportSection) -> Int? {
        section.columns.indices.first { index in
            section.rows.contains { teacher($0, index) != nil }
        }
    }

    private func teacher(_ row: ReportRow, _ index: Int) -> Int? {
        guard row.cells.indices.contains(index), case .member(.teacher, let id, _) = row.cells[index],
            id > 0
        else { return nil }
        return id
    }

    /// Within what stands before it, such as a subject, a name comes after the one above it.
    private func order(_ section: ReportSection, _ column: Int) -> [String] {
        let teachers = section.rows.map { teacher($0, column) }
        let sorted = names.sorted(.teacher, Set(teachers.compactMap { $0 }))
        let place = Dictionary(sorted.enumerated().map { ($1, $0) }) { first, _ in first }
        let groups = section.rows.map { row in row.cells.prefix(column).map { FaceValue($0) } }
        let pairs = zip(section.rows.indices, section.rows.indices.dropFirst())
        return pairs.compactMap { above, below in
            guard groups[above] == groups[below], let one = teachers[above], let other = teachers[below],
                (place[one] ?? 0) > (place[other] ?? 0)
            else { return nil }
            return "\(answer.id) \(section.code): row \(below) is out of the order of names"
        }
    }

    /// Columns that are called places, or number the rows by something else than names.
    private func ranks(_ section: ReportSection) -> [String] {
        section.columns.indices.compactMap { index in
            let (code, heading) = (section.columns[index].code, section.columns[index].heading)
            let words = "\(code) \(heading.en) \(heading.lv)".lowercased()
            let isCalled = ["rank", "rangs", "vieta", "percentil", "procentil"].contains {
                words.contains($0)
            }
            let numbers = section.rows.compactMap { row -> Int? in
                guard row.cells.indices.contains(index), case .number(let number, 0) = row.cells[index] else {
                    return nil
                }
                return number
            }
            let isCounted =
                numbers.count >= 5 && numbers.count == section.rows.count
                && numbers.sorted() == Array(1...numbers.count)
            return isCalled || isCounted ? "\(answer.id) \(section.code): \(code) ranks" : nil
        }
    }
}
