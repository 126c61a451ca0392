import Access
import Frame
import Kernel
import Registry
import SekmeTesting
import Storage
import Testing

@testable import House

/// Every report of the house under every filter, read by people who see sums only: no small figure comes out.
///
/// Reports are those of the house's list, so that a new one is attacked without a word here.
struct ReportAttackTests {
    private static let floor = 5

    private func asker(_ grants: [(Set<Permission>, Scope)]) -> Asker { .test(holding: grants, account: 0) }

    /// What somebody sees of all reports, and which reports answered.
    private func read(_ test: TestWorld, _ asker: Asker) async throws -> (ReportAttacker, Set<String>) {
        let desk = test.world.desk(test.tenant, asker)
        return try await desk.database.data.read { connection in
            let questions = try AttackQuestions(desk.tenant, connection)
            var attacker = ReportAttacker(desk.house.measures, questions)
            var answered: Set<String> = []
            for room in desk.house.rooms {
                for report in room.reports {
                    let id = "\(room.name)/\(report.name)"
                    for selection in questions.selections(report) {
                        guard let (document, question) = try answer(report, selection, desk, connection)
                        else { continue }
                        // Who is similar is public; it is looked up where it matters, as it takes its time.
                        let isCompared = document.sections.contains { $0.code == "comparison" }
                        let similar =
                            isCompared
                            ? try selection.institution.flatMap { try SimilarInstitutions.of($0, question) }
                            : nil
                        try attacker.read(document)
                        try attacker.readNumbers(document, of: id, question.selection, similar)
                        answered.insert(id)
                    }
                }
            }
            return (attacker, answered)
        }
    }

    /// The document as its reader sees it; nil where the report refuses.
    private func answer(
        _ report: any Report.Type,
        _ selection: Selection,
        _ desk: Desk,
        _ connection: Connection
    ) throws -> (document: ReportDocument, question: Question)? {
        var asked = selection
        asked.reach = desk.asker.reach(report.permission, on: desk.today)
        guard !asked.reach.isEmpty else { return nil }
        let names = HouseNames(tenant: desk.tenant, year: asked.year, connection)
        let question = desk.question(asked, names, connection)
        do {
            return (try desk.house.disclosure.applied(to: report.answer(question), question), question)
        } catch is Refusal {
            return nil
        }
    }

    /// One board on each engine is read by everybody: its answers are what takes the time.
    @Test(arguments: Engine.available)
    func `no reader of sums recovers few people, or few on a side of a share, from all reports`(
        _ engine: Engine
    ) async throws {
        try await TestWorld.run(engine, isLong: true) { test in
            for (format, text) in AttackBoard.files(seed: 3) { try await test.take(text, format) }
            let floor = ReportAttackTests.floor
            let insider = asker([(Set(test.world.house.permissions), .tenant)])
            let (all, answered) = try await read(test, insider)
            let names = test.world.house.rooms.flatMap { room in
                room.reports.map { "\(room.name)/\($0.name)" }
            }
            #expect(Set(names).subtracting(answered) == [], "no question was answered")
            let truth = all.shown.filter { key, _ in
                // What is told of one person is told to those who see persons; nothing is summed up of it here.
                key.members[.pupil] == nil && key.members[.teacher] == nil
            }
            provesSomething(all, truth)
            let school = try await institution("Liepu skola", test)
            let readers: [(words: String, asker: Asker, own: InstitutionID?)] = [
                ("aggregates", asker([([.readFigures], .tenant)]), nil),
                ("teachers' figures", asker([([.readFigures, .readTeacherFigures], .tenant)]), nil),
                (
                    "one school's pupils",
                    asker([([.readFigures], .tenant), ([.readPupils], Scope(institution: school))]), school
                ),
            ]
            var shares = 0
            for reader in readers {
                let (seen, _) = try await read(test, reader.asker)
                func isOwn(_ key: ReportAttacker.Key) -> Bool {
                    reader.own != nil && key.members[.institution] == reader.own?.rawValue
                }
                let open = seen.shown.filter { key, tally in
                    !isOwn(key) && seen.isFew(tally, of: key, floor)
                }
                #expect(open.keys.map { "\($0)" } == [], "shown to a reader of \(reader.words)")
                let recovered = seen.recovered(truth, floor: floor).filter { !isOwn($0) }
                #expect(recovered.map { "\($0)" } == [], "recovered by a reader of \(reader.words)")
                #expect(seen.shown.count > 50, "\(reader.words)")
                #expect(seen.exposed == [], "made of what is hidden from a reader of \(reader.words)")
                shares += seen.shown.keys.count {
                    ReportAttacker.ofSides.contains($0.measure) && !isOwn($0)
                }
            }
            // Hiding every share would be safe and of no use.
            #expect(shares > 0)
        }
    }

    /// A board on which nothing small could be found would prove nothing.
    private func provesSomething(
        _ all: ReportAttacker,
        _ truth: [ReportAttacker.Key: Tally]
    ) {
        let floor = ReportAttackTests.floor
        #expect(truth.count > 200)
        // Counts that are no figures, and comparisons, are attacked too.
        let counts = truth.keys.count { $0.measure.contains(" ") }
        #expect(counts > 0 && !all.combined.isEmpty, "\(counts)")
        // Hiding nothing but what is small: the attack must find something.
        let naive = all.having(seen: truth.filter { !all.isFew($0.value, of: $0.key, floor) })
        #expect(!naive.recovered(truth, floor: floor).isEmpty)
        // There is somebody to tell of: few on a side of many.
        let isTold = truth.contains { key, tally in
            (tally.people ?? 0) >= floor && all.isFew(tally, of: key, floor)
        }
        #expect(isTold)
    }

    private func institution(_ name: String, _ test: TestWorld) async throws -> InstitutionID {
        let tenant = test.tenant
        let id = try await test.world.database.data.read { connection in
            try connection.value(
                "SELECT id FROM institution WHERE tenant_id = \(tenant) AND name = \(name)",
                Int.self
            )
        }
        return InstitutionID(rawValue: try #require(id))
    }
}
