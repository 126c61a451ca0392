import Frame
import Kernel
import Registry
import RoomTesting
import SekmeTesting
import Testing

@testable import Cases

struct MeasureKindTests {
    private let pedagogue = CaseBoard.pedagogue
    private let list = CodeLists.supportMeasures

    private func add(_ kind: String, _ world: BoardWorld, _ id: Int, _ plan: Int) async throws -> Int {
        let form = [
            "kind": kind, "subject": "0", "body": "1", "provider": "Anna Kļava", "planned": "10",
            "from": "02.02.2026.", "to": "30.04.2026.",
        ]
        return try await world.get(MeasureAction(), ["case": id, "plan": plan], form: form, as: pedagogue)
            .status
    }

    @Test func `rows of plans keep the numbers that they had before the kinds were a list`() {
        let kinds = MeasureKind.offered(in: .home, .shipped, on: CaseBoard.today).map(\.rawValue)
        #expect(kinds == [7, 1, 2, 3, 4, 5, 6, 8, 9, 10, 11])
        #expect(
            MeasureKind.offered(in: .support, .shipped, on: CaseBoard.today).map(\.rawValue) == [
                1, 2, 3, 4, 5, 6, 8, 9, 10, 11,
            ]
        )
        #expect(MeasureKind.mentor.words(.shipped).en == "Support of a mentor")
        #expect(MeasureKind.consultation.words(.shipped).en == "Consultations in a subject")
        #expect(MeasureKind.other.words(.shipped).lv == "Cits atbalsts")
    }

    @Test(arguments: Engine.available)
    func `a kind that the board adds is offered, and one that ended keeps its words where it was given`(
        _ engine: Engine
    ) async throws {
        try await CaseBoard.with(engine) { world in
            let id = try await world.openCase()
            let plan = try await world.plan(id)
            #expect(try await add("3", world, id, plan) == 303)
            #expect(try await add("9", world, id, plan) == 303)
            #expect(try await add("12", world, id, plan) == 422)
            let editor = CodeEditor(world.desk)
            try await editor.set(
                list,
                "12",
                ["lv": "Ģimenes konsultācijas", "en": "Counselling of the family"]
            )
            try await editor.set(list, "3", ["to": "01.02.2026."])
            #expect(try await add("12", world, id, plan) == 303)
            #expect(try await add("3", world, id, plan) == 422)
            let page = try await world.get(PlanPage(), ["case": id, "plan": plan], as: pedagogue).text
            #expect(page.contains("Ģimenes konsultācijas") && page.contains("Mentora atbalsts"))
            #expect(page.contains("<option value=\"12\"") && !page.contains(">Mentora atbalsts</option>"))
        }
    }

    @Test func `a kind of support is a number, as rows hold it so`() async throws {
        try await CaseBoard.with(.sqlite) { world in
            for code in ["mentor", "08", "0", "10000"] {
                let errors = await #expect(throws: FieldErrors.self) {
                    try await CodeEditor(world.desk).add(
                        list,
                        code,
                        from: CaseBoard.today,
                        ["lv": "Cits", "en": "Else", "position": "9"]
                    )
                }
                #expect(errors?.byField.keys.sorted() == ["code"], "\(code)")
            }
        }
    }
}
