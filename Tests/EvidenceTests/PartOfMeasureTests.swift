import Evidence
import Frame
import Kernel
import SekmeTesting
import Storage
import Synchronization
import Testing

/// Parts of a measure and the memories that its numbers are read into.
struct PartOfMeasureTests {
    /// How often the numbers of a measure were read.
    private final class Reads: Sendable {
        let count = Mutex(0)

        var soFar: Int { count.withLock { $0 } }
    }

    /// A measure of numbers that a test wrote down, which counts how often they are asked for.
    private struct Counted: DisclosedMeasure {
        let fake: FakeMeasure
        let reads: Reads

        var standsStill: Bool { true }
        var name: String { fake.name }
        var title: Text { fake.title }
        var definition: Text { fake.definition }
        var unit: MeasureUnit { fake.unit }
        var dimensions: Set<Dimension> { fake.dimensions }
        var disclosure: DisclosureRule { fake.disclosure }

        func vector(
            _ selection: Selection,
            over dimensions: [Dimension],
            tenant: TenantID,
            _ connection: Connection
        ) throws -> [MemberKey: Tally] {
            reads.count.withLock { $0 += 1 }
            return try fake.vector(selection, over: dimensions, tenant: tenant, connection)
        }

        func evidence(
            _ selection: Selection,
            members: [Dimension: Int],
            tenant: TenantID,
            _ connection: Connection,
            limit: Int
        ) throws -> [EvidenceRow] { [] }
    }

    /// A tenth of the people of a measure.
    private struct Tenth: DisclosedMeasure, PartOfMeasure {
        let counted: Counted

        let name = "test/tenth"
        let title = Text(same: "Tenth")
        let definition = Text(same: "A tenth of the people.")
        var standsStill: Bool { true }
        var unit: MeasureUnit { counted.unit }
        var dimensions: Set<Dimension> { counted.dimensions }
        var whole: any Measure { counted }
        var disclosure: DisclosureRule {
            DisclosureRule(base: name, along: counted.disclosure.along, restsOn: [counted.name])
        }

        func part(_ tally: Tally) -> Tally {
            let people = (tally.people ?? 0) / 10
            return Tally(people, people: people)
        }

        func evidence(
            _ selection: Selection,
            members: [Dimension: Int],
            tenant: TenantID,
            _ connection: Connection,
            limit: Int
        ) throws -> [EvidenceRow] { [] }
    }

    private static let rows = [
        FakeMeasure.Row(institution: 1, classGroup: 11, term: 1, number: 90, people: 30),
        FakeMeasure.Row(institution: 2, classGroup: 21, term: 1, number: 80, people: 80),
        FakeMeasure.Row(institution: 3, classGroup: 31, term: 1, number: 70, people: 90),
    ]

    private let aggregates = Asker.test([.readFigures])

    /// The parts as a reader of aggregates sees them by institution, and how often the whole was read before and after.
    private func seen(_ reads: Reads) async throws -> (parts: [MemberKey: Int], before: Int, after: Int) {
        let counted = Counted(fake: FakeMeasure("test/missed", PartOfMeasureTests.rows), reads: reads)
        let book = MeasureBook(
            [counted, Tenth(counted: counted)],
            memory: FigureMemory(version: { _, _ in "1" })
        )
        let asker = aggregates
        return try await withDatabase(.sqlite, migrations: World.migrations) { database in
            try await database.data.read { connection in
                let question = Question(
                    selection: Selection(year: SchoolYear(2025)),
                    tenant: World.tenant,
                    asker: asker,
                    today: Day(number: 20_000),
                    measures: book,
                    members: PlainNames(),
                    connection: connection
                )
                let control = Disclosure(version: { _, _ in "1" })
                for figure in try question.figures("test/missed", over: [.institution]).values {
                    _ = try control.applied(to: figure, question)
                }
                let before = reads.soFar
                var parts: [MemberKey: Int] = [:]
                for (key, figure) in try question.figures("test/tenth", over: [.institution]) {
                    parts[key] = try control.applied(to: figure, question).tally?.numerator
                }
                return (parts, before, reads.soFar)
            }
        }
    }

    @Test func `a part is held to the floor by its own people, and nothing is read anew for it`() async throws
    {
        let reads = Reads()
        let seen = try await seen(reads)
        // Three of 30 are few, and the eight of 80 go with them, as the sum of all would leave the three.
        #expect(seen.parts == [[3]: 9])
        #expect(seen.before > 0 && seen.after == seen.before)
    }
}
