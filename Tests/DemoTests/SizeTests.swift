import Kernel
import Testing

@testable import Demo

@Suite struct SizeTests {
    @Test(arguments: [1, 30, 439, 1_000, 3_512, 20_000, 200_000])
    func `the places of all institutions are the pupils asked for`(pupils: Int) {
        let plan = BoardPlan(today: BoardPlan.usual.today, pupils: pupils)
        let quotas = BoardInstitution.all(plan).map(\.quota)
        #expect(quotas.reduce(0, +) == pupils)
        #expect(quotas.count == plan.institutions)
    }

    @Test func `institutions of a large board have names of their own`() {
        let plan = BoardPlan(today: BoardPlan.usual.today, pupils: 400_000)
        let names = BoardInstitution.all(plan).map(\.name)
        #expect(Set(names).count == names.count)
        #expect(Set(BoardInstitution.all(plan).map(\.registrationNumber)).count == names.count)
    }

    @Test func `pupils of all towns have numbers and codes of their own`() {
        let plan = BoardPlan(today: BoardPlan.usual.today, pupils: 9_000, years: 2)
        let stays = stays(plan)
        let pupils = Set(stays.map(\.pupil))
        #expect(Set(pupils.map(\.number)).count == pupils.count)
        #expect(Set(pupils.map(\.personalCode)).count == pupils.count)
        #expect((8_400...9_600).contains(stays.count { $0.to == nil }))
    }

    @Test func `a town holds its own pupils only, whatever the size of the board`() {
        let plan = BoardPlan(today: BoardPlan.usual.today, pupils: 200_000)
        for number in [0, plan.towns - 1] {
            var town = Town(plan, number: number)
            let stays = plan.schoolYears.map { town.stays($0).values.reduce(0) { $0 + $1.count } }
            #expect(town.institutions.count <= 8)
            #expect(stays.allSatisfy { $0 < 5_000 })
        }
    }

    @Test func `a pupil's life does not depend on the day that is today`() throws {
        let today = BoardPlan.usual.today
        let early = stays(BoardPlan(today: today, pupils: 900, years: 2))
        let late = stays(BoardPlan(today: today + 30, pupils: 900, years: 2))
        let before = early.filter { $0.to != nil && $0.classGroup.year.start == 2025 }
        let after = late.filter { $0.to != nil && $0.classGroup.year.start == 2025 }
        #expect(before == after)
        #expect(!before.isEmpty)
    }

    private func stays(_ plan: BoardPlan) -> [BoardStay] {
        (0..<plan.towns).flatMap { number in
            var town = Town(plan, number: number)
            return plan.schoolYears.flatMap { year in
                town.stays(year).values.flatMap { $0 }.sorted {
                    ($0.pupil.number, $0.from) < ($1.pupil.number, $1.from)
                }
            }
        }
    }
}
