import Demo
import Foundation
import Kernel
import Tabular
import Testing

@Suite struct FileTests {
    private static let plan = BoardPlan(seed: 3, today: BoardPlan.usual.today, pupils: 460, years: 2)

    @Test func `the same plan gives the same bytes, another seed others`() throws {
        let first = try written(FileTests.plan)
        let second = try written(FileTests.plan)
        let other = try written(BoardPlan(seed: 4, today: BoardPlan.usual.today, pupils: 460, years: 2))
        #expect(first == second)
        for table in [BoardTable.marks, .results, .behaviour] {
            #expect(first[table.fileName] != nil && first[table.fileName] != other[table.fileName])
        }
    }

    @Test func `every line has a cell for every heading`() throws {
        try withFolder { folder in
            try generate(to: folder, FileTests.plan, journals: .nobody)
            for table in BoardTable.allCases {
                let file = try TableFile(path: "\(folder)/\(table.fileName)")
                var lines = 0
                try file.rows { row in
                    if lines == 0 { #expect(row.cells.map(\.text) == table.headings) }
                    #expect(row.cells.count <= table.headings.count)
                    lines += 1
                    return lines < 500
                }
                #expect(lines > 1, "\(table)")
            }
        }
    }

    @Test func `absences end where lessons with those present begin`() throws {
        try withFolder { folder in
            try generate(to: folder, FileTests.plan, journals: .nobody)
            let column = try #require(BoardTable.absences.headings.firstIndex(of: "date"))
            let code = try #require(BoardTable.absences.headings.firstIndex(of: "code"))
            let from = try #require(FileTests.plan.presentFrom).description
            let absences = try rows(folder, .absences), lessons = try rows(folder, .lessons)
            #expect(absences.allSatisfy { $0[column] < from && $0[code] != "present" })
            #expect(lessons.allSatisfy { $0[column] >= from })
            #expect(lessons.contains { $0[code] == "present" })
        }
    }

    @Test func `the text beside the files says in which order they are imported`() throws {
        try withFolder { folder in
            try generate(to: folder, FileTests.plan, journals: .nobody)
            let text = try String(contentsOfFile: "\(folder)/LASI.txt", encoding: .utf8)
            for table in BoardTable.allCases {
                let how = table.mapping.map { "--mapping \($0)" } ?? "--format \(table.format)"
                #expect(text.contains("  sekme import \(table.fileName) \(how)\n"))
            }
        }
    }

    @Test
    func `the totals of past years and the state's list stand beside the tables, with how they are read`()
        throws
    {
        try withFolder { folder in
            try generate(to: folder, FileTests.plan, journals: .nobody)
            let text = try String(contentsOfFile: "\(folder)/LASI.txt", encoding: .utf8)
            for name in ["supported-by-year", "over-limit-by-year", "viis-schools"] {
                let file = try String(contentsOfFile: "\(folder)/\(name).csv", encoding: .utf8)
                #expect(file.split(separator: "\n").count > 1, "\(name)")
                #expect(text.contains("  sekme import \(name).csv --mapping \(name)"))
            }
            let year = SchoolYear(containing: FileTests.plan.today).description
            #expect(text.contains(" --mapping viis-schools --year \(year)\n"))
        }
    }

    @Test func `marks and lessons are read from tables or from journals, and the text says so`() throws {
        let either = "vai nu no tabulām, vai no žurnāliem"
        try withFolder { folder in
            try generate(to: folder, FileTests.plan, journals: .one(0))
            let text = try String(contentsOfFile: "\(folder)/LASI.txt", encoding: .utf8)
            let choice = try #require(text.range(of: either)?.lowerBound)
            let tables = try #require(text.range(of: BoardTable.lessons.fileName)?.lowerBound)
            let journals = try #require(text.range(of: "eklase/")?.lowerBound)
            let others = try #require(text.range(of: BoardTable.assessments.fileName)?.lowerBound)
            #expect(choice < tables && tables < journals && journals < others)
        }
        try withFolder { folder in
            try generate(to: folder, FileTests.plan, journals: .nobody)
            let text = try String(contentsOfFile: "\(folder)/LASI.txt", encoding: .utf8)
            #expect(!text.contains(either) && text.contains(BoardTable.lessons.fileName))
        }
    }

    @Test func `each subject has one of the seven learning areas`() throws {
        try withFolder { folder in
            try generate(to: folder, FileTests.plan, journals: .nobody)
            let subjects = try rows(folder, .subjects)
            #expect(subjects.count == BoardSubject.all.count)
            #expect(Set(subjects.compactMap(\.last)) == Set((1...7).map(String.init)))
        }
    }

    private func rows(_ folder: String, _ table: BoardTable) throws -> [[String]] {
        let text = try String(contentsOfFile: "\(folder)/\(table.fileName)", encoding: .utf8)
        return text.utf8.split(separator: 10).dropFirst().map { line in
            String(Substring(line)).trimmingCharacters(in: .whitespacesAndNewlines)
                .split(separator: ",", omittingEmptySubsequences: false).map(String.init)
        }
    }

    private func written(_ plan: BoardPlan) throws -> [String: Data] {
        try withFolder { folder in
            try generate(to: folder, plan)
            let names = try FileManager.default.subpathsOfDirectory(atPath: folder)
            return Dictionary(
                names.compactMap { name in
                    (try? Data(contentsOf: URL(fileURLWithPath: "\(folder)/\(name)"))).map { (name, $0) }
                }
            ) { first, _ in first }
        }
    }
}

/// Runs a body with a folder that is removed after it.
func withFolder<T>(_ body: (String) throws -> T) throws -> T {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString).path
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    return try body(folder)
}
