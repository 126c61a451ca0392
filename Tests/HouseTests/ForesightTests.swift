import Access
import Exchange
import Foundation
import Frame
import Kernel
import Logging
import SekmeTesting
import Storage
import Synchronization
import Testing

@testable import House

struct ForesightTests {
    @Test func `reports are asked for once when data have changed and stand still`() async throws {
        try await TestWorld.run(.sqlite) { house in
            var foresight = Serving.foresight(house.world, Logger(label: "test"))
            // Not at first sight: more files may be coming.
            #expect(try await foresight.round() == 0)
            let answered = try await foresight.round()
            #expect(answered > 0)
            #expect(try await foresight.round() == 0)
            try await load(house)
            #expect(try await foresight.round() == 0)
            #expect(try await foresight.round() >= answered)
            #expect(try await foresight.round() == 0)
        }
    }

    @Test func `reports are asked for again when a day begins`() async throws {
        try await TestWorld.run(.sqlite) { house in
            let world = house.world
            let asker = Operator.asker(world.house)
            let today = world.desk(house.tenant, asker).today
            let days = Mutex(0)
            var foresight = Foresight(
                logger: Logger(label: "test"),
                tenants: { [house.tenant] },
                desk: { tenant in world.desk(tenant, asker).seated(asker, on: today + days.withLock { $0 }) }
            )
            _ = try await foresight.round()
            let answered = try await foresight.round()
            #expect(answered > 0)
            days.withLock { $0 = 1 }
            #expect(try await foresight.round() == 0)
            #expect(try await foresight.round() == answered)
            #expect(try await foresight.round() == 0)
        }
    }

    private func load(_ house: TestWorld) async throws {
        let path = FileManager.default.temporaryDirectory.appending(path: "\(UUID().uuidString).csv").path
        let text =
            "name,reg_no,kind,type\n1. pamatskola,9900000001,Vispārējās izglītības iestāde,pamatskola\n"
        try Data(text.utf8).write(to: URL(filePath: path))
        defer { try? FileManager.default.removeItem(atPath: path) }
        let desk = house.world.desk(house.tenant, Operator.asker(house.world.house))
        let importer = Importer(desk)
        _ = try await importer.apply(
            try await importer.stage(ImportRequest(files: [path], format: "institutions"))
        )
    }
}
