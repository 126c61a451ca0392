import Exchange
import Frame
import Kernel
import Pages
import RoomTesting
import SekmeTesting
import Testing

@testable import Attainment

/// What the page of a plan says of a mark before it is saved.
struct PlanSampleTests {
    private static let pupils = """
        \(Town.pupilHeadings)
        Ozolu skola,2024/2025,7.a,K1,Ozols,Jānis
        """

    private static func marks(_ mark: String) -> String {
        """
        \(Town.markHeadings)
        Ozolu skola,7.a,K1,2024/2025,Fizika,\(mark),year,,Zane Zariņa
        """
    }

    @Test(arguments: Engine.available)
    func `a mark that changes names whose it is and shows both as they are written`(
        _ engine: Engine
    ) async throws {
        try await Town.with(engine, pupils: PlanSampleTests.pupils, marks: PlanSampleTests.marks("7")) {
            world in
            let staged = try await world.stage(PlanSampleTests.marks("8"), "marks")
            let page = try #require(
                exchangeRoom.pages.first { $0.path == "/imports/plans/:import" && $0.method == .get }
            )
            let request = PageRequest(parts: ["import": String(staged.id.rawValue)])
            let answer = try await page.answer(request, world.desk)
            guard case .page(let content) = answer else { throw Refusal.noSuchPage }
            let shown = content.body.string
            for words in [
                "izglītojamais: Ozols Jānis", "mācību priekšmets: Fizika", "veids: Gada vērtējums",
                "mācību gads: 2024./2025.", "vērtība: 7,00 → 8,00", "pieraksts: 7 → 8",
                "pedagogs: Zariņa Zane",
            ] {
                #expect(shown.contains(words), "\(words)")
            }
            #expect(content.staff.count == 1)
        }
    }
}
