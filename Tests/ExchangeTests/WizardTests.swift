import Access
import Exchange
import Foundation
import Frame
import Kernel
import Logging
import Pages
import SekmeTesting
import Storage
import Testing

struct WizardTests {
    /// The answer of the page at an address, as a browser would get it.
    private func ask(
        _ method: PageMethod,
        _ address: String,
        _ form: [String: String] = [:],
        files: [UploadedFile] = [],
        in world: TestWorld
    ) async throws -> PageResponse {
        try await exchangeRoom.ask(method, address, form, files: files, at: world.desk)
    }

    private func target(_ response: PageResponse) -> String? {
        if case .redirect(let address, _) = response { address } else { nil }
    }

    private func page(_ response: PageResponse) -> String? {
        if case .page(let content) = response { content.body.string } else { nil }
    }

    private func upload(_ text: String, _ world: TestWorld) async throws -> PageResponse {
        let path = try world.file("upload", text)
        let file = UploadedFile(field: "file", name: "fails.csv", path: path, size: text.utf8.count)
        return try await ask(.post, "/imports/new", files: [file], in: world)
    }

    private func runner(_ world: TestWorld) -> JobRunner {
        JobRunner(
            owner: "test",
            logger: Logger(label: "test"),
            tenants: { [world.desk.tenant] },
            desk: { _ in world.desk }
        )
    }

    @Test func `spoiled letters are asked about, and are read mended once a person says so`() async throws {
        try await TestWorld.with(.sqlite) { world in
            let text = "Kods;Uzv\u{c4}\u{81}rds;Klase\np1;B\u{c4}\u{201c}rzi\u{c5}\u{2020}a;5.a\n"
            let columns = try #require(target(try await upload(text, world)))
            let look = try #require(page(try await ask(.get, columns, in: world)))
            #expect(look.contains("Burti ir sabojāti") && look.contains("letters=mended"))
            #expect(look.contains("Windows-1257") && look.contains("encoding=dos775"))
            let mended = try #require(page(try await ask(.get, columns + "&letters=mended", in: world)))
            #expect(mended.contains("Bērziņa") && mended.contains("Sabojātie burti ir izlaboti"))
            await #expect(throws: Refusal.self) {
                try await ask(.get, columns + "&encoding=ebcdic", in: world)
            }
        }
    }

    @Test(arguments: Engine.available)
    func `rows with Latvian letters are shown before others, in the order of the file with their lines`(
        engine: Engine
    ) async throws {
        try await TestWorld.with(engine) { world in
            let names = (1...30).map { line in
                switch line {
                case 9: "Bērziņš"
                case 21: "Žagare"
                default: "Kalns"
                }
            }
            let lines = names.enumerated().map { "p\($0 + 1);\($1);5.a" }
            let text = (["Kods;Uzvārds;Klase"] + lines).joined(separator: "\n") + "\n"
            let columns = try #require(target(try await upload(text, world)))
            let look = try #require(page(try await ask(.get, columns, in: world)))
            let table = try #require(look.components(separatedBy: "</table>").first { $0.contains("p9") })
            let codes = table.matches(of: #/>p(\d+)</#).map { String($0.1) }
            #expect(codes == ["1", "2", "3", "9", "21"])
            // The headings are the first line of the file.
            for line in [2, 3, 4, 10, 22] { #expect(table.contains(">\(line)<"), "\(line)") }
            #expect(table.contains("Rinda failā"))
        }
    }

    @Test(arguments: Engine.available)
    func `the wizard leads from the file over columns and plan to the batch, and back`(
        engine: Engine
    ) async throws {
        try await TestWorld.with(engine) { world in
            let runner = runner(world)
            let before = try await world.dump()
            let columns = try #require(target(try await upload(pupilFile, world)))
            let look = try #require(page(try await ask(.get, columns, in: world)))
            #expect(look.contains("Bērziņš"))
            #expect(look.contains("UTF-8"))
            let uploads = try #require(columns.split(separator: "=").last.map(String.init))
            let chosen = [
                "uploads": uploads, "column-code": "#1", "column-surname": "#2", "column-class": "#3",
                "column-phone": "",
            ]
            let staging = try #require(target(try await ask(.post, "/imports/columns", chosen, in: world)))
            #expect(try #require(page(try await ask(.get, staging, in: world))).contains("data-poll"))
            #expect(try await runner.step())
            let plan = try #require(target(try await ask(.get, staging, in: world)))
            let shown = try #require(page(try await ask(.get, plan, in: world)))
            #expect(shown.contains("Ja apstiprināsiet, mainīsies 5"))
            // Whatever the gender of what is counted.
            #expect(shown.contains(": pievienos") && !shown.contains(": jauni"))
            #expect(try await world.dump() == before)
            let applying = try #require(target(try await ask(.post, plan, ["do": "apply"], in: world)))
            #expect(try await runner.step())
            let batch = try #require(target(try await ask(.get, applying, in: world)))
            #expect(try await world.count("pupil") == 3)
            #expect(try #require(page(try await ask(.get, "/imports", in: world))).contains("fails.csv"))
            #expect(try #require(page(try await ask(.get, batch, in: world))).contains("SHA-256"))
            let question = try #require(page(try await ask(.post, "\(batch)/undo", in: world)))
            #expect(question.contains("Atsaukt importu Nr."))
            #expect(try await world.count("pupil") == 3)
            let undoing = try #require(
                target(try await ask(.post, "\(batch)/undo", ["sure": "yes"], in: world))
            )
            #expect(try await runner.step())
            #expect(target(try await ask(.get, undoing, in: world)) == batch)
            #expect(try await world.dump() == before)
        }
    }

    @Test(arguments: Engine.available)
    func `a plan that has gone stale is compared again and then applied`(engine: Engine) async throws {
        try await TestWorld.with(engine) { world in
            let runner = runner(world)
            try await world.take(pupilFile)
            let staged = try await world.stage(lessonFile, name: "lessons.csv")
            try await world.take(pupilFile.replacing("p3;Kļava", with: "p3;Liepa"))
            let plan = "/imports/plans/\(staged.id.rawValue)"
            let stale = try #require(target(try await ask(.post, plan, ["do": "apply"], in: world)))
            #expect(try await runner.step())
            #expect(try #require(page(try await ask(.get, stale, in: world))).contains(plan))
            #expect(try await world.count("lesson") == 0)
            let again = try #require(target(try await ask(.post, plan, ["do": "again"], in: world)))
            #expect(try await runner.step())
            #expect(target(try await ask(.get, again, in: world)) == plan)
            _ = try await ask(.post, plan, ["do": "apply"], in: world)
            #expect(try await runner.step())
            #expect(try await world.count("lesson") == 5)
        }
    }

    @Test(arguments: Engine.available)
    func `a choice of columns is saved under a name and serves the next file`(engine: Engine) async throws {
        try await TestWorld.with(engine) { world in
            let file = "A,B,C\np1,Bērziņš,1.a\n"
            let first = try await uploaded(file, ["format": "pupil-list"], world)
            var form = first.merging([
                "column-code": "#1", "column-surname": "#2", "column-class": "#3", "column-phone": "",
                "save-as": "Mūsu  saraksts!",
            ]) { _, new in new }
            _ = try await ask(.post, "/imports/columns", form, in: world)
            let saved = try await Mappings(world.desk).find("musu-saraksts")
            #expect(saved.title.lv == "Mūsu saraksts!")
            #expect(saved.columns == ["code": "A", "surname": "B", "class": "C", "phone": ""])
            let offered = try #require(page(try await ask(.get, "/imports/new", in: world)))
            #expect(offered.contains("Mūsu saraksts!"))
            let next = try await uploaded("C,B,A\n2.b,Kļava,p2\n", ["mapping": "musu-saraksts"], world)
            let query = next.map { "\($0.key)=\($0.value)" }.joined(separator: "&")
            let look = try #require(page(try await ask(.get, "/imports/columns?\(query)", in: world)))
            #expect(look.contains("value=\"#3\" selected"), "the column is found by its heading")
            form["save-as"] = "complete-lessons"
            let taken = try #require(page(try await ask(.post, "/imports/columns", form, in: world)))
            #expect(taken.contains("Izvēlieties citu nosaukumu"))
        }
    }

    /// Uploads a text and gives what the next step is asked with.
    private func uploaded(
        _ text: String,
        _ form: [String: String],
        _ world: TestWorld
    ) async throws -> [String: String] {
        let path = try world.file("upload", text)
        let file = UploadedFile(field: "file", name: "fails.csv", path: path, size: text.utf8.count)
        let address = try #require(
            target(try await ask(.post, "/imports/new", form, files: [file], in: world))
        )
        return QueryText.values(address.split(separator: "?").last.map(String.init) ?? "")
    }

    @Test func `where no kind fits, every kind and saved mapping stands there, and the columns come next`()
        async throws
    {
        try await TestWorld.with(.sqlite) { world in
            let first = try await uploaded("A,B,C\np1,Bērziņš,1.a\n", ["format": "pupil-list"], world)
            let kept = first.merging([
                "column-code": "#1", "column-surname": "#2", "column-class": "#3", "column-phone": "",
                "save-as": "Mūsu saraksts",
            ]) { _, new in new }
            _ = try await ask(.post, "/imports/columns", kept, in: world)
            let columns = try #require(target(try await upload("D,E,F\np2,Kļava,2.b\n", world)))
            let asked = try #require(page(try await ask(.get, columns, in: world)))
            #expect(asked.contains("Atrastie virsraksti: D | E | F") && !asked.contains("--format"))
            for kind in ["pupil-list", "lesson-list", "musu-saraksts"] {
                #expect(asked.contains("<option value=\"\(kind)\">"), "\(kind)")
            }
            let uploads = try #require(columns.split(separator: "=").last.map(String.init))
            let unsaid = ["uploads": uploads, "asked": "kind", "format": "", "mapping": ""]
            let again = try await ask(.post, "/imports/columns", unsaid, in: world)
            #expect(page(again)?.contains("name=\"mapping\"") == true, "without an answer it is asked again")
            let said = unsaid.merging(["format": "pupil-list"]) { _, new in new }
            let next = try #require(target(try await ask(.post, "/imports/columns", said, in: world)))
            let shown = try #require(page(try await ask(.get, next, in: world)))
            #expect(shown.contains("name=\"column-surname\""), "nothing is read before the columns are seen")
            let both = said.merging(["format": "lesson-list", "mapping": "musu-saraksts"]) { _, new in new }
            let other = try #require(page(try await ask(.post, "/imports/columns", both, in: world)))
            #expect(other.contains("Kartējums „Mūsu saraksts” ir faila veidam „Skolēnu saraksts”"))
        }
    }

    @Test func `a file that cannot be read is told beside its field`() async throws {
        try await TestWorld.with(.sqlite) { world in
            let shown = try #require(page(try await upload("%PDF-1.7 something", world)))
            #expect(shown.contains("PDF"))
            let kept = try await world.database.state.read { connection in
                try connection.value("SELECT count(*) FROM upload", Int.self)
            }
            #expect(kept == 0)
        }
    }

    @Test func `a column that is missing or chosen twice is asked for again`() async throws {
        try await TestWorld.with(.sqlite) { world in
            let columns = try #require(target(try await upload(pupilFile, world)))
            let uploads = try #require(columns.split(separator: "=").last.map(String.init))
            var form = ["uploads": uploads, "column-code": "#1", "column-surname": "", "column-class": "#3"]
            let lacking = try #require(page(try await ask(.post, "/imports/columns", form, in: world)))
            #expect(lacking.contains("Norādiet, kurā kolonnā ir „Uzvārds”"))
            form["column-surname"] = "#1"
            let twice = try #require(page(try await ask(.post, "/imports/columns", form, in: world)))
            #expect(twice.contains("vairākiem laukiem"))
        }
    }

    @Test func `a plan that would change nothing does not say that changes wait`() async throws {
        try await TestWorld.with(.sqlite) { world in
            try await world.take(pupilFile)
            _ = try await world.stage(pupilFile, name: "again.csv")
            let list = try #require(page(try await ask(.get, "/imports", in: world)))
            #expect(list.contains("again.csv") && list.contains("Fails neko nemainītu"))
            #expect(!list.contains("Izmaiņas gaida apstiprinājumu"))
        }
    }

    @Test func `removals are asked for, and rejected lines can be downloaded`() async throws {
        try await TestWorld.with(.sqlite) { world in
            // The guard of exports asks the board how many persons may leave at once; the desk is at the third.
            for name in ["1", "2", "3"] {
                let now = Instant(milliseconds: 0)
                _ = try await Tenants.create(name, isDemo: false, at: now, world.database)
            }
            try await world.take(pupilFile)
            try await world.take(lessonFile)
            let text = "Skolēns;Datums;Stunda;Kavējums\np1;01.09.2025.;1;0\np1;31.02.2026.;1;0\n"
            let staged = try await world.stage(text, mapping: "complete-lessons")
            let plan = "/imports/plans/\(staged.id.rawValue)"
            let shown = try #require(page(try await ask(.get, plan, in: world)))
            #expect(shown.contains("name=\"removals\""))
            #expect(shown.contains("file.csv, 3. rinda, Datums"))
            #expect(target(try await ask(.post, plan, ["do": "apply"], in: world)) == plan)
            guard case .file(let file) = try await ask(.get, "\(plan)/rejected", in: world) else {
                Issue.record("the download is not a file")
                return
            }
            #expect(String(decoding: file.bytes, as: UTF8.self).contains("31.02.2026."))
            #expect(target(try await ask(.post, plan, ["do": "discard"], in: world)) == "/imports")
            #expect(try await world.count("lesson") == 5)
        }
    }

    @Test(arguments: Engine.available)
    func `imports and their undoing stand in the audit trail`(engine: Engine) async throws {
        try await TestWorld.with(engine) { world in
            let batch = try #require(try await world.take(pupilFile).batch)
            try await world.importer.undo(batch)
            let kinds = try await world.database.audit.read { connection in
                try connection.rows(
                    "SELECT kind, what FROM audit_record WHERE tenant_id = 3 ORDER BY seq",
                    String.self,
                    String.self
                )
            }
            #expect(kinds.map(\.0) == ["import", "import.undone"])
            #expect(kinds.allSatisfy { $0.1 == "batch \(batch.rawValue)" })
        }
    }
}
