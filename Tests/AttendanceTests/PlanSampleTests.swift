import Exchange
import Frame
import Kernel
import Pages
import RoomTesting
import SekmeTesting
import Testing

@testable import Attendance

/// What the page of a plan says of lessons before they are saved: enough to see that the right pupil was meant.
struct PlanSampleTests {
    private static let today = Day(2026, 6, 1) ?? Day(number: 0)
    private static let pupils = """
        institution,year,class,external_code,surname,forename
        Ozolu skola,2025/2026,7.a,K1,Ozols,Jānis
        """
    private static let absences = """
        institution,class,pupil_code,date,lesson,subject,code
        Ozolu skola,7.a,K1,2026-01-12,3,Matemātika,ns
        """

    private func plan(_ staged: StagedImport, _ desk: Desk) async throws -> PageContent {
        let page = try #require(
            exchangeRoom.pages.first { $0.path == "/imports/plans/:import" && $0.method == .get }
        )
        let request = PageRequest(parts: ["import": String(staged.id.rawValue)])
        guard case .page(let content) = try await page.answer(request, desk) else { throw Refusal.noSuchPage }
        return content
    }

    @Test(arguments: Engine.available)
    func `samples of lessons name pupil, day, class, subject and reason`(_ engine: Engine) async throws {
        try await BoardWorld.with(engine, [attendanceRoom], today: PlanSampleTests.today) { world in
            try await world.take("subject,code,area\nMatemātika,MAT,5\n", "subjects")
            try await world.take(PlanSampleTests.pupils, "pupils")
            let staged = try await world.stage(PlanSampleTests.absences, Absences.name)
            #expect(staged.plan.rejected + staged.plan.unmatched == 0)
            let content = try await plan(staged, world.desk)
            let shown = content.body.string
            for words in [
                "izglītojamais: Ozols Jānis", "diena: 12.01.2026.", "stāvoklis: Kavēts",
                "veids: Slimības dēļ",
                "iestāde: Ozolu skola", "klase: 7.a", "mācību priekšmets: Matemātika",
            ] {
                #expect(shown.contains(words), "\(words)")
            }
            #expect(!shown.contains("is_rated") && !shown.contains("minutes_late"))
            #expect(content.persons == [PupilID(rawValue: 1)])
        }
    }

    @Test(arguments: Engine.available)
    func `who sees no pupils and no health is told neither the name nor the illness`(
        _ engine: Engine
    ) async throws {
        try await BoardWorld.with(engine, [attendanceRoom], today: PlanSampleTests.today) { world in
            try await world.take("subject,code,area\nMatemātika,MAT,5\n", "subjects")
            try await world.take(PlanSampleTests.pupils, "pupils")
            let staged = try await world.stage(PlanSampleTests.absences, Absences.name)
            let asker = BoardWorld.asker([.importData, .readFigures])
            let shown = try await plan(staged, world.desk.seated(asker)).body.string
            #expect(shown.contains("izglītojamais: nav redzams") && !shown.contains("Ozols Jānis"))
            #expect(shown.contains("Attaisnoti (arī slimības dēļ)") && !shown.contains("veids: Slimības"))
        }
    }

    @Test(arguments: Engine.available)
    func `samples tell the reason to those alone who may know of health`(_ engine: Engine) async throws {
        try await BoardWorld.with(engine, [attendanceRoom], today: PlanSampleTests.today) { world in
            try await world.take("subject,code,area\nMatemātika,MAT,5\n", "subjects")
            try await world.take(PlanSampleTests.pupils, "pupils")
            let file = """
                institution,class,pupil_code,date,lesson,subject,code,reason
                Ozolu skola,7.a,K1,2026-01-12,3,Matemātika,nc,4
                Ozolu skola,7.a,K1,2026-01-12,4,Matemātika,nn,
                """
            let staged = try await world.stage(file, Absences.name)
            let full = try await plan(staged, world.desk).body.string
            #expect(full.contains("iemesls: Ģimenes apstākļi") && !full.contains("iemesls: 0"))
            let asker = BoardWorld.asker([.importData, .readFigures, .readPupils])
            let veiled = try await plan(staged, world.desk.seated(asker)).body.string
            #expect(!veiled.contains("iemesls:") && !veiled.contains("Ģimenes apstākļi"))
        }
    }
}
