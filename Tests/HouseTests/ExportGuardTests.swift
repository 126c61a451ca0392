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

    private func report(
        _ people: Int,
        _ choose: (inout Selection) -> Void = { _ in }
    ) -> AnsweredReport {
        var selection = Selection(year: year)
        choose(&selection)
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
            selection: selection,
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
    func `what was approved of one question is not approved of another`(engine: Engine) async throws {
        try await TestWorld.run(engine) { test in
            let desk = try await seated("ieva", "board-specialist", test)
            let guarded = ExportGuard(desk: desk)
            let first = report(51) { $0.term = 1 }
            await #expect(throws: Refusal.exportWaits(1)) {
                try await guarded.pass(first, reason: "Saraksts pedagogiskās padomes sēdei")
            }
            let second = try await seated("juris", "board-head", test)
            try await PersonExports(second).decide(1, approve: true)
            let changes: [(inout Selection) -> Void] = [
                { $0.term = nil }, { $0.term = 2 }, { $0.grade = 7 },
                { $0.pupil = PupilID(rawValue: 1_001) }, { $0.years = [SchoolYear(2024)] },
                { $0.subject = SubjectID(rawValue: 900) }, { $0.assessment = 77 },
                { $0.rule = "risk-absence" },
            ]
            for (index, change) in changes.enumerated() {
                let other = report(51) { selection in
                    selection.term = 1
                    change(&selection)
                }
                await #expect(throws: Refusal.exportNeedsReason(50), "\(index)") {
                    try await guarded.pass(other, reason: "")
                }
            }
            let passed = try await guarded.pass(first, reason: "")
            #expect(passed.watermark != nil)
        }
    }

    @Test func `an approval is kept by numbers in a fixed order`() {
        let answer = report(1) { selection in
            selection.pupil = PupilID(rawValue: 1_001)
            selection.subject = SubjectID(rawValue: 900)
            selection.institution = InstitutionID(rawValue: 1)
            selection.term = 1
            selection.institutions = [InstitutionID(rawValue: 2), InstitutionID(rawValue: 3)]
        }
        let narrow = answer.exportKey(in: Scope(institution: InstitutionID(rawValue: 1)))
        let rest = "institutions=2,3 subject=900 pupil=1001"
        #expect(narrow == "attendance/over-limit 2025/2026 term=1 \(rest)")
        // Where the approval is for the whole board, the key says of which institution it is.
        let wide = answer.exportKey(in: .tenant)
        #expect(wide == "attendance/over-limit 2025/2026 term=1 institution=1 \(rest)")
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
