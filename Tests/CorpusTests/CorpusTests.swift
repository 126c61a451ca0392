import Exchange
import Foundation
import Frame
import Kernel
import RoomTesting
import SekmeTesting
import Storage
import Testing

/// Files as people send them, through the whole import: staged, applied, looked at, taken back.
struct CorpusTests {
    @Test func `there are enough of them, each by its own name`() throws {
        let files = try Corpus.files()
        #expect(files.count >= 80)
        #expect(Set(files.map(\.name)).count == files.count)
    }

    @Test(arguments: Engine.available)
    func `no wrong row is taken, good ones are, and what is not taken is told with its place`(
        engine: Engine
    ) async throws {
        try await BoardWorld.with(engine, [], today: Corpus.today) { world in
            let corpus = try await Corpus(world)
            var expected = 0
            var recovered = 0
            for file in try Corpus.files() {
                let outcome = try await corpus.run(file)
                let wanted = Set(file.rows)
                expected += wanted.count
                recovered += wanted.intersection(outcome.rows).count
                #expect(Set(outcome.rows).subtracting(wanted).isEmpty, "\(file.name): a wrong row")
                #expect(wanted.subtracting(outcome.rows).isEmpty, "\(file.name): a row is lost")
                #expect(outcome.problems == file.problems, "\(file.name)")
                #expect(outcome.isAdvised, "\(file.name): no advice")
                #expect(outcome.silent.isEmpty, "\(file.name): no value")
                #expect(
                    (outcome.refusal != nil) == (file.refusal != nil),
                    "\(file.name): \(outcome.refusal ?? "")"
                )
                if let word = file.refusal, let said = outcome.refusal {
                    #expect(said.contains(word), "\(file.name)")
                }
            }
            #expect(recovered * 100 >= expected * 95)
        }
    }

    @Test(arguments: ["encoding", "mended"])
    func `a person is told of an encoding that is not usual, and of letters that were mended`(
        what: String
    ) async throws {
        try await BoardWorld.with(.sqlite, [], today: Corpus.today) { world in
            let corpus = try await Corpus(world)
            let files = SpoiledFile.codePages + SpoiledFile.letters
            let name = what == "mended" ? "UTF-8 read as Windows-1252, to be mended" : "DOS 775"
            let file = try #require(files.first { $0.name == name })
            let plan = try await corpus.plan(file)
            #expect(plan.encodings == (what == "mended" ? [] : ["dati.csv (DOS 775)"]))
            #expect(plan.isMended == (what == "mended"))
        }
    }
}

/// The corpus in a world that knows one school and its two classes.
struct Corpus {
    static let today = Day(2025, 11, 20) ?? Day(number: 0)
    private let world: BoardWorld
    private let folder: URL

    static func files() throws -> [SpoiledFile] {
        let texts = SpoiledFile.encodings + SpoiledFile.codePages + SpoiledFile.layouts
        return try texts + SpoiledFile.wrongLines + SpoiledFile.letters + SpoiledFile.books()
    }

    init(_ world: BoardWorld) async throws {
        self.world = world
        folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let first = SpoiledFile.head + "\n5.a;Sākums;Pirmais;;S-1;;\n6.a;Sākums;Otrais;;S-2;;\n"
        _ = try await take(try write("sakums.csv", Array(first.utf8)))
    }

    /// What became of a file.
    struct Outcome {
        var rows: [String] = []
        var problems: [String] = []
        var refusal: String?
        var isAdvised = true
        /// Problems at cells that hold something, and that do not tell what.
        var silent: [String] = []
    }

    func run(_ file: SpoiledFile) async throws -> Outcome {
        let path = try write(file.file, file.bytes)
        var outcome = Outcome()
        do {
            let (staged, report) = try await take(path, letters: file.letters)
            let findings = try await Importer(world.desk).findings(staged.id, limit: 1000)
            outcome.rows = try await rows()
            outcome.problems = findings.map(Corpus.words)
            outcome.silent = try ValueLaw.broken(findings, file.bytes, file.file)
            outcome.isAdvised = findings.allSatisfy {
                !$0.problem.advice.lv.isEmpty && !$0.problem.advice.en.isEmpty
            }
            if let batch = report.batch { try await world.undo(batch) }
        } catch let refusal as Refusal {
            outcome.refusal = "\(refusal.message.en) \(refusal.advice.en)"
            outcome.isAdvised = !refusal.advice.lv.isEmpty
        }
        return outcome
    }

    /// What a file would change.
    func plan(_ file: SpoiledFile) async throws -> ImportPlan {
        try await take(try write(file.file, file.bytes), letters: file.letters).0.plan
    }

    private func write(_ name: String, _ bytes: [UInt8]) throws -> String {
        let url = folder.appending(path: name)
        try Data(bytes).write(to: url)
        return url.path
    }

    private func take(_ path: String, letters: String? = nil) async throws -> (StagedImport, BatchReport) {
        var request = ImportRequest(
            files: [path],
            mapping: "pupils",
            constants: ["institution": "Avota skola", "year": "2025/2026"]
        )
        request.letters = letters
        let importer = Importer(world.desk)
        let staged = try await importer.stage(request)
        return (staged, try await importer.apply(staged, acceptRemovals: true))
    }

    /// Pupils with their stays, as text, less those of the start.
    private func rows() async throws -> [String] {
        let tenant = world.desk.tenant
        return try await world.desk.database.data.read { connection in
            var rows: [String] = []
            try connection.each(
                """
                SELECT coalesce(c.name, ''), p.surname, p.forename, p.external_code, p.birth_day, e.from_day,
                    CASE WHEN p.code_index IS NULL THEN 0 ELSE 1 END
                FROM pupil p LEFT JOIN enrolment e ON e.tenant_id = p.tenant_id AND e.pupil_id = p.id
                LEFT JOIN class_group c ON c.tenant_id = e.tenant_id AND c.id = e.class_id
                WHERE p.tenant_id = \(tenant) AND p.surname <> 'Sākums' ORDER BY p.id, e.from_day
                """
            ) { row in
                let names = try (0..<4).map { _ in try row.next(String.self) }
                let birth = try row.next(Day?.self)
                let from = try row.next(Day?.self)
                let mark = try row.next(Bool.self) ? "+" : ""
                rows.append(
                    (names + [birth?.description ?? "", from?.description ?? ""]).joined(separator: "|")
                        + mark
                )
            }
            return rows
        }
    }

    static func words(_ finding: Finding) -> String {
        let place = finding.problem.place
        return "\(place?.line ?? 0)|\(place?.column ?? "")|\(finding.problem.code)|\(finding.problem.value)"
    }
}
