import Access
import Frame
import Kernel
import SekmeTesting
import Storage
import Testing

@testable import House

/// Files with persons: few leave at once with a mark, many wait for a second person.
struct ExportGuardTests {
    private let year: SchoolYear

    init() throws {
        year = try #require(SchoolYear("2025/2026"))
    }

    private func report(_ people: Int) -> AnsweredReport {
        let rows = (0..<people).map { number in
            ReportRow(
                [.words(Text(same: "\(number)"))],
                persons: [PupilID(rawValue: number + 1)]
            )
        }
        let column = ReportColumn("pupil", Text(lv: "Izglītojamais", en: "Pupil"), .words)
        return AnsweredReport(
            id: "attendance/over-limit",
            title: Text(lv: "Kavētāji", en: "Absentees"),
            purpose: Text(lv: "Kas kavē?", en: "Who is absent?"),
            selection: Selection(year: year),
            filters: [],
            document: ReportDocument([ReportSection(columns: [column], rows: rows)])
        )
    }

    private func seated(_ login: String, _ role: String, _ test: TestWorld) async throws -> Desk {
        try await test.account(login, role)
        let desk = test.world.desk(test.tenant, Operator.asker(test.world.house))
        return desk.seated(try await Accounts(desk).asker(login: login))
    }

    @Test(arguments: Engine.available)
    func `few persons leave at once, with the mark of who took them out`(engine: Engine) async throws {
        try await TestWorld.run(engine) { test in
            let desk = try await seated("ieva", "board-specialist", test)
            let passed = try await ExportGuard(desk: desk).pass(report(3), reason: "")
            #expect(passed.document.notes.last?.en.contains("Paraugs ieva") == true)
            let xlsx = try passed.bytes(.xlsx)
            #expect(!xlsx.isEmpty)
            let lines = String(decoding: try passed.bytes(.csv, language: .en), as: UTF8.self)
                .split(separator: "\r\n")
            #expect(lines.count == 5)
            #expect(lines.last?.contains("# Sekme: Exported by Paraugs ieva (") == true, "\(lines)")
        }
    }

    @Test(arguments: Engine.available)
    func `many persons wait for a reason and a second person`(engine: Engine) async throws {
        try await TestWorld.run(engine) { test in
            let desk = try await seated("ieva", "board-specialist", test)
            let guarded = ExportGuard(desk: desk)
            await #expect(throws: Refusal.exportNeedsReason(50)) {
                try await guarded.pass(report(51), reason: "")
            }
            await #expect(throws: Refusal.exportWaits(1)) {
                try await guarded.pass(report(51), reason: "Saraksts pedagogiskās padomes sēdei")
            }
            let second = try await seated("juris", "board-head", test)
            try await PersonExports(second).decide(1, approve: true)
            let passed = try await guarded.pass(report(51), reason: "")
            #expect(passed.document.notes.count == 1)
            await #expect(throws: Refusal.exportNeedsReason(50)) {
                try await guarded.pass(report(51), reason: "")
            }
        }
    }

    @Test(arguments: Engine.available)
    func `a report that lists staff passes the guard too`(engine: Engine) async throws {
        try await TestWorld.run(engine) { test in
            let desk = try await seated("ieva", "board-specialist", test)
            var listed = report(0)
            listed.document.sections[0].rows = (1...51).map { number in
                ReportRow([.member(.teacher, number, Text(same: "Pedagogs \(number)"))])
            }
            await #expect(throws: Refusal.exportNeedsReason(50)) {
                try await ExportGuard(desk: desk).pass(listed, reason: "")
            }
            listed.document.sections[0].rows.removeLast(48)
            let passed = try await ExportGuard(desk: desk).pass(listed, reason: "")
            #expect(passed.document.notes.count == 1)
            let last = try await AuditTrail.list(test.tenant, AuditFilter(), test.world.database).first
            #expect(last?.what == "attendance/over-limit 2025/2026 staff 3")
        }
    }

    @Test(arguments: Engine.available)
    func `a report that shows nobody passes as it is`(engine: Engine) async throws {
        try await TestWorld.run(engine) { test in
            let desk = try await seated("ieva", "reader", test)
            let passed = try await ExportGuard(desk: desk).pass(report(0), reason: "")
            #expect(passed.document.notes.isEmpty)
            #expect(try passed.bytes(.csv) == report(0).bytes(.csv))
            #expect(!String(decoding: try passed.bytes(.csv), as: UTF8.self).contains("#"))
        }
    }
}
