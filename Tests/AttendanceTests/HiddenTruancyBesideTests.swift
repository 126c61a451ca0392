import Evidence
import Frame
import Kernel
import SekmeTesting
import Storage
import Testing

@testable import Attendance

/// The share of lessons missed in hiding beside similar institutions and the municipality.
struct HiddenTruancyBesideTests {
    /// Each pupil has three lessons on one day; who hid missed the second of them without excuse.
    ///
    /// | institution | class | type | pupils | who hid | lessons |
    /// |---|---|---|---|---|---|
    /// | 1 | 11 | basic | 10 | 6 | 30 |
    /// | 2 | 21 | basic | 20 | `similar` | 60 |
    /// | 2 | 22 | basic | 1 | cannot be told: a lesson has no number | none |
    /// | 3 | 31 | secondary | 10 | `other` | 30 |
    /// | 4 | 41 | basic | 1 | cannot be told: no lesson has a number | none |
    private func withTown(
        _ engine: Engine,
        similar: Int = 5,
        other: Int = 5,
        _ body: @escaping @Sendable (School) throws -> Void
    ) async throws {
        try await School.with(engine) { school in
            for id in 1...4 {
                try Registers.institution(id, school.connection)
                let type = id == 3 ? "vidusskola" : "pamatskola"
                try school.connection.execute(
                    "UPDATE institution SET type = \(type) WHERE tenant_id = \(World.tenant) AND id = \(id)"
                )
            }
            for (institution, pupils, hiding) in [(1, 10, 6), (2, 20, similar), (3, 10, other)] {
                for number in 1...pupils {
                    let pupil = institution * 100 + number
                    try lessons(of: pupil, institution, isHiding: number <= hiding, school)
                }
            }
            let monday = HiddenTruancyBesideTests.monday
            try school.lesson(290, monday, 1, .present, classGroup: 22, institution: 2)
            try school.lesson(290, monday, 2, .absent(.unexcused), classGroup: 22, institution: 2)
            try school.lesson(290, monday, 1040, .absent(.unexcused), classGroup: 22, institution: 2)
            try school.lesson(401, monday, 1020, .present, classGroup: 41, institution: 4)
            try school.lesson(401, monday, 1040, .absent(.unstated), classGroup: 41, institution: 4)
            try school.write()
            try body(school)
        }
    }

    private static let monday = Day(2025, 9, 8) ?? Day(number: 0)

    private func lessons(of pupil: Int, _ institution: Int, isHiding: Bool, _ school: School) throws {
        for lesson in 1...3 {
            try school.lesson(
                pupil,
                HiddenTruancyBesideTests.monday,
                lesson,
                isHiding && lesson == 2 ? .absent(.unexcused) : .present,
                classGroup: institution * 10 + 1,
                institution: institution
            )
        }
    }

    /// Works with the pupils of institution 1 alone, and sees as far.
    private let head = World.asker([
        ([.readFigures, .readPupils], Scope(institution: InstitutionID(rawValue: 1)))
    ])

    private func comparison(
        _ school: School,
        _ asker: Asker,
        _ narrow: (inout Selection) -> Void = { _ in }
    ) throws -> ReportSection? {
        let selection = School.selection {
            $0.reach = asker.reach(.readPupils, on: World.today)
            narrow(&$0)
        }
        return try school.seen(HiddenTruancyReport.self, selection, asker: asker).sections
            .first { $0.code == "comparison" }
    }

    @Test(arguments: Engine.available)
    func `the share is of classes of which it can be told who hid`(_ engine: Engine) async throws {
        try await withTown(engine) { school in
            let all = Selection(year: World.year)
            let share = HiddenTruancyShare().name
            let places = try school.figures(share, over: [.institution], all)
            #expect(
                places == [
                    [1]: Tally(6, over: 30, people: 6), [2]: Tally(5, over: 60, people: 5),
                    [3]: Tally(5, over: 30, people: 5),
                ]
            )
            #expect(try school.figures(share, all) == [[]: Tally(16, over: 120, people: 16)])
            let classes = try school.figures(share, over: [.classGroup], all)
            #expect(Set(classes.keys) == [[11], [21], [31]])
            #expect(throws: Refusal.self) { try school.figures(share, over: [.subject], all) }
        }
    }

    @Test(arguments: Engine.available)
    func `the rows behind the share add up to it`(_ engine: Engine) async throws {
        try await withTown(engine) { school in
            func sums(_ members: [Dimension: Int], limit: Int = 1_000) throws -> [Int] {
                let rows = try HiddenTruancyShare().evidence(
                    Selection(year: World.year),
                    members: members,
                    tenant: World.tenant,
                    school.connection,
                    limit: limit
                )
                #expect(rows.count <= limit)
                return [rows.reduce(0) { $0 + $1.numerator }, rows.reduce(0) { $0 + $1.denominator }]
            }
            let all = try sums([:])
            #expect(all == [16, 120])
            let second = try sums([.institution: 2])
            #expect(second == [5, 60])
            let class31 = try sums([.classGroup: 31, .institution: 3])
            #expect(class31 == [5, 30])
            let fourth = try sums([.institution: 4])
            #expect(fourth == [0, 0])
            let few = try sums([.institution: 2], limit: 12)
            #expect(few == [5, 7])
        }
    }

    @Test(arguments: Engine.available)
    func `an institution stands beside similar ones and the municipality`(_ engine: Engine) async throws {
        try await withTown(engine) { school in
            for asker in [School.insider, head] {
                let section = try #require(try comparison(school, asker))
                #expect(section.columns.map(\.code) == ["place", "hidden_share"])
                // 6 of 30, 5 of 60, and (6 + 5 + 5) of 120.
                #expect(section.rows.map(\.numbers) == [[200], [83], [133]])
            }
        }
    }

    /// How many hid, and what similar institutions and the municipality are then in tenths of a per cent.
    struct Few: Sendable {
        let similar: Int
        let other: Int
        let shares: [Int]
    }

    /// 4 of 60 and 15 of 120, few in similar institutions; 5 of 60 and 14 of 120, few in what is left without them.
    private static let few = [
        Few(similar: 4, other: 5, shares: [67, 125]), Few(similar: 5, other: 3, shares: [83, 117]),
    ]

    @Test(arguments: Engine.available, HiddenTruancyBesideTests.few)
    func `a head sees nothing wider where few hid in a part of it`(
        _ engine: Engine,
        _ few: Few
    ) async throws {
        try await withTown(engine, similar: few.similar, other: few.other) { school in
            let own = try #require(try comparison(school, head))
            #expect(own.rows.map(\.numbers) == [[200], [nil], [nil]])
            // Who works with all pupils sees all.
            let whole = try #require(try comparison(school, School.insider))
            #expect(whole.rows.map(\.numbers) == [[200], [few.shares[0]], [few.shares[1]]])
        }
    }

    @Test(arguments: Engine.available)
    func `where nobody hid elsewhere, nought is said`(_ engine: Engine) async throws {
        try await withTown(engine, similar: 0, other: 0) { school in
            let section = try #require(try comparison(school, head))
            // Nobody of 20 pupils, and 6 of 120 lessons.
            #expect(section.rows.map(\.numbers) == [[200], [0], [50]])
        }
    }

    @Test(arguments: Engine.available)
    func `a pupil, a grade and a reader of one class have nothing wider`(_ engine: Engine) async throws {
        try await withTown(engine) { school in
            let teacher = World.asker([
                (
                    [.readFigures, .readPupils],
                    Scope(institution: InstitutionID(rawValue: 1), classGroup: ClassID(rawValue: 11))
                )
            ])
            let narrowed = [
                try comparison(school, teacher),
                try comparison(school, head) { $0.pupil = PupilID(rawValue: 101) },
                try comparison(school, head) { $0.grade = 7 },
                try comparison(school, School.insider) { $0.grade = 7 },
            ]
            #expect(narrowed.map { $0 != nil } == [false, false, false, true])
        }
    }
}
