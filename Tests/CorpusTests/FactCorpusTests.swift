import Assessments
import Attainment
import Attendance
import Exchange
import Foundation
import Frame
import Kernel
import RoomTesting
import SekmeTesting
import Storage
import Testing

/// Files of marks, absences and results as people send them, through the whole import.
struct FactCorpusTests {
    private static let registers = [
        "institutions": "name,reg_no,type\nAvota skola,9900000001,pamatskola\n",
        "subjects": "subject,code,area\nMatemātika,MAT,5\n",
        "pupils": """
        institution,year,class,external_code,surname,forename,personal_code
        Avota skola,2025/2026,7.a,P-1,Ābols,Ansis,329999-00001
        Avota skola,2025/2026,7.a,P-2,Bērzs,Baiba,329999-00002
        """,
        "assessments": """
        year,assessment_code,assessment,assessment_kind,subject,grade
        2025/2026,PDD-7,Pašvaldības darbs matemātikā,municipal-diagnostic,Matemātika,7
        """,
    ]

    private func world(_ engine: Engine, _ body: (BoardWorld) async throws -> Void) async throws {
        let rooms = [attainmentRoom, attendanceRoom, assessmentsRoom]
        try await BoardWorld.with(engine, rooms, today: Corpus.today) { world in
            for format in ["institutions", "subjects", "pupils", "assessments"] {
                let plan = try await world.take(FactCorpusTests.registers[format] ?? "", format).plan
                #expect(plan.rejected + plan.unmatched == 0, "\(format)")
            }
            try await body(world)
        }
    }

    @Test func `there are files of each format, each by its own name`() throws {
        let files = try FactFile.all()
        #expect(files.count >= 6 && Set(files.map(\.name)).count == files.count)
        #expect(Set(files.map(\.format)).count == 5)
    }

    @Test(arguments: Engine.available)
    func `no wrong fact is taken, good ones are, and what is not taken is told with its place`(
        _ engine: Engine
    ) async throws {
        try await world(engine) { world in
            let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
            for file in try FactFile.all() {
                let url = folder.appending(path: file.file)
                try Data(file.bytes).write(to: url)
                let request = ImportRequest(
                    files: [url.path],
                    format: file.format,
                    columns: file.columns,
                    constants: ["institution": "Avota skola", "year": "2025/2026"]
                )
                let importer = Importer(world.desk)
                let staged = try await importer.stage(request)
                let findings = try await importer.findings(staged.id, limit: 1000)
                let report = try await importer.apply(staged, acceptRemovals: true)
                #expect(findings.map(Corpus.words) == file.problems, "\(file.name)")
                let silent = try ValueLaw.broken(findings, file.bytes, file.file)
                #expect(silent.isEmpty, "\(file.name): no value")
                let unadvised = findings.filter {
                    $0.problem.advice.lv.isEmpty || $0.problem.advice.en.isEmpty
                }
                #expect(unadvised.isEmpty, "\(file.name): no advice")
                let rows = try await facts(world)
                #expect(rows == file.rows.sorted(), "\(file.name)")
                if let batch = report.batch { try await world.undo(batch) }
            }
            try FileManager.default.removeItem(at: folder)
        }
    }

    /// Facts as text: the pupil's code and, of a mark, its day, kind and number; of a lesson its day, state and kind of
    /// absence; of a result its status, points and per cent.
    private func facts(_ world: BoardWorld) async throws -> [String] {
        let tenant = world.desk.tenant
        return try await world.desk.database.data.read { connection in
            var rows: [String] = []
            try connection.each(
                """
                SELECT p.external_code, m.day, m.kind, m.hundredths FROM mark m
                JOIN pupil p ON p.tenant_id = m.tenant_id AND p.id = m.pupil_id WHERE m.tenant_id = \(tenant)
                """
            ) { row in
                let (code, day) = (try row.next(String.self), try row.next(Int.self))
                let numbers = try (0..<2).map { _ in String(try row.next(Int.self)) }
                rows.append(
                    "\(code)|mark|\(day == 0 ? "" : Day(number: day).description)|\(numbers.joined(separator: "|"))"
                )
            }
            try connection.each(
                """
                SELECT p.external_code, l.day, l.state, l.kind FROM lesson_record l
                JOIN pupil p ON p.tenant_id = l.tenant_id AND p.id = l.pupil_id WHERE l.tenant_id = \(tenant)
                """
            ) { row in
                let (code, day) = (try row.next(String.self), try row.next(Int.self))
                let numbers = try (0..<2).map { _ in String(try row.next(Int.self)) }
                rows.append(
                    "\(code)|lesson|\(Day(number: day).description)|\(numbers.joined(separator: "|"))"
                )
            }
            try connection.each(
                """
                SELECT p.external_code, r.status, r.points, r.percent FROM assessment_result r
                JOIN pupil p ON p.tenant_id = r.tenant_id AND p.id = r.pupil_id WHERE r.tenant_id = \(tenant)
                """
            ) { row in
                let code = try row.next(String.self)
                let numbers = try (0..<3).map { _ in String(try row.next(Int.self)) }
                rows.append("\(code)|result|\(numbers.joined(separator: "|"))")
            }
            return rows.sorted()
        }
    }
}
