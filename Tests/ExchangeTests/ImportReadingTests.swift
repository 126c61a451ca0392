import Access
import Exchange
import Foundation
import Frame
import Kernel
import Pages
import SekmeTesting
import Storage
import Testing

/// What pages of an import show of persons is recorded, and what leaves as a file is guarded.
struct ImportReadingTests {
    private func page(_ path: String) throws -> any Page {
        try #require(exchangeRoom.pages.first { $0.path == path && $0.method == .get })
    }

    private func content(_ response: PageResponse) throws -> PageContent {
        guard case .page(let content) = response else { throw Refusal.noSuchPage }
        return content
    }

    /// The guard looks up the ceiling of the tenant.
    private func found(_ world: TestWorld, ceiling: Int) async throws {
        let (tenant, name, host, kind) = (world.desk.tenant, "Paraugs", "", TenantKind.board)
        let language = Language.lv.rawValue
        try await world.database.data.write { connection in
            try connection.execute(
                """
                INSERT INTO tenant (tenant_id, name, sort_key, search_key, host, kind, language, is_demo,
                    export_ceiling, created_at, version)
                VALUES (\(tenant), \(name), \(LatvianKey.sort(name)), \(LatvianKey.search(name)), \(host),
                    \(kind), \(language), 1, \(ceiling), 1, 1)
                """
            )
        }
    }

    private func download(_ id: ImportID, _ world: TestWorld) async throws -> PageResponse {
        let parts = ["import": String(id.rawValue)]
        return try await page("/imports/plans/:import/rejected").answer(PageRequest(parts: parts), world.desk)
    }

    @Test(arguments: Engine.available)
    func `the plan tells which pupils and how many lines it shows`(engine: Engine) async throws {
        try await TestWorld.with(engine) { world in
            try await world.take(pupilFile)
            let staged = try await world.stage(lessonFile + "p1;31.02.2026.;3;0\n")
            let parts = ["import": String(staged.id.rawValue)]
            let answer = try await page("/imports/plans/:import").answer(
                PageRequest(parts: parts),
                world.desk
            )
            let shown = try content(answer)
            let samples = staged.plan.tables.map(\.samples.count).reduce(0, +)
            #expect(samples > 0 && shown.lines == samples + 1)
            #expect(!shown.persons.isEmpty)
        }
    }

    @Test(arguments: Engine.available)
    func `few rejected lines leave at once with a mark, which is passed over when they come back`(
        engine: Engine
    ) async throws {
        try await TestWorld.with(engine) { world in
            try await found(world, ceiling: 2)
            try await world.take(pupilFile)
            let staged = try await world.stage(lessonFile + "p1;31.02.2026.;3;0\np2;02.09.2025.;x;1\n")
            guard case .file(let file) = try await download(staged.id, world) else {
                throw Refusal.noSuchPage
            }
            let text = String(decoding: file.bytes, as: UTF8.self)
            #expect(text.contains("# Sekme: Eksportēja Test (7)"))
            let last = try await AuditTrail.list(world.desk.tenant, AuditFilter(), world.database).first
            #expect(last?.what == "rejected-lines \(staged.id.rawValue) rows 2")
            let mended = text.replacing("31.02.2026.", with: "28.02.2026.").replacing(";x;", with: ";5;")
            let report = try await world.take(mended, name: "mended.csv")
            #expect(report.plan.rejected == 0 && report.plan.lines == 2 && report.plan.added == 2)
        }
    }

    @Test(arguments: Engine.available)
    func `many rejected lines need a reason and a second person`(engine: Engine) async throws {
        try await TestWorld.with(engine) { world in
            try await found(world, ceiling: 1)
            try await world.take(pupilFile)
            let staged = try await world.stage(lessonFile + "p1;31.02.2026.;3;0\np2;02.09.2025.;x;1\n")
            let question = try content(try await download(staged.id, world))
            #expect(question.body.string.contains("name=\"reason\""))
        }
    }

    @Test(arguments: Engine.available)
    func `a line that says who took a file out is no line of the table`(engine: Engine) async throws {
        try await TestWorld.with(engine) { world in
            let plain = try await world.stage(pupilFile)
            let marked = try await world.stage(pupilFile + "# Sekme: Eksportēja Test (7)\n")
            #expect(marked.plan.lines == plain.plan.lines && marked.plan.rejected == 0)
            #expect(marked.plan.added == plain.plan.added && marked.plan.skippedSheets.isEmpty)
            let named = try await world.stage(pupilFile + "# Sekme: Ozols;Ozols;1.a\n")
            #expect(named.plan.lines == plain.plan.lines + 1)
        }
    }
}
