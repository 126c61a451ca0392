import Access
import Exchange
import Foundation
import Frame
import Kernel
import SekmeTesting
import Storage
import Testing

@testable import House

/// The head of one institution imports its own files, and nothing of others.
struct ScopedImportTests {
    private struct School {
        let test: TestWorld
        let folder: String
        let first: Scope
        let second: Scope

        func importer(_ role: String, in scopes: [Scope]) -> Importer {
            let account = AccountID(rawValue: 70 + (scopes.first?.institution?.rawValue ?? 0))
            let grants = scopes.flatMap { scope in
                Role.named(role)?.grants(
                    in: scope,
                    from: Day(number: 0),
                    to: nil,
                    account: account,
                    permissions: test.world.house.permissions
                ) ?? []
            }
            let asker = Asker(account: account, name: role, language: .lv, grants: grants)
            return Importer(test.world.desk(test.tenant, asker))
        }

        func doubleStays(_ role: String, in scope: Scope) async throws -> [Matter] {
            let desk = importer(role, in: [scope]).desk
            return try await desk.database.data.read { try DoubleStays.find(desk, $0) }
        }

        var board: Importer { importer("board-specialist", in: [.tenant]) }
        var head: Importer { importer("head", in: [first]) }

        func stage(_ importer: Importer, _ format: String, _ text: String) async throws -> StagedImport {
            let path = "\(folder)/\(UUID().uuidString).csv"
            try Data(text.utf8).write(to: URL(fileURLWithPath: path))
            return try await importer.stage(ImportRequest(files: [path], format: format))
        }

        func rows(_ query: SQL) async throws -> [String] {
            try await test.world.database.data.read { try $0.rows(query, String.self) }
        }
    }

    private static let pupils = """
        institution,year,class,personal_code,surname,forename,from
        Ābeļu pamatskola,2025/2026,5.a,329999-00001,Bērziņa,Anna,01.09.2025.
        Ābeļu pamatskola,2025/2026,5.a,329999-00002,Kļava,Jānis,01.09.2025.
        Birzes vidusskola,2025/2026,5.a,329999-00003,Ozola,Zane,01.09.2025.

        """

    private func run(_ engine: Engine, _ body: (School) async throws -> Void) async throws {
        try await TestWorld.run(engine) { test in
            let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString).path
            try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
            defer { try? FileManager.default.removeItem(atPath: folder) }
            var school = School(test: test, folder: folder, first: .tenant, second: .tenant)
            let institutions = """
                name,type,reg_no
                Ābeļu pamatskola,Vispārizglītojošā pamatskola,4219900001
                Birzes vidusskola,Vispārizglītojošā vidusskola,4219900002

                """
            try await school.board.apply(try await school.stage(school.board, "institutions", institutions))
            try await school.board.apply(try await school.stage(school.board, "pupils", Self.pupils))
            let ids = try await test.world.database.data.read {
                try $0.rows("SELECT id FROM institution ORDER BY reg_no", InstitutionID.self)
            }
            school = School(
                test: test,
                folder: folder,
                first: Scope(institution: ids[0]),
                second: Scope(institution: ids[1])
            )
            try await body(school)
        }
    }

    @Test(arguments: Engine.available)
    func `lines of another institution are rejected and the rest is saved`(engine: Engine) async throws {
        try await run(engine) { school in
            let file =
                Self.pupils + """
                    Ābeļu pamatskola,2025/2026,5.b,329999-00004,Jauna,Ilze,01.09.2025.
                    Birzes vidusskola,2025/2026,5.b,329999-00005,Cita,Ieva,01.09.2025.

                    """
            let staged = try await school.stage(school.head, "pupils", file)
            let findings = try await school.head.findings(staged.id)
            #expect(findings.map(\.problem.code) == ["scope.institution"])
            #expect(findings.first?.source.line == 6)
            #expect(staged.plan.tables.first { $0.table == "pupil" }?.added == 1)
            #expect(staged.plan.tables.first { $0.table == "class_group" }?.added == 1)
            try await school.head.apply(staged)
            let names = try await school.rows("SELECT surname FROM pupil ORDER BY id")
            #expect(names == ["Bērziņa", "Kļava", "Ozola", "Jauna"])
        }
    }

    @Test(arguments: Engine.available)
    func `nobody's name is changed from another institution`(engine: Engine) async throws {
        try await run(engine) { school in
            let renamed = Self.pupils.replacing("Ozola", with: "Svešā").replacing("Kļava", with: "Kļaviņš")
            let staged = try await school.stage(school.head, "pupils", renamed)
            let findings = try await school.head.findings(staged.id)
            #expect(findings.map(\.source.line) == [4])
            try await school.head.apply(staged)
            let names = try await school.rows("SELECT surname FROM pupil ORDER BY id")
            #expect(names == ["Bērziņa", "Kļaviņš", "Ozola"])
        }
    }

    @Test(arguments: Engine.available)
    func `staff are changed where they work, and nowhere else`(engine: Engine) async throws {
        try await run(engine) { school in
            let staff = """
                institution,personal_code,surname,forename,role,from
                Ābeļu pamatskola,329999-00006,Liepa,Ilze,skolotājs,01.09.2010.
                Birzes vidusskola,329999-00007,Kalns,Juris,skolotājs,01.09.2010.

                """
            try await school.board.apply(try await school.stage(school.board, "staff", staff))
            let renamed = staff.replacing("Liepa", with: "Liepa-Kalna").replacing("Kalns", with: "Svešais")
            let staged = try await school.stage(school.head, "staff", renamed)
            let findings = try await school.head.findings(staged.id, withDoubts: false)
            #expect(findings.map(\.source.line) == [3])
            try await school.head.apply(staged)
            let names = try await school.rows("SELECT surname FROM staff ORDER BY forename")
            #expect(names == ["Liepa-Kalna", "Kalns"])
        }
    }

    @Test(arguments: Engine.available)
    func `a group is of the institution that it has, and changed by no other`(
        engine: Engine
    ) async throws {
        try await run(engine) { school in
            let groups = """
                institution,year,group
                Ābeļu pamatskola,2025/2026,Koris
                Birzes vidusskola,2025/2026,Zvani

                """
            try await school.board.apply(try await school.stage(school.board, "groups", groups))
            let ids = try await school.test.world.database.data.read {
                try $0.rows("SELECT id FROM teaching_group ORDER BY name", Int.self)
            }
            let number = "sekme-\(school.test.tenant.rawValue)-group"
            let renamed = """
                sekme,institution,year,group
                \(number)-\(ids[0]),Ābeļu pamatskola,2025/2026,Lielais koris
                \(number)-\(ids[1]),Birzes vidusskola,2025/2026,Lielie zvani

                """
            let staged = try await school.stage(school.head, "groups", renamed)
            let findings = try await school.head.findings(staged.id, withDoubts: false)
            #expect(findings.map(\.source.line) == [3])
            try await school.head.apply(staged)
            let names = try await school.rows("SELECT name FROM teaching_group ORDER BY name")
            #expect(names == ["Lielais koris", "Zvani"])
        }
    }

    @Test(arguments: Engine.available)
    func `a number of Sekme's reaches nobody of another institution`(engine: Engine) async throws {
        try await run(engine) { school in
            let ids = try await school.test.world.database.data.read {
                try $0.rows("SELECT id FROM pupil ORDER BY id", Int.self)
            }
            let number = "sekme-\(school.test.tenant.rawValue)-pupil"
            let file = """
                sekme,year,class,surname,forename,from
                \(number)-\(ids[1]),2025/2026,5.a,Kļaviņa,Jānis,01.09.2025.
                \(number)-\(ids[2]),2025/2026,5.a,Ozola,Zane,01.09.2025.

                """
            let staged = try await school.stage(school.head, "pupils", file)
            let findings = try await school.head.findings(staged.id)
            #expect(findings.map(\.problem.code) == ["number.unknown"])
            #expect(findings.map(\.source.line) == [3] && findings.map(\.source.column) == [1])
            try await school.head.apply(staged)
            let names = try await school.rows("SELECT surname FROM pupil ORDER BY id")
            #expect(names == ["Bērziņa", "Kļaviņa", "Ozola"])
            let stays = try await school.test.world.database.data.read {
                try $0.value("SELECT count(*) FROM enrolment", Int.self)
            }
            #expect(stays == 3)
        }
    }

    @Test(arguments: Engine.available)
    func `a pupil who comes over is enrolled, and lists of the board stay`(engine: Engine) async throws {
        try await run(engine) { school in
            let moved = """
                year,class,personal_code,surname,forename,from
                2025/2026,5.a,329999-00003,Ozola,Zane,12.01.2026.

                """
            let staged = try await school.stage(school.head, "pupils", moved)
            #expect(staged.plan.rejected == 0, "the file need not name the institution")
            let doubts = try await school.head.findings(staged.id)
            #expect(doubts.map(\.problem.code) == ["enrolment.elsewhere"])
            #expect(doubts.allSatisfy { $0.kind == .doubtful && !$0.problem.message.lv.contains("Birzes") })
            let notTaken = try await school.head.findings(staged.id, withDoubts: false)
            #expect(staged.plan.hasDoubts && notTaken.isEmpty)
            try await school.head.apply(staged)
            let stays = try await school.rows(
                """
                SELECT i.name FROM enrolment e
                JOIN institution i ON i.tenant_id = e.tenant_id AND i.id = e.institution_id
                JOIN pupil p ON p.tenant_id = e.tenant_id AND p.id = e.pupil_id
                WHERE p.surname = 'Ozola' ORDER BY e.from_day, i.id
                """
            )
            #expect(stays == ["Birzes vidusskola", "Ābeļu pamatskola"])
            for scope in [school.first, school.second] {
                let told = try await school.doubleStays("head", in: scope)
                #expect(told.count == 1 && told[0].more?.lv.contains("Ābeļu pamatskola, Birzes") == true)
            }
            // Who keeps the accounts sees no pupil, and is told of none.
            #expect(try await school.doubleStays("administrator", in: .tenant).isEmpty)
            let terms = try await school.stage(
                school.head,
                "terms",
                "year,term,from,to\n2025/2026,1,01.09.2025.,19.12.2025.\n"
            )
            #expect(terms.plan.changes == 0)
            #expect(try await school.head.findings(terms.id).map(\.problem.code) == ["scope.shared"])
        }
    }

    @Test(arguments: Engine.available)
    func `marks are of own pupils; what another institution wrote stays`(engine: Engine) async throws {
        try await run(engine) { school in
            let subjects = try await school.stage(
                school.board,
                "subjects",
                "subject,area\nMatemātika,Matemātikas mācību joma\n"
            )
            try await school.board.apply(subjects)
            let head = "institution,year,class,personal_code,subject,mark,kind,term\n"
            func line(_ institution: String, _ code: String, _ mark: Int) -> String {
                "\(institution),2025/2026,5.a,329999-0000\(code),Matemātika,\(mark),term,1\n"
            }
            let all = head + line("Ābeļu pamatskola", "1", 7) + line("Birzes vidusskola", "3", 9)
            try await school.board.apply(try await school.stage(school.board, "marks", all))
            let file = head + line("Ābeļu pamatskola", "1", 8) + line("Birzes vidusskola", "3", 4)
            let staged = try await school.stage(school.head, "marks", file)
            #expect(try await school.head.findings(staged.id).map(\.problem.code) == ["scope.institution"])
            try await school.head.apply(staged)
            let marks = try await school.test.world.database.data.read {
                try $0.rows("SELECT hundredths FROM mark ORDER BY pupil_id", Int.self)
            }
            #expect(marks == [800, 900])
        }
    }

    @Test(arguments: Engine.available)
    func `each sees and takes back the imports of their own, the board all`(engine: Engine) async throws {
        try await run(engine) { school in
            let other = school.importer("head", in: [school.second])
            let changed = Self.pupils.replacing("Kļava", with: "Kļaviņš")
            let staged = try await school.stage(school.head, "pupils", changed)
            #expect(try await school.head.pending().map(\.id) == [staged.id])
            #expect(try await other.pending().isEmpty)
            await #expect(throws: Refusal.self) { _ = try await other.find(staged.id) }
            await #expect(throws: Refusal.self) { _ = try await other.findings(staged.id) }
            await #expect(throws: Refusal.self) { try await other.apply(staged) }
            let batch = try #require(try await school.head.apply(staged).batch)
            #expect(try await school.head.list().map(\.id) == [batch])
            #expect(try await other.list().isEmpty)
            #expect(try await school.board.list().count == 3)
            let ofBoard = try #require(try await school.board.list().last?.id)
            for (importer, id) in [(other, batch), (school.head, ofBoard)] {
                await #expect(throws: Refusal.self) { try await importer.undo(id) }
                await #expect(throws: Refusal.self) { _ = try await importer.tables(of: id) }
                await #expect(throws: Refusal.self) { _ = try await JobQueue(importer.desk).undo(id) }
            }
            try await school.head.undo(batch)
            let names = try await school.rows("SELECT surname FROM pupil ORDER BY id")
            #expect(names == ["Bērziņa", "Kļava", "Ozola"])
        }
    }

    @Test(arguments: Engine.available)
    func `whoever has two institutions says which, and nobody gets another's upload`(
        engine: Engine
    ) async throws {
        try await run(engine) { school in
            let both = school.importer("head", in: [school.first, school.second])
            await #expect(throws: Refusal.self) {
                _ = try await school.stage(both, "pupils", Self.pupils)
            }
            let path = "\(school.folder)/up.csv"
            try Data(Self.pupils.utf8).write(to: URL(fileURLWithPath: path))
            let file = UploadedFile(field: "file", name: "up.csv", path: path, size: 1)
            let upload = try await Uploads(school.head.desk).keep(file)
            let other = school.importer("head", in: [school.second]).desk
            let request = ImportRequest(uploads: [upload])
            await #expect(throws: Refusal.self) { _ = try await FileLook.open(request, other) }
            await #expect(throws: Refusal.self) { _ = try await JobQueue(other).stage(request) }
            _ = try await FileLook.open(request, school.head.desk)
            _ = try await JobQueue(school.head.desk).stage(request)
            let teacher = school.importer("teacher", in: [school.first])
            await #expect(throws: Refusal.self) { _ = try await teacher.list() }
        }
    }
}
