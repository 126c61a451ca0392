import Evidence
import Frame
import Kernel
import Registry
import SekmeTesting
import Storage
import Testing

@testable import Attendance

struct MeasureTests {
    private func numbers(
        _ name: String,
        _ connection: Connection,
        over dimensions: [Dimension] = [],
        narrow: (inout Selection) -> Void = { _ in }
    ) throws -> [MemberKey: Tally] {
        var selection = Selection(year: World.year)
        narrow(&selection)
        let question = World.question(connection, selection)
        return try question.figures(name, over: dimensions).compactMapValues(\.tally)
    }

    private func check(
        _ name: String,
        _ connection: Connection,
        over dimensions: [Dimension] = [],
        is expected: [MemberKey: Tally],
        at location: SourceLocation = #_sourceLocation,
        narrow: (inout Selection) -> Void = { _ in }
    ) throws {
        let found = try numbers(name, connection, over: dimensions, narrow: narrow)
        #expect(found == expected, sourceLocation: location)
    }

    @Test(arguments: Engine.available)
    func `lessons missed are counted by kind and by who missed them`(_ engine: Engine) async throws {
        try await withLessons(engine) { connection in
            try check("attendance/missed", connection, is: [[]: Tally(51, people: 4)])
            try check("attendance/illness", connection, is: [[]: Tally(2, people: 2)])
            try check("attendance/excused", connection, is: [[]: Tally(1, people: 1)])
            try check("attendance/unexcused", connection, is: [[]: Tally(43, people: 2)])
            try check("attendance/unstated", connection, is: [[]: Tally(5, people: 1)])
            try check("attendance/late", connection, is: [[]: Tally(1, people: 1)])
        }
    }

    @Test(arguments: Engine.available)
    func `a pupil who missed nothing is a zero and one without records is unknown`(
        _ engine: Engine
    ) async throws {
        try await withLessons(engine) { connection in
            let pupils = try numbers("attendance/missed", connection, over: [.pupil]).mapValues(\.numerator)
            #expect(pupils == [[1]: 22, [2]: 1, [3]: 23, [4]: 0, [5]: 5, [6]: 0])
            // Pupils 5 and 6 have totals without reasons: nobody knows how often they were ill.
            let ill = try numbers("attendance/illness", connection, over: [.pupil]).mapValues(\.numerator)
            #expect(ill == [[1]: 1, [2]: 1, [3]: 0, [4]: 0])
        }
    }

    @Test(arguments: Engine.available)
    func `rates leave out what tells absences alone`(_ engine: Engine) async throws {
        try await withLessons(engine) { connection in
            let share = try numbers("attendance/missed-share", connection, over: [.institution])
            // Pupils 1, 2 and 4 missed 23 of 26 lessons; the source of pupil 3 tells no presence.
            #expect(share == [[1]: Tally(23, over: 26, people: 3)])
            let illness = try numbers("attendance/illness-share", connection)
            #expect(illness == [[]: Tally(2, over: 51, people: 4)])
        }
    }

    @Test(arguments: Engine.available)
    func `lessons that nobody recorded are apart from zero and from what is not known`(
        _ engine: Engine
    ) async throws {
        try await withLessons(engine) { connection in
            let name = "attendance/not-recorded"
            // One lesson of pupil 3; institution 2 has totals, which tell nothing of it.
            try check(name, connection, over: [.institution], is: [[1]: Tally(1, people: 1)])
            let classes: [MemberKey: Tally] = [[11]: Tally(0, people: 0), [12]: Tally(1, people: 1)]
            try check(name, connection, over: [.classGroup], is: classes)
            for layout in [[.month], [.weekday], [.subject], [.pupil], [.pupil, .subject]] as [[Dimension]] {
                let sum = try numbers(name, connection, over: layout).values.reduce(0) { $0 + $1.numerator }
                #expect(sum == 1, "\(layout)")
            }
            // Of pupils 1, 2 and 4 all 26 lessons are recorded.
            try check("attendance/recorded-share", connection, is: [[]: Tally(26, over: 27, people: 4)])
            // The 23 lessons that pupil 3 missed and the 5 of the totals are told without presence.
            try check("attendance/known-for", connection, is: [[]: Tally(26, over: 55, people: 5)])
            // The source of pupil 3 tells no presence, so that nobody knows who came late.
            try check(
                "attendance/late",
                connection,
                over: [.classGroup],
                is: [[11]: Tally(1, people: 1)]
            )
        }
    }

    @Test(arguments: Engine.available)
    func `the rates of the kinds are the parts of the share missed`(_ engine: Engine) async throws {
        try await withLessons(engine) { connection in
            let parts = try ["illness", "excused", "unexcused", "unstated"].map {
                try #require(try numbers("attendance/\($0)-rate", connection)[[]])
            }
            #expect(parts[0].numerator == 2)
            #expect(parts.map(\.numerator).reduce(0, +) == 23)
            #expect(parts.allSatisfy { $0.denominator == 26 })
        }
    }

    @Test func `a share of a kind says what it is of`() {
        for measure in AttendanceMeasures.all where measure.unit == .share {
            if measure is AbsenceShare { #expect(measure.title.lv.hasSuffix("daļa no kavētajām stundām")) }
            guard measure.name.hasSuffix("-rate") else { continue }
            #expect(measure.title.lv.hasSuffix("daļa no visām stundām"), "\(measure.name)")
        }
    }

    @Test(arguments: Engine.available)
    func `every layout adds up to the same total`(_ engine: Engine) async throws {
        let layouts: [[Dimension]] = [
            [.institution], [.classGroup], [.grade], [.month], [.weekday], [.subject], [.teacher], [.pupil],
            [.term], [.institution, .kind], [.pupil, .subject], [.classGroup, .weekday], [.pupil, .month],
        ]
        try await withLessons(engine) { connection in
            for layout in layouts {
                let sum = try numbers("attendance/missed", connection, over: layout).values
                    .reduce(0) { $0 + $1.numerator }
                #expect(sum == 51, "\(layout)")
            }
        }
    }

    @Test(arguments: Engine.available)
    func `a layout by kind holds what the measure of each kind does`(_ engine: Engine) async throws {
        try await withLessons(engine) { connection in
            for layout in [[], [.institution], [.pupil], [.classGroup, .month]] as [[Dimension]] {
                let kinds = try numbers("attendance/missed", connection, over: layout + [.kind])
                for kind in AbsenceKind.allCases {
                    let alone = try numbers("attendance/\(kind.code)", connection, over: layout)
                    let part = kinds.filter { $0.key.last == kind.rawValue }
                    let same = Dictionary(
                        uniqueKeysWithValues: part.map { (Array($0.key.dropLast()), $0.value) }
                    )
                    #expect(same == alone, "\(kind) over \(layout)")
                }
                #expect(kinds.keys.allSatisfy { (1...4).contains($0.last ?? 0) })
            }
        }
    }

    @Test(arguments: Engine.available)
    func `people are counted and never added up`(_ engine: Engine) async throws {
        try await withLessons(engine) { connection in
            let subjects = try numbers("attendance/missed", connection, over: [.subject])
            #expect(subjects.mapValues(\.people) == [[1]: 3, [2]: 1, [0]: 1])
            let narrowed = try numbers("attendance/missed", connection) {
                $0.subject = SubjectID(rawValue: 1)
                $0.institution = InstitutionID(rawValue: 1)
            }
            #expect(narrowed == [[]: Tally(44, people: 3)])
        }
    }

    @Test(arguments: Engine.available)
    func `a layout that no source has is refused`(_ engine: Engine) async throws {
        try await withLessons(engine) { connection in
            #expect(throws: Refusal.self) {
                try numbers("attendance/missed", connection, over: [.month, .subject])
            }
            #expect(throws: Refusal.self) {
                try numbers("attendance/over-limit", connection, over: [.subject])
            }
        }
    }

    @Test(arguments: Engine.available)
    func `over the limit is who missed more than twenty lessons of a term`(_ engine: Engine) async throws {
        try await withLessons(engine) { connection in
            // Pupil 1 missed 21 in term 1; pupil 3 missed 20 in term 1 and 2 in term 2, which is not over.
            let name = "attendance/over-limit"
            try check(name, connection, is: [[]: Tally(1, people: 1)])
            try check(name, connection, over: [.institution], is: [[1]: Tally(1, people: 1)])
            try check(name, connection, is: [[]: Tally(0, people: 0)]) { $0.term = 2 }
            let classes: [MemberKey: Tally] = [[11]: Tally(1, people: 1), [12]: Tally(0, people: 0)]
            try check(name, connection, over: [.classGroup], is: classes)
            let pupils = try numbers(name, connection, over: [.pupil])
            #expect(pupils[[1]] == Tally(1, people: 1))
            #expect(pupils[[3]] == Tally(0, people: 0))
        }
    }

    @Test(arguments: Engine.available)
    func `the rows behind a figure add up to it`(_ engine: Engine) async throws {
        let names = AttendanceMeasures.all.map(\.name).filter { !$0.hasSuffix("reported") }
        try await withLessons(engine) { connection in
            let book = HouseBook(World.rooms).measures
            for name in names {
                let measure = try book.named(name)
                let selection = Selection(year: World.year, institution: InstitutionID(rawValue: 1))
                guard let tally = try measure.tally(selection, tenant: World.tenant, connection) else {
                    continue
                }
                let rows = try measure.evidence(
                    selection,
                    members: [:],
                    tenant: World.tenant,
                    connection,
                    limit: 1000
                )
                #expect(rows.reduce(0) { $0 + $1.numerator } == tally.numerator, "\(name)")
                guard tally.denominator > 1 else { continue }
                #expect(rows.reduce(0) { $0 + $1.denominator } == tally.denominator, "\(name)")
            }
        }
    }

    @Test(arguments: Engine.available)
    func `lessons that a share counts stand before those among which it counts them`(
        _ engine: Engine
    ) async throws {
        try await withLessons(engine) { connection in
            let book = HouseBook(World.rooms).measures
            for name in ["attendance/missed-share", "attendance/unexcused-share"] {
                let measure = try book.named(name)
                let all = try measure.evidence(
                    Selection(year: World.year),
                    members: [:],
                    tenant: World.tenant,
                    connection,
                    limit: 1000
                )
                let counted = all.prefix { $0.numerator > 0 }
                #expect(!counted.isEmpty && counted.count < all.count, "\(name)")
                #expect(all.dropFirst(counted.count).allSatisfy { $0.numerator == 0 }, "\(name)")
                // Fewer rows are the first of them.
                let few = try measure.evidence(
                    Selection(year: World.year),
                    members: [:],
                    tenant: World.tenant,
                    connection,
                    limit: counted.count + 1
                )
                #expect(few == Array(all.prefix(counted.count + 1)), "\(name)")
            }
        }
    }

    @Test(arguments: Engine.available)
    func `evidence by month names the day, the lesson and the line`(_ engine: Engine) async throws {
        try await withLessons(engine) { connection in
            let rows = try AttendanceMeasures.illness.evidence(
                Selection(year: World.year),
                members: [.month: Lessons.january.month.number, .pupil: 2],
                tenant: World.tenant,
                connection,
                limit: 10
            )
            #expect(rows.map(\.day) == [Lessons.january])
            #expect(rows.map(\.words.lv) == ["Slimības dēļ, 1. stunda"])
            #expect(rows.map(\.source.line) == [2])
        }
    }

    @Test(arguments: Engine.available)
    func `who reaches one class sees its lessons alone`(_ engine: Engine) async throws {
        try await withLessons(engine) { connection in
            var reach = Reach()
            reach.add(Scope(institution: InstitutionID(rawValue: 1), classGroup: ClassID(rawValue: 12)))
            try check("attendance/missed", connection, is: [[]: Tally(23, people: 1)]) { $0.reach = reach }
            try check("attendance/missed", connection, is: [:]) { $0.reach = Reach() }
        }
    }
}
