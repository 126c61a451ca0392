import Exchange
import Foundation
import Frame
import Kernel
import SekmeTesting
import Storage
import Testing

@testable import House

/// The page of a figure, by who reads it: the number and its imports for all who see it, rows for those who see the people.
struct FigurePageTests {
    private static let pupils: String = {
        let lines = (1...8).map { "Bērzu skola,2025/2026,5.a,B\($0),Bērzs,Nr\($0),2025-09-01," }
        return "institution,year,class,external_code,surname,forename,from,to\n"
            + lines.joined(separator: "\n") + "\n"
    }()
    private static let absences: String = {
        let lines = (1...8).map { "Bērzu skola,5.a,B\($0),2025-11-05,Matemātika,nn,\($0)" }
        return "institution,class,pupil_code,date,subject,code,lessons\n" + lines.joined(separator: "\n")
            + "\n"
    }()
    private static let figure = "/figures/attendance/missed?year=2025%2F2026"

    /// Imports a text under a name; for an institution alone where one is named.
    private func take(
        _ text: String,
        _ name: String,
        _ test: TestWorld,
        format: String? = nil,
        institution: Int = 0,
        mapping: String? = nil,
        constants: [String: String] = [:]
    ) async throws {
        let files = FileManager.default
        let folder = files.temporaryDirectory.appendingPathComponent(UUID().uuidString)
        try files.createDirectory(at: folder, withIntermediateDirectories: false)
        defer { try? files.removeItem(at: folder) }
        let path = folder.appendingPathComponent(name).path
        try Data(text.utf8).write(to: URL(fileURLWithPath: path))
        var request = ImportRequest(files: [path], format: format, mapping: mapping, constants: constants)
        request.institution = institution
        let importer = Importer(test.desk)
        let staged = try await importer.stage(request)
        #expect(staged.plan.rejected + staged.plan.unmatched == 0, "\(name)")
        #expect(try await importer.apply(staged, acceptRemovals: true).batch != nil)
    }

    private func fill(_ test: TestWorld) async throws {
        try await take(Self.pupils, "pupils.csv", test, format: "pupils")
        try await take(TestFiles.subjects, "subjects.csv", test, format: "subjects")
        try await take(Self.absences, "absences.csv", test, format: "absences")
    }

    private func institution(_ test: TestWorld) async throws -> Int {
        let tenant = test.tenant
        let id = try await test.world.database.data.read {
            try $0.value("SELECT max(id) FROM institution WHERE tenant_id = \(tenant)", Int.self)
        }
        return try #require(id)
    }

    @Test(arguments: Engine.available)
    func `those who see aggregates see the number, its parts, its day and its imports, and no row`(
        engine: Engine
    ) async throws {
        try await TestWorld.run(engine) { test in
            try await fill(test)
            for (login, role) in [("vada", "board-head"), ("lasa", "reader")] {
                try await test.account(login, role)
                try await test.act(login) { browser, _ in
                    let page = try await browser.get(Self.figure)
                    #expect(page.status == 200, "\(role)")
                    // 1 + … + 8.
                    #expect(page.text.contains("<dt>Skaitlis</dt><dd>36</dd>"), "\(role)")
                    #expect(page.text.contains("<dt>Izglītojamie</dt><dd>8</dd>"), "\(role)")
                    #expect(page.text.contains("<dt>Dati atjaunoti</dt>"), "\(role)")
                    #expect(page.text.contains("Importi, no kuriem ir dati"), "\(role)")
                    #expect(page.text.contains("Kavējumi") && page.text.contains("Operators"), "\(role)")
                    #expect(!page.text.contains("Vieta failā"), "\(role)")
                    #expect(!page.text.contains("/imports/batches/"), "\(role)")
                }
            }
        }
    }

    @Test(arguments: Engine.available)
    func `a figure that is hidden says neither its number nor where it is from`(engine: Engine) async throws {
        try await TestWorld.run(engine) { test in
            try await test.fill()
            try await test.account("lasa", "reader")
            try await test.act("lasa") { browser, _ in
                // Two pupils missed lessons.
                let page = try await browser.get(Self.figure)
                #expect(page.status == 200)
                #expect(page.text.contains("Skaitlis nav redzams"))
                for words in [
                    "<dt>Skaitlis</dt>", "<dt>Izglītojamie</dt>", "Dati atjaunoti", "Importi, no kur",
                ] {
                    #expect(!page.text.contains(words), "\(words)")
                }
            }
        }
    }

    @Test(arguments: Engine.available)
    func `rows of public totals are shown to all, with their place in the file`(engine: Engine) async throws {
        try await TestWorld.run(engine) { test in
            let table = """
                Iestāde;Neattaisnotie kavējumi;Kavējumi slimības dēļ;Kopā
                Ozolu skola;2;10;12
                Liepu skola;3;20;23

                """
            try await take(
                table,
                "kopskaiti.csv",
                test,
                mapping: "absence-by-kind",
                constants: ["year": "2025/2026", "term": "1"]
            )
            try await test.account("lasa", "reader")
            try await test.act("lasa") { browser, _ in
                let page = try await browser.get(
                    "/figures/attendance/missed-reported?year=2025%2F2026&term=1"
                )
                #expect(page.text.contains("<dt>Skaitlis</dt><dd>35</dd>"))
                #expect(page.text.contains("kopskaiti.csv, 2. rinda"))
                #expect(page.text.contains("kopskaiti.csv, 3. rinda"))
                #expect(!page.text.contains("/imports/batches/"))
            }
        }
    }

    @Test(arguments: Engine.available)
    func `a head is led to the imports of the own institution, and not to the board's`(
        engine: Engine
    ) async throws {
        try await TestWorld.run(engine) { test in
            try await take(Self.pupils, "pupils.csv", test, format: "pupils")
            try await take(TestFiles.subjects, "subjects.csv", test, format: "subjects")
            let school = try await institution(test)
            try await take(Self.absences, "absences.csv", test, format: "absences", institution: school)
            let scope = Scope(institution: InstitutionID(rawValue: school))
            try await test.account("vada", "head", in: scope)
            try await test.act("vada") { browser, _ in
                let missed = try await browser.get(Self.figure + "&institution=\(school)")
                #expect(missed.text.contains("href=\"/imports/batches/3\""))
                #expect(missed.text.contains("absences.csv, 9. rinda"))
                let pupils = try await browser.get(
                    "/figures/registry/pupils?year=2025%2F2026&institution=\(school)"
                )
                #expect(pupils.text.contains("pupils.csv, 2. rinda"))
                #expect(!pupils.text.contains("/imports/batches/"))
                #expect(try await browser.get("/imports/batches/3").status == 200)
            }
        }
    }

    @Test(arguments: Engine.available)
    func `rows say whose they are, of which class and subject, and the page leads back`(
        engine: Engine
    ) async throws {
        try await TestWorld.run(engine) { test in
            try await fill(test)
            let school = try await institution(test)
            let scope = Scope(institution: InstitutionID(rawValue: school))
            try await test.account("vada", "head", in: scope)
            try await test.account("lasa", "reader")
            try await test.act("vada") { browser, _ in
                let page = try await browser.get(Self.figure + "&institution=\(school)")
                for words in [
                    "href=\"/pupils/1\"", "Bērzs Nr1", "href=\"/classes/1\"", "Matemātika", ">Skaits<",
                    "href=\"/institutions/\(school)?year=2025%2F2026\"",
                ] {
                    #expect(page.text.contains(words), "\(words)")
                }
                let share = try await browser.get(
                    "/figures/attendance/unexcused-share?year=2025%2F2026&institution=\(school)"
                )
                #expect(share.text.contains(">Skaitītājā<") && share.text.contains(">Saucējā<"))
                let one = try await browser.get(Self.figure + "&institution=\(school)&by-pupil=3")
                #expect(one.text.contains("· Bērzs Nr3</p>"))
            }
            try await test.act("lasa") { browser, _ in
                let page = try await browser.get(Self.figure)
                #expect(!page.text.contains("Bērzs Nr") && page.text.contains("href=\"/reports\""))
                let one = try await browser.get(Self.figure + "&institution=\(school)&by-pupil=3")
                #expect(!one.text.contains("Bērzs Nr"))
            }
        }
    }

    @Test(arguments: Engine.available)
    func `a pupil of another institution is not named by asking at one's own`(engine: Engine) async throws {
        try await TestWorld.run(engine) { test in
            try await test.fill()
            let other = Scope(institution: InstitutionID(rawValue: 1))
            try await test.account("vada", "head", in: other)
            try await test.act("vada") { browser, _ in
                // Anna learned at the other institution alone.
                let page = try await browser.get(Self.figure + "&institution=1&by-pupil=2")
                #expect(page.status == 200 && !page.text.contains("Liepa"))
            }
        }
    }

    @Test(arguments: Engine.available)
    func `rows that fewer people know of are not named`(engine: Engine) async throws {
        try await TestWorld.run(engine) { test in
            try await fill(test)
            let desk = test.desk
            let selection = Selection(year: SchoolYear(2025))
            let people = try await desk.database.data.read { connection in
                var row = EvidenceRow(
                    pupil: PupilID(rawValue: 1),
                    day: nil,
                    words: Text(same: "A case"),
                    numerator: 1,
                    denominator: 1,
                    batch: BatchID(rawValue: 0),
                    source: .none
                )
                let names = HouseNames(tenant: desk.tenant, year: selection.year, connection)
                let closed = try FigurePeople.load([row], selection, names, desk, connection)
                row.isNamed = true
                let open = try FigurePeople.load([row], selection, names, desk, connection)
                return (closed: closed.pupil(row)?.name, open: open.pupil(row)?.name)
            }
            #expect(people.closed == nil && people.open?.lv == "Bērzs Nr1")
        }
    }

    @Test func `many rows are looked through some at a time, up to a bound that is told`() {
        let first = FigureLeaf(1, of: 500, among: 700)
        #expect(first.rows == 0..<500 && first.count == 2 && !first.isCut)
        #expect(FigureLeaf(2, of: 500, among: 700).rows == 500..<700)
        #expect(FigureLeaf(9, of: 500, among: 700).number == 2)
        #expect(FigureLeaf(1, of: 500, among: 0).rows.isEmpty)
        let cut = FigureLeaf(20, of: 500, among: FigureLeaf.sought(500))
        #expect(cut.rows == 9500..<10_000 && cut.isCut && cut.all == 10_000)
    }

    @Test(arguments: Engine.available)
    func `rows of registers lead to the import that brought them or changed them last`(
        engine: Engine
    ) async throws {
        try await TestWorld.run(engine) { test in
            try await take(Self.pupils, "pupils.csv", test, format: "pupils")
            let left = """
                institution,year,class,external_code,surname,forename,from,to
                Bērzu skola,2025/2026,5.a,B3,Bērzs,Nr3,2025-09-01,2026-01-15

                """
            try await take(left, "left.csv", test, format: "pupils")
            let desk = test.desk
            let selection = Selection(year: SchoolYear(2025))
            let found = try await desk.database.data.read { connection in
                var made = FigureMade(about: [], mayPersons: true)
                let measure = try desk.house.measures.named("registry/pupils")
                try FigureSources(measure, selection, [:], desk, connection)
                    .fill(&made, Tally(8, people: 8), limit: 500)
                return made
            }
            #expect(found.rows.map(\.batch.rawValue) == [1, 1, 2, 1, 1, 1, 1, 1])
            #expect(found.rows.map(\.source.line) == [2, 3, 2, 5, 6, 7, 8, 9])
            #expect(found.batches.map(\.id.rawValue) == [2, 1])
            let gone = try await desk.database.data.read { connection in
                var made = FigureMade(about: [], mayPersons: true)
                let measure = try desk.house.measures.named("registry/left")
                try FigureSources(measure, selection, [:], desk, connection)
                    .fill(&made, Tally(1, people: 1), limit: 500)
                return made
            }
            #expect(gone.rows.map(\.batch.rawValue) == [2])
        }
    }
}
