import Exchange
import Foundation
import Frame
import Kernel
import SekmeTesting
import Storage
import Testing

struct ManyRowsTests {
    /// More rows than a chunk holds, in no order.
    private func lessons(_ change: (Int) -> Int) -> String {
        var lines: [String] = []
        let first = Day(2025, 9, 1) ?? Day(number: 0)
        for index in 0..<80_000 {
            // A permutation: the step and the count have no common factor.
            let place = index * 30_001 % 80_000
            let pupil = place / 27_000 + 1
            let day = first + place % 27_000 / 8
            lines.append("p\(pupil);\(day);\(place % 8 + 1);\(change(place))")
        }
        return "pupil;day;slot;kind\n" + lines.joined(separator: "\n") + "\n"
    }

    @Test(arguments: Engine.available)
    func `many chunks are merged, compared, and taken back exactly`(engine: Engine) async throws {
        try await TestWorld.with(engine) { world in
            try await world.take(pupilFile)
            let empty = try await world.dump()
            let first = try await world.take(lessons { $0 % 3 })
            #expect(first.plan.added == 80_000)
            let full = try await world.dump()
            #expect(full.count { $0.hasPrefix("lesson:") } == 80_000)
            let again = try await world.stage(lessons { $0 % 3 })
            #expect(again.plan.unchanged == 80_000)
            #expect(again.plan.changes == 0)
            let changed = try await world.take(lessons { $0 % 100 == 0 ? 9 : $0 % 3 })
            #expect(changed.plan.changed == 800)
            #expect(changed.plan.unchanged == 79_200)
            #expect(try await Doctor(world.desk).run().isEmpty)
            try await world.importer.undo(try #require(changed.batch))
            #expect(try await world.dump() == full)
            try await world.importer.undo(try #require(first.batch))
            #expect(try await world.dump() == empty)
        }
    }
}
