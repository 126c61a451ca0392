import Attainment
import Frame
import Kernel
import Prevention
import Registry
import RoomTesting
import SekmeTesting
import Testing

@testable import Cases

/// Who moves up of the pupils with an education plan, by group; and what part of pupils has a support plan.
struct GroupPromotionTests {
    private let selection = Selection(year: CaseBoard.year)

    /// The numbers of rows behind their words; nil for what is hidden or not known.
    private func numbers(_ section: ReportSection?) -> [String: [Int?]] {
        let rows = (section?.rows ?? []) + (section?.total.map { [$0] } ?? [])
        return rows.reduce(into: [:]) { found, row in
            switch row.cells.first {
            case .words(let text), .member(_, _, let text):
                found[text.lv] = row.cells.dropFirst().map { cell -> Int? in
                    switch cell {
                    case .number(let number, _): number
                    case .figure(let figure): figure.tally?.numerator
                    default: nil
                    }
                }
            default: break
            }
        }
    }

    @Test(arguments: Engine.available)
    func
        `groups of pupils with an education plan have the share that moves up, for those who may know the groups`(
            _ engine: Engine
        ) async throws
    {
        try await CaseBoard.with(engine, beside: [attainmentRoom]) { world in
            try await world.take(
                """
                institution,class,pupil_code,year,subject,mark,kind,term,teacher
                Ozolu skola,8.a,K1,2025/2026,Matemātika,3,year,,
                Ozolu skola,8.a,K1,2025/2026,Fizika,2,year,,
                Ozolu skola,8.a,K2,2025/2026,Matemātika,5,year,,
                Ozolu skola,8.b,K3,2025/2026,Matemātika,9,year,,
                Liepu skola,8.a,K4,2025/2026,Matemātika,7,year,,
                """,
                "marks"
            )
            let (first, second) = (try await world.openCase(1), try await world.openCase(2))
            let far = try await world.openCase(4, by: CaseBoard.stranger)
            _ = try await world.plan(first, of: .education)
            _ = try await world.plan(second, of: .education)
            _ = try await world.plan(far, of: .education, ["ground": "3"], by: CaseBoard.stranger)
            func promotion(_ asked: Selection, _ asker: Asker? = nil) async throws -> ReportSection? {
                try await world.answer("prevention/individual-plans", asked, asker).sections
                    .first { $0.code == "promotion" }
            }
            // With marks, promoted, and the share in tenths of a per cent.
            let needs = PlanGround.needs.words.capitalised.lv
            let returned = PlanGround.returned.words.capitalised.lv
            let whole = numbers(try await promotion(selection))
            #expect(whole == [needs: [2, 1, 500], returned: [1, 1, 1000]])
            // A reader of aggregates is told of so few neither how many they are nor how many move up.
            let reader = BoardWorld.asker([.readFigures])
            let hidden = numbers(try await promotion(selection, reader))
            #expect(hidden == [needs: [nil, nil, nil], returned: [nil, nil, nil]])
            // Of one institution they are told nothing at all: it could be taken from the whole.
            var one = selection
            one.institution = InstitutionID(rawValue: 1)
            #expect(try await promotion(one, reader) == nil)
            #expect(numbers(try await promotion(one)) == [needs: [2, 1, 500]])
        }
    }

    @Test func `a group is shown where neither it nor the others are few`() {
        typealias Count = GroupPromotion.Count
        let all = Count(marked: 100, promoted: 80)
        #expect(Count(marked: 20, promoted: 10).isShown(of: all, floor: 5))
        #expect(Count(marked: 20, promoted: 20).isShown(of: all, floor: 5))
        #expect(!Count(marked: 20, promoted: 17).isShown(of: all, floor: 5))
        #expect(!Count(marked: 20, promoted: 3).isShown(of: all, floor: 5))
        // All but two of those who move up are in the group.
        #expect(!Count(marked: 90, promoted: 78).isShown(of: all, floor: 5))
    }

    @Test(arguments: Engine.available)
    func `plans of support are told as a share of all pupils`(_ engine: Engine) async throws {
        try await CaseBoard.with(engine) { world in
            _ = try await world.plan(try await world.openCase(1))
            _ = try await world.plan(
                try await world.openCase(4, by: CaseBoard.stranger),
                by: CaseBoard.stranger
            )
            func share(_ asker: Asker? = nil) async throws -> ReportSection? {
                try await world.answer("prevention/support-plans", selection, asker).sections
                    .first { $0.code == "share" }
            }
            // One of three in one school and the only one of the other: two of four.
            let found = numbers(try await share())
            #expect(
                found == [
                    "Ozolu skola": [1, 3, 333], "Liepu skola": [1, 1, 1000], "Kopā": [2, 4, 500],
                ]
            )
            let hidden = numbers(try await share(BoardWorld.asker([.readFigures])))
            #expect(
                !hidden.isEmpty
                    && hidden.values.allSatisfy { $0.first == .some(nil) && $0.last == .some(nil) }
            )
        }
    }
}
