import Exchange
import Frame
import Kernel
import Registry
import RoomTesting
import SekmeTesting
import Storage
import Testing

@testable import Privacy

/// Two numbers of one pupil become one, and are parted again.
struct MergeTests {
    private let year = Selection(year: SchoolYear(2026))

    @Test(arguments: Engine.available)
    func `two pupils of one name in a class, one without a personal code, wait for an answer`(
        _ engine: Engine
    ) async throws {
        try await withTwins(engine) { world, twins in
            let list = try await Duplicates(world.desk).list()
            #expect(list.pairs.map(\.pair.key) == [PupilPair.Key(twins.first, twins.second)])
            #expect(list.pairs.map { PairReason.all(in: $0.pair.why) } == [[.sameClass]])
            let found = try await Duplicates(world.desk).compare(twins.second, twins.first)
            // The one with a personal code.
            #expect(found.suggested == twins.first)
        }
    }

    @Test(arguments: Engine.available)
    func `a pair of which more is found says so: the code of the source is the other's personal code`(
        _ engine: Engine
    ) async throws {
        try await withTwins(engine) { world, twins in
            let tenant = world.desk.tenant
            try await world.desk.database.data.write { connection in
                try connection.execute(
                    """
                    UPDATE pupil SET external_code = '010113-20004'
                    WHERE tenant_id = \(tenant) AND id = \(twins.second)
                    """
                )
            }
            try await world.beginDay()
            let list = try await Duplicates(world.desk).list()
            #expect(list.pairs.map(\.pair.key) == [PupilPair.Key(twins.first, twins.second)])
            #expect(list.pairs.map { Set(PairReason.all(in: $0.pair.why)) } == [[.code, .sameClass]])
        }
    }

    @Test(arguments: Engine.available)
    func `the personal code goes to the number that counts, and back when they are parted`(
        _ engine: Engine
    ) async throws {
        try await withTwins(engine) { world, twins in
            let desk = world.desk
            func coded() async throws -> RequestSubject? {
                try await desk.database.data.read {
                    try RequestRegister.pupils.find("010113-20004", desk, $0)
                }
            }
            let before = try await world.dump()
            let merge = try await PupilMergeRun(desk, twins.second, twins.first).run(keep: [:], all: nil)
            let joined = try await coded()
            #expect(joined == .pupil(twins.second))
            #expect(try await world.findings().isEmpty)
            // What is sealed for its place opens in the new one.
            let shown = try #require(try await PersonRecords.load(twins.second, desk))
            let words = shown.sections.flatMap(\.rows).flatMap { $0.map(\.plain) }
            #expect(words.contains { $0.filter(\.isNumber) == "01011320004" })
            try await world.part(merge)
            let parted = try await coded()
            #expect(parted == .pupil(twins.first))
            let after = try await world.dump()
            #expect(Set(after).symmetricDifference(before).sorted() == [])
        }
    }

    @Test(arguments: Engine.available)
    func `who are two people are not asked about again, and the reason is kept`(
        _ engine: Engine
    ) async throws {
        try await withTwins(engine) { world, twins in
            let duplicates = Duplicates(world.desk)
            await #expect(throws: FieldErrors.self) {
                try await duplicates.answer(twins.first, twins.second, .two, reason: "")
            }
            try await duplicates.answer(twins.first, twins.second, .two, reason: "Brālēni")
            try await world.beginDay()
            let pairs = try await duplicates.list().pairs
            #expect(pairs.map(\.pair.answer) == [.two])
            let (desk, pair) = (world.desk, try #require(pairs.first?.pair))
            let reason = try await desk.database.data.read {
                try pair.reason(desk.pass(.mergePupils), desk.tenant, $0)
            }
            #expect(reason == "Brālēni")
        }
    }

    @Test(arguments: Engine.available)
    func `everything comes to one number, and sums stay what they were`(_ engine: Engine) async throws {
        try await withTwins(engine) { world, twins in
            let before = try await world.vector("attainment/mark", year)
            _ = try await world.join(twins)
            #expect(
                try await world.vector("attainment/mark", year).mapValues(\.numerator)
                    == before.mapValues(\.numerator)
            )
            #expect(try await world.marks(of: twins.first) == [300, 800])
            #expect(try await world.marks(of: twins.second) == [])
            #expect(try await world.findings().isEmpty)
            #expect(try await Duplicates(world.desk).list().pairs.isEmpty)
            // What is sealed for its place opens in the new one.
            let records = try #require(try await PersonRecords.load(twins.first, world.desk))
            let words = records.sections.flatMap(\.rows).flatMap { $0.map(\.plain) }
            #expect(words.contains("Bieži viens"))
        }
    }

    @Test(arguments: Engine.available)
    func `parting puts back the same bytes`(_ engine: Engine) async throws {
        try await withTwins(engine) { world, twins in
            let before = try await world.dump()
            let merge = try await world.join(twins)
            #expect(try await world.dump() != before)
            try await world.part(merge)
            let after = try await world.dump()
            #expect(Set(after).symmetricDifference(before).sorted() == [])
            #expect(try await world.findings().isEmpty)
            let again = await #expect(throws: Refusal.self) { try await world.part(merge) }
            #expect(again?.kind == .conflict)
        }
    }

    @Test(arguments: Engine.available, MergeKeep.allCases)
    func `what contradicts itself needs a choice, and comes back when they are parted`(
        _ engine: Engine,
        _ keep: MergeKeep
    ) async throws {
        try await withTwins(engine) { world, twins in
            _ = try await world.mark("J9", "Matemātika", 7)
            let before = try await world.dump()
            let found = try await Duplicates(world.desk).compare(twins.first, twins.second)
            #expect(found.contradictionTables == ["mark"])
            await #expect(throws: Refusal.self) { _ = try await world.join(twins) }
            #expect(try await world.dump() == before)
            let merge = try await world.join(twins, keep: keep)
            let left: [MergeKeep: [Int]] = [
                .survivor: [300, 800], .other: [700, 800], .both: [300, 700, 800],
            ]
            #expect(try await world.marks(of: twins.first) == left[keep])
            #expect(try await world.findings().isEmpty)
            try await world.part(merge)
            let after = try await world.dump()
            #expect(Set(after).symmetricDifference(before).sorted() == [])
        }
    }

    @Test(arguments: Engine.available)
    func `files that name the old code are of the number that counts`(_ engine: Engine) async throws {
        try await withTwins(engine) { world, twins in
            _ = try await world.join(twins)
            _ = try await world.mark("J9", "Fizika", 9)
            #expect(try await world.marks(of: twins.first) == [300, 900])
            #expect(try await world.count("pupil") == 3)
            #expect(try await world.findings().isEmpty)
        }
    }

    @Test(arguments: Engine.available)
    func `an import from before is undone where its facts are now, and parting brings none back`(
        _ engine: Engine
    ) async throws {
        try await withTwins(engine) { world, twins in
            let merge = try await world.join(twins)
            try await world.undo(twins.batch)
            #expect(try await world.marks(of: twins.first) == [300])
            #expect(try await world.findings().isEmpty)
            try await world.part(merge)
            #expect(try await world.marks(of: twins.first) == [300])
            #expect(try await world.marks(of: twins.second) == [])
            #expect(try await world.findings().isEmpty)
        }
    }

    @Test(arguments: Engine.available)
    func `a change from before is undone too, and what it had replaced goes to its own pupil`(
        _ engine: Engine
    ) async throws {
        try await withTwins(engine) { world, twins in
            let change = try #require(try await world.mark("J9", "Fizika", 6))
            let merge = try await world.join(twins)
            try await world.undo(change)
            #expect(try await world.marks(of: twins.first) == [300, 800])
            try await world.part(merge)
            #expect(try await world.marks(of: twins.first) == [300])
            #expect(try await world.marks(of: twins.second) == [800])
            #expect(try await world.findings().isEmpty)
        }
    }

    @Test(arguments: Engine.available)
    func `an import whose facts were put aside is undone after the pupils are parted`(
        _ engine: Engine
    ) async throws {
        try await withTwins(engine) { world, twins in
            let other = try #require(try await world.mark("J9", "Matemātika", 7))
            let merge = try await world.join(twins, keep: .survivor)
            let refusal = await #expect(throws: Refusal.self) { try await world.undo(other) }
            #expect(refusal?.advice.en.contains("Part the pupils") == true)
            try await world.part(merge)
            try await world.undo(other)
            #expect(try await world.marks(of: twins.second) == [800])
        }
    }

    @Test(arguments: Engine.available)
    func `what moved and was changed since forbids the parting until that is undone`(
        _ engine: Engine
    ) async throws {
        try await withTwins(engine) { world, twins in
            let merge = try await world.join(twins)
            let later = try #require(try await world.mark("J9", "Fizika", 5))
            let before = try await world.dump()
            let refusal = await #expect(throws: Refusal.self) { try await world.part(merge) }
            #expect(refusal?.message.en.contains("import no. \(later.rawValue)") == true)
            #expect(try await world.dump() == before)
            try await world.undo(later)
            try await world.part(merge)
            #expect(try await world.marks(of: twins.second) == [800])
        }
    }

    @Test(arguments: Engine.available)
    func `two cases that are worked on do not become one`(_ engine: Engine) async throws {
        try await withTwins(engine) { world, twins in
            try await Papers.openCase(of: twins.first, world)
            try await Papers.openCase(of: twins.second, world)
            let before = try await world.dump()
            let refusal = await #expect(throws: Refusal.self) { _ = try await world.join(twins) }
            #expect(refusal?.kind == .conflict)
            #expect(try await world.dump() == before)
        }
    }

    @Test(arguments: Engine.available)
    func `a case and a meeting go along, and come back`(_ engine: Engine) async throws {
        try await withTwins(engine) { world, twins in
            try await Papers.openCase(of: twins.second, world)
            _ = try await Papers.meet(about: twins.second, world)
            let before = try await world.dump()
            let merge = try await world.join(twins)
            let cases = try await world.column("pupil_id", of: "prevention_case", PupilID.self)
            let items = try await world.column("pupil_id", of: "meeting_item", PupilID.self)
            #expect(cases == [twins.first])
            #expect(items == [twins.first])
            try await world.part(merge)
            let after = try await world.dump()
            #expect(Set(after).symmetricDifference(before).sorted() == [])
        }
    }

    @Test(arguments: Engine.available)
    func `with an erased person goes the other number, and what was moved`(_ engine: Engine) async throws {
        try await withTwins(engine) { world, twins in
            _ = try await world.join(twins)
            let request = try await world.request(.erasure, "J9")
            #expect(request.subject == .pupil(twins.first))
            try await RequestWork(desk: world.desk).erase(request.id, "Vairs nav vajadzīgi", version: 1)
            let names = try await world.column("surname", of: "pupil", String.self)
            #expect(names == ["", "Bērziņa", ""])
            #expect(try await world.count("pupil_merge_row") == 0)
            #expect(try await world.count("pupil_alias") == 0)
            #expect(try await world.findings().isEmpty)
        }
    }

    @Test(arguments: Engine.available)
    func `after the time of keeping pupils cannot be parted any more`(_ engine: Engine) async throws {
        try await withTwins(engine) { world, twins in
            let merge = try await world.join(twins)
            try await world.keep(["undo": 30])
            let later = world.desk(on: today + 31)
            try await later.beginDay()
            #expect(try await world.count("pupil_merge_row") == 0)
            let refusal = await #expect(throws: Refusal.self) {
                try await PupilUnmergeRun(later, merge).run()
            }
            #expect(refusal?.message.en.contains("any more") == true)
        }
    }

    @Test(arguments: Engine.available)
    func `only who may join pupils sees pairs, joins and parts`(_ engine: Engine) async throws {
        try await withTwins(engine) { world, twins in
            let others = Set(Permission.common).subtracting([.mergePupils])
            let desk = world.desk.seated(BoardWorld.asker(others))
            await #expect(throws: Refusal.self) { _ = try await Duplicates(desk).list() }
            await #expect(throws: Refusal.self) {
                _ = try await PupilMergeRun(desk, twins.first, twins.second).run(keep: [:])
            }
            let merge = try await world.join(twins)
            await #expect(throws: Refusal.self) { try await PupilUnmergeRun(desk, merge).run() }
        }
    }
}
