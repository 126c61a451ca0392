import Frame
import Kernel
import Registry
import SekmeTesting
import Storage
import Testing

@testable import Attainment

struct MarkReaderTests {
    private func reader(_ code: String = "") async throws -> (MarkReader, MarkScales) {
        var scales: MarkScales?
        try await World.run(.sqlite) { world in
            scales = try await world.database.data.read { try MarkScales.load(World.tenant, $0) }
        }
        let mapping = Mapping("m", Text(same: "m"), format: "marks", constants: ["scale": code])
        let found = try #require(scales)
        return (MarkReader(found, mapping), found)
    }

    @Test func `marks of ten points have their number and level`() async throws {
        let (reader, scales) = try await reader()
        let id = try #require(scales.coded(MarkScales.ten)?.id)
        for (mark, level) in [(3, 1), (4, 2), (5, 2), (6, 3), (8, 3), (9, 4), (10, 4)] {
            let reading = MarkReading(hundredths: mark * 100, level: level, standing: .counted, scale: id)
            #expect(try reader.read("\(mark)") == reading)
            #expect(try reader.read("\(mark),0") == reading)
        }
    }

    @Test func `texts without a number never enter a mean`() async throws {
        let (reader, _) = try await reader()
        #expect(try reader.read("nv")?.standing == .missing)
        #expect(try reader.read("NA")?.standing == .missing)
        #expect(try reader.read("a")?.standing == .exempt)
        #expect(try reader.read("i")?.standing == .uncounted)
    }

    @Test func `a per cent keeps its exact value and is no mark`() async throws {
        let (reader, scales) = try await reader()
        let id = try #require(scales.coded(MarkScales.percent)?.id)
        let reading = MarkReading(hundredths: 7456, level: 0, standing: .uncounted, scale: id)
        #expect(try reader.read("74.56%") == reading)
        #expect(try reader.read("74,56", scale: MarkScales.percent) == reading)
        #expect(try reader.read("101 %") == nil)
    }

    @Test(arguments: ["0", "11", "7.5", "7+", "-1", "x", "1e1"])
    func `what the scale does not have is refused`(_ text: String) async throws {
        #expect(try await reader().0.read(text) == nil)
    }

    @Test func `levels of acquisition have no numbers`() async throws {
        let (reader, _) = try await reader(MarkScales.acquisition)
        let reading = try #require(try reader.read("A"))
        #expect(reading.level == 3 && reading.hundredths == nil && reading.standing == .uncounted)
        #expect(try reader.read("P")?.level == 4)
        #expect(try reader.read("7") == nil)
    }

    @Test func `the mapping names another scale, and one that there is not is refused`() async throws {
        let (twenty, _) = try await reader(MarkScales.twenty)
        #expect(try twenty.read("0")?.hundredths == 0)
        #expect(try twenty.read("20")?.standing == .counted)
        let (unknown, _) = try await reader("five")
        #expect(throws: Refusal.self) { try unknown.read("4") }
    }
}
