import Exchange
import Foundation
import Kernel
import SekmeTesting
import Storage
import Tabular
import Testing

@testable import House

/// What is wrong in sets as systems really write them, each with the line and the column.
struct OneRosterTrapTests {
    private struct Trap: CustomTestStringConvertible, Sendable {
        let file: String
        let old: String
        let new: String
        let problem: String

        var testDescription: String { problem }
    }

    private static let traps = [
        Trap(
            file: "users.csv",
            old: "p2,true,o1",
            new: "p2,true,o9",
            problem: "roster.dangling users.csv:4:orgSourcedIds"
        ),
        Trap(
            file: "users.csv",
            old: "s1,true",
            new: "p2,true",
            problem: "roster.twice users.csv:5:sourcedId"
        ),
        Trap(file: "users.csv", old: "s1,true", new: ",true", problem: "roster.no-id users.csv:5:sourcedId"),
        Trap(file: "users.csv", old: ",guardian,", new: ",wizard,", problem: "roster.word users.csv:6:role"),
        Trap(
            file: "users.csv",
            old: "329999-00001",
            new: "329999-0",
            problem: "users.csv:2:userIds"
        ),
        Trap(
            file: "academicSessions.csv",
            old: "2026-08-31,,2026",
            new: "2026-08-31,t1,2026",
            problem: "roster.circle academicSessions.csv:2:parentSourcedId"
        ),
        Trap(
            file: "academicSessions.csv",
            old: "2026-05-29,y,",
            new: "2026-05-29,y9,",
            problem: "roster.orphan academicSessions.csv:3:parentSourcedId"
        ),
        Trap(
            file: "orgs.csv",
            old: "4212900001,d1",
            new: "4212900001,d9",
            problem: "roster.orphan orgs.csv:3:parentSourcedId"
        ),
        Trap(
            file: "orgs.csv",
            old: "novads,district,,",
            new: "novads,district,,o1",
            problem: "roster.circle orgs.csv:2:parentSourcedId"
        ),
        Trap(
            file: "orgs.csv",
            old: "d1,,,",
            new: "d1,active,2026-13-45T10:00:00Z,",
            problem: "roster.stamp orgs.csv:2:dateLastModified"
        ),
        Trap(
            file: "orgs.csv",
            old: "o1,,,",
            new: "o1,,2026-01-01T25:00:00Z,",
            problem: "roster.stamp orgs.csv:3:dateLastModified"
        ),
        Trap(
            file: "results.csv",
            old: "r3,l2",
            new: "R1,l2",
            problem: "roster.twice results.csv:4:sourcedId"
        ),
        Trap(
            file: "enrollments.csv",
            old: "2026-02-13",
            new: "2025-02-13",
            problem: "days.order enrollments.csv:4:endDate"
        ),
        Trap(
            file: "enrollments.csv",
            old: "2026-02-13",
            new: "2026-02-30",
            problem: "day.impossible enrollments.csv:4:endDate"
        ),
        Trap(
            file: "enrollments.csv",
            old: "e5,m5",
            new: "e5,m6",
            problem: "roster.dangling enrollments.csv:6:classSourcedId"
        ),
        Trap(
            file: "orgs.csv",
            old: "o1,,,",
            new: "o1,tobedeleted,2026-01-01,",
            problem: "roster.deleted-in-bulk orgs.csv:3:status"
        ),
        Trap(
            file: "lineItems.csv",
            old: "t1,1,10",
            new: "t1,1,37",
            problem: "roster.scale lineItems.csv:2:resultValueMax"
        ),
        Trap(file: "results.csv", old: ",8.0,", new: ",88,", problem: "mark.unknown results.csv:2:score"),
        Trap(
            file: "manifest.csv",
            old: "file.demographics,absent",
            new: "file.demographics,bulk",
            problem: "roster.absent manifest.csv:7:value"
        ),
    ]

    @Test(arguments: traps)
    private func `is told with its place`(trap: Trap) async throws {
        try await TestWorld.run(.sqlite) { test in
            let set = RosterSet.first.with(trap.file, trap.old, trap.new)
            #expect(set.files != RosterSet.first.files)
            let problems = try await test.problems(try await test.stage(set))
            #expect(problems.contains { $0.hasSuffix(trap.problem) }, "\(problems)")
        }
    }

    @Test
    func `a school whose organisations go in a circle is taken over, and stamps that are right are not told`()
        async throws
    {
        try await TestWorld.run(.sqlite) { test in
            let circle = RosterSet.first.with("orgs.csv", "novads,district,,", "novads,district,,o1")
            _ = try await test.take(circle)
            #expect(try await test.texts("SELECT name FROM institution ORDER BY id") == ["Bērzu pamatskola"])
            for stamp in ["2026-01-01", "2026-01-01T10:00Z", "2026-01-01T10:00:00.123+02:00", "01.01.2026."] {
                let set = RosterSet.first.with("orgs.csv", "o1,,,", "o1,active,\(stamp),")
                let problems = try await test.problems(try await test.stage(set))
                #expect(!problems.contains { $0.contains("stamp") }, "\(stamp): \(problems)")
            }
        }
    }

    @Test func `another highest mark is read on the board's scale that ends there, or on the one declared`()
        async throws
    {
        try await TestWorld.run(.sqlite) { test in
            // A pupil who gave nothing in has a sign that the scale of twenty points lacks.
            let graded = RosterSet.first.with("results.csv", "not submitted", "fully graded")
                .with("results.csv", ",8.0,", ",17.0,")
            // The shipped scale from 0 to 20 is the only one that ends there.
            let twenty = graded.with("lineItems.csv", "t1,1,10", "t1,0,20")
            let staged = try await test.stage(twenty)
            #expect(
                try await test.problems(staged).allSatisfy { !$0.contains("scale") && !$0.contains("mark.") }
            )
            let other = graded.with("lineItems.csv", "t1,1,10", "t1,0,18")
            let refused = try await test.problems(try await test.stage(other))
            #expect(refused.contains("roster.scale lineItems.csv:2:resultValueMax"), "\(refused)")
            let path = try other.folder()
            defer { try? FileManager.default.removeItem(atPath: path) }
            let importer = Importer(test.desk)
            let declared = try await importer.stage(
                ImportRequest(files: [path], constants: ["scales": "18=twenty"])
            )
            #expect(
                try await test.problems(declared).allSatisfy {
                    !$0.contains("scale") && !$0.contains("mark.")
                }
            )
            _ = try await importer.apply(declared)
            let marks = try await test.texts(
                "SELECT '' || hundredths FROM mark WHERE hundredths > 1000 ORDER BY hundredths"
            )
            #expect(marks == ["1700"])
        }
    }

    @Test func `byte order marks, other days, other orders and line ends change nothing`() async throws {
        try await TestWorld.run(.sqlite) { test in
            _ = try await test.take(.first)
            var set = RosterSet.first
            for (name, text) in set.files {
                set.files[name] = "\u{feff}" + text.replacingOccurrences(of: "\n", with: "\r\n")
            }
            set.files["academicSessions.csv"] = set.files["academicSessions.csv"]?
                .replacingOccurrences(of: "2025-09-01", with: "01.09.2025.")
            set.files["enrollments.csv"] = set.files["enrollments.csv"]?
                .replacingOccurrences(of: "2026-02-13", with: "2026-02-13T00:00:00Z")
            #expect(try await test.stage(set).plan.changes == 0)
        }
    }

    @Test func `a required column that is missing is refused with its name`() async throws {
        try await TestWorld.run(.sqlite) { test in
            let set = RosterSet.first.with("enrollments.csv", "classSourcedId", "class")
            let refusal = await #expect(throws: Refusal.self) { try await test.stage(set) }
            #expect(refusal?.message.en.contains("classSourcedId") == true)
        }
    }

    @Test func `a zip file with one folder is a set, one with two sets is refused`() async throws {
        try await TestWorld.run(.sqlite) { test in
            let folder = try RosterSet.first.folder()
            defer { try? FileManager.default.removeItem(atPath: folder) }
            try await stageZip(test, RosterSet.first.files.map { ("set/\($0.key)", $0.value) }, folder)
            await #expect(throws: Refusal.self) {
                let twice = RosterSet.first.files.flatMap {
                    [("a/\($0.key)", $0.value), ("b/\($0.key)", $0.value)]
                }
                try await stageZip(test, twice, folder)
            }
            let bomb = "\(folder)/bomb.zip"
            let writer = try TableSetWriter(path: bomb)
            try writer.begin("orgs.csv", [])
            try writer.row([.text(String(repeating: "0", count: 12 << 20))])
            try writer.finish()
            await #expect(throws: Refusal.self) {
                try await Importer(test.desk).stage(ImportRequest(files: [bomb]))
            }
        }
    }

    private func stageZip(_ test: TestWorld, _ parts: [(String, String)], _ folder: String) async throws {
        let path = "\(folder)/set.zip"
        let writer = try TableSetWriter(path: path)
        for (name, text) in parts {
            try writer.begin(name, [])
            let table = try TableFile(bytes: Array(text.utf8), name: name)
            try table.rows { row in
                try writer.row(row.cells.map { $0.text.isEmpty ? .blank : .text($0.text) })
                return true
            }
        }
        try writer.finish()
        let staged = try await Importer(test.desk).stage(ImportRequest(files: [path]))
        #expect(staged.format == "oneroster")
        #expect(staged.plan.changes > 0)
    }
}
