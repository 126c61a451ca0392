import Frame
import Kernel
import Pages
import Registry
import RoomTesting
import SekmeTesting
import Storage
import Testing

@testable import Privacy

/// The notice to families, made of what is set.
struct FamilyNoticeTests {
    private func shown(_ desk: Desk, _ query: [String: String] = [:]) async throws -> PageContent {
        let request = PageRequest(query: query)
        guard case .page(let content) = try await FamilyNoticePage().answer(request, desk) else {
            throw Refusal.noSuchPage
        }
        return content
    }

    private func name(_ board: String, _ world: BoardWorld) async throws {
        let tenant = world.desk.tenant
        try await world.desk.database.data.write { connection in
            try connection.execute(
                """
                INSERT INTO tenant (tenant_id, name, sort_key, search_key, host, kind, language, is_demo,
                    export_ceiling, created_at, version)
                VALUES (\(tenant), \(board), \([UInt8]()), '', '', 'board', 'lv', 0, 50, 0, 1)
                """
            )
        }
    }

    @Test(arguments: Engine.available)
    func `it tells whose board, which data, why, how long and what rights, and names no pupil`(
        _ engine: Engine
    ) async throws {
        try await withPersons(engine) { world in
            try await name("Jauntiltas izglītības pārvalde", world)
            try await world.keep(["schooling": 10])
            let content = try await shown(world.desk)
            let text = content.body.string
            for words in [
                "Jauntiltas izglītības pārvalde", "Kavējumu uzskaite un to iemeslu novēršana",
                "noteikumi Nr. 89",
                "10 g. pēc pēdējās dienas izglītības iestādē", "termiņš vēl nav noteikts", "www.dvi.gov.lv",
                "Sistēma par bērnu neko nenolemj", "aizpilda ar roku", "kas un kad skatījis",
            ] {
                #expect(text.contains(words), "\(words)")
            }
            // What holds for several sets is said once: the notice has one page.
            #expect(text.ranges(of: "10 g. pēc pēdējās dienas").count == 1)
            #expect(!text.contains("Ozols"))
            #expect(content.persons.isEmpty)
        }
    }

    @Test(arguments: Engine.available)
    func `what of a set ends at one time is said once`(_ engine: Engine) async throws {
        try await withPersons(engine) { world in
            try await world.keep(["signals": 7, "observations": 7, "duty": 6])
            let text = try await shown(world.desk).body.string
            #expect(text.ranges(of: "7 g. pēc mācību gada beigām").count == 1)
            #expect(text.contains(", riska pazīmes") || text.contains(", novērojumi un līmeņu"))
            #expect(text.contains("6 g. pēc mācību gada beigām"))
        }
    }

    @Test(arguments: Engine.available)
    func `whoever is signed in may print it, in the language of the family`(_ engine: Engine) async throws {
        try await withPersons(engine) { world in
            let anybody = world.desk.seated(BoardWorld.asker([.ownAccount]))
            let latvian = try await shown(anybody)
            #expect(latvian.body.string.contains("Kā mēs izmantojam Jūsu bērna datus"))
            #expect(latvian.body.string.contains("/privacy/families?in=en"))
            // The page above is not theirs to open.
            #expect(latvian.crumbs.isEmpty)
            let english = try await shown(anybody, ["in": "en"]).body.string
            #expect(english.contains("How we use your child’s data"))
            #expect(english.contains("lang=\"en\""))
            #expect(!english.contains("Kāpēc"))
        }
    }

    @Test(arguments: Engine.available)
    func `somebody of one institution has its name in it`(_ engine: Engine) async throws {
        try await withPersons(engine) { world in
            let id = try await world.column("id", of: "institution", Int.self)[0]
            let here = Scope(institution: InstitutionID(rawValue: id))
            let teacher = world.desk.seated(BoardWorld.asker([.ownAccount, .readFigures], in: here))
            #expect(try await shown(teacher).body.string.contains("Pirmā pamatskola"))
            #expect(try await !shown(world.desk).body.string.contains("Pirmā pamatskola"))
        }
    }

    @Test func `every set of data about pupils has plain words`() async throws {
        try await withPersons(.sqlite) { world in
            for set in DataSet.all(world.desk.house) where set.holds == .pupils {
                #expect(FamilyData.named(set.code) != nil, "\(set.code)")
            }
        }
    }

    @Test func `who sees pupils follows from the roles`() {
        let lines = FamilyWords(language: .lv).readers
        #expect(
            lines.first == "Klases audzinātājs, atbalsta personāla speciālists – savas klases bērnus"
        )
        #expect(lines.count == 5)
        #expect(lines.contains { $0.contains("PMP prevencijas koordinators") })
        #expect(!lines.contains { $0.contains("Lasītājs") || $0.contains("Administrators") })
    }
}
