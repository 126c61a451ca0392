import Evidence
import Frame
import Kernel
import SekmeTesting
import Storage
import Synchronization
import Testing

struct DisclosureTests {
    private let year = SchoolYear(2025)
    private let today = Day(2026, 3, 2) ?? Day(number: 0)

    /// Institution 1 with classes of 3, 12 and 30 pupils concerned; institution 2 with one of 40.
    private let rows = [
        FakeMeasure.Row(institution: 1, classGroup: 11, term: 1, number: 9, people: 3),
        FakeMeasure.Row(institution: 1, classGroup: 12, term: 1, number: 24, people: 12),
        FakeMeasure.Row(institution: 1, classGroup: 13, term: 1, number: 90, people: 30),
        FakeMeasure.Row(institution: 2, classGroup: 21, term: 1, number: 80, people: 40),
    ]

    /// As ``rows``, where the small class is of seven.
    private let rowsOfSeven = [
        FakeMeasure.Row(institution: 1, classGroup: 11, term: 1, number: 9, people: 7),
        FakeMeasure.Row(institution: 1, classGroup: 12, term: 1, number: 24, people: 12),
        FakeMeasure.Row(institution: 1, classGroup: 13, term: 1, number: 90, people: 30),
        FakeMeasure.Row(institution: 2, classGroup: 21, term: 1, number: 80, people: 40),
    ]

    private func asker(_ grants: [(Set<Permission>, Scope)]) -> Asker { .test(holding: grants) }

    private var aggregates: Asker { asker([([.readFigures], .tenant)]) }

    private func question(_ asker: Asker, _ measures: [any Measure], _ connection: Connection) -> Question {
        Question(
            selection: Selection(year: year),
            tenant: World.tenant,
            asker: asker,
            today: today,
            measures: MeasureBook(measures),
            members: PlainNames(),
            connection: connection
        )
    }

    /// The figures over dimensions as the asker sees them: nil where hidden.
    private func seen(
        _ asker: Asker,
        _ dimensions: [Dimension],
        restsOn: [String] = [],
        of given: [FakeMeasure.Row]? = nil,
        control: Disclosure = Disclosure(),
        narrow: (inout Selection) -> Void = { _ in }
    ) async throws -> [MemberKey: Int?] {
        let rows = given ?? self.rows
        let measures: [any Measure] = [
            FakeMeasure("test/missed", rows),
            FakeMeasure("test/other", rows.map(\.large), restsOn: ["test/missed"]),
        ]
        var selection = Selection(year: year)
        narrow(&selection)
        return try await withDatabase(.sqlite, migrations: World.migrations) { [selection] database in
            try await database.data.read { connection in
                let question = question(asker, measures, connection)
                let name = restsOn.isEmpty ? "test/missed" : "test/other"
                let figures = try question.figures(name, over: dimensions, in: selection)
                return try figures.mapValues { figure in
                    let seen = try control.applied(to: figure, question)
                    #expect(seen.isHidden == (seen.tally == nil))
                    return seen.tally?.numerator
                }
            }
        }
    }

    @Test func `a small class and its smallest neighbour are hidden from readers of aggregates`() async throws
    {
        let classes = try await seen(aggregates, [.institution, .classGroup])
        #expect(classes == [[1, 11]: nil, [1, 12]: nil, [1, 13]: 90, [2, 21]: 80])
        #expect(try await seen(aggregates, [.institution]) == [[1]: 123, [2]: 80])
    }

    @Test func `the pattern is the same whatever is asked`() async throws {
        let alone = try await seen(aggregates, []) { $0.classGroup = ClassID(rawValue: 12) }
        #expect(alone == [[]: nil])
        let inside = try await seen(aggregates, [.classGroup]) { $0.institution = institution(1) }
        #expect(inside == [[11]: nil, [12]: nil, [13]: 90])
        let term = try await seen(aggregates, [.classGroup]) { $0.term = 1 }
        #expect(term == [[11]: nil, [12]: nil, [13]: 90, [21]: 80])
    }

    @Test func `those who work with the pupils see everything of theirs and nothing more`() async throws {
        let all = try await seen(asker([([.readFigures, .readPupils], .tenant)]), [.classGroup])
        #expect(all == [[11]: 9, [12]: 24, [13]: 90, [21]: 80])
        let head = asker([
            ([.readFigures], .tenant), ([.readPupils], Scope(institution: institution(2))),
        ])
        #expect(
            try await seen(head, [.institution, .classGroup])
                == [[1, 11]: nil, [1, 12]: nil, [1, 13]: 90, [2, 21]: 80]
        )
        // A class teacher who knows class 12 could take it from the sum, so another class is hidden with 11.
        let teacher = asker([
            ([.readFigures], .tenant),
            ([.readPupils], Scope(institution: institution(1), classGroup: ClassID(rawValue: 12))),
        ])
        #expect(
            try await seen(teacher, [.institution, .classGroup])
                == [[1, 11]: nil, [1, 12]: 24, [1, 13]: nil, [2, 21]: 80]
        )
    }

    @Test func `who works with everybody within reach needs no pattern and sees no more of others`()
        async throws
    {
        let scope = Scope(institution: institution(1))
        let head = asker([([.readFigures, .readPupils], scope)])
        let reach = head.reach(.readFigures, on: today)
        // The version is asked for with each pattern.
        let control = Disclosure(version: { _, _ in throw Refusal.unexpected })
        let own = try await seen(head, [.classGroup], control: control) { $0.reach = reach }
        #expect(own.keys.contains([11]) && !own.values.contains(nil))
        let whole = try await seen(head, [], control: control) { $0.reach = reach }
        #expect(whole.count == 1 && !whole.values.contains(nil))
        // Beyond that reach the pattern counts.
        await #expect(throws: Refusal.self) {
            _ = try await seen(head, [.institution], control: control)
        }
        let teacher = asker([
            ([.readFigures], scope), ([.readPupils], Scope(classGroup: ClassID(rawValue: 12))),
        ])
        await #expect(throws: Refusal.self) {
            _ = try await seen(teacher, [], control: control) { $0.reach = reach }
        }
    }

    @Test func `a direction without known sums is for the circle only`() async throws {
        #expect(try await seen(aggregates, [.month]) == [[24_300]: nil])
        let own = asker([([.readFigures, .readPupils], .tenant)])
        #expect(try await seen(own, [.month]) == [[24_300]: 203])
    }

    @Test func `a figure goes with the one it rests on`() async throws {
        let classes = try await seen(aggregates, [.institution, .classGroup], restsOn: ["test/missed"])
        #expect(classes == [[1, 11]: nil, [1, 12]: nil, [1, 13]: 90, [2, 21]: 80])
    }

    @Test func `figures that rest on each other are shown together, whichever is asked for`() async throws {
        let measures: [any Measure] = [
            FakeMeasure("test/missed", rows, restsOn: ["test/other"]),
            FakeMeasure("test/other", rows.map(\.large), restsOn: ["test/missed"]),
        ]
        let shown = try await withDatabase(.sqlite, migrations: World.migrations) { database in
            try await database.data.read { connection in
                let question = question(aggregates, measures, connection)
                return try ["test/missed", "test/other"].map { name in
                    let figures = try question.figures(name, over: [.institution, .classGroup])
                    let open = try figures.filter { _, figure in
                        try Disclosure().applied(to: figure, question).tally != nil
                    }
                    return Set(open.keys)
                }
            }
        }
        #expect(shown == [[[1, 13], [2, 21]], [[1, 13], [2, 21]]])
    }

    @Test func `the floor can be raised and never goes under what is shipped`() async throws {
        let floors = try await withDatabase(.sqlite, migrations: World.migrations) { database in
            try await database.data.read { connection in
                try [Disclosure(floor: 1), Disclosure(floor: 7), Disclosure()].map {
                    try $0.floor(World.tenant, on: today, connection)
                }
            }
        }
        #expect(floors == [5, 7, 5])
    }

    @Test func `a group of seven is hidden where ten are the fewest, with the smallest beside it`()
        async throws
    {
        let places: [Dimension] = [.institution, .classGroup]
        let five = try await seen(aggregates, places, of: rowsOfSeven)
        #expect(five == [[1, 11]: 9, [1, 12]: 24, [1, 13]: 90, [2, 21]: 80])
        let ten = try await seen(aggregates, places, of: rowsOfSeven, control: Disclosure(floor: 10))
        #expect(ten == [[1, 11]: nil, [1, 12]: nil, [1, 13]: 90, [2, 21]: 80])
    }

    @Test func `a floor that is raised holds at once, though the data stand still`() async throws {
        let floor = Mutex(5)
        let control = Disclosure(
            floor: { _, _, _ in floor.withLock { $0 } },
            version: { _, _ in "1" }
        )
        let seven = [FakeMeasure.Row(institution: 1, classGroup: 11, term: 1, number: 40, people: 7)]
        let before = try await number(seven, control)
        floor.withLock { $0 = 10 }
        let after = try await number(seven, control)
        #expect(before == 40 && after == nil)
    }

    @Test func `a document loses hidden numbers in rows and totals`() async throws {
        let seen = try await withDatabase(.sqlite, migrations: World.migrations) { database in
            try await database.data.read { connection in
                let question = question(aggregates, [FakeMeasure("test/missed", rows)], connection)
                let figures = try question.figures("test/missed", over: [.institution, .classGroup])
                let rows = figures.sorted { $0.key[1] < $1.key[1] }.map { ReportRow([.figure($0.value)]) }
                let total = ReportRow([.figure(try question.figure("test/missed"))])
                let document = ReportDocument([
                    ReportSection(columns: [ReportColumn("n", Text(same: "n"))], rows: rows, total: total)
                ])
                let seen = try Disclosure().applied(to: document, question)
                let section = try #require(seen.sections.first)
                return (section.rows + [section.total].compactMap(\.self)).map { $0.cells.first?.number }
            }
        }
        #expect(seen == [nil, nil, 90, 80, 203])
    }

    @Test func `a pattern is remembered while the data stand still`() async throws {
        // With a version the first pattern goes on although the measure changes; without one it does not.
        let control = Disclosure(version: { _, _ in "1" })
        let few = [FakeMeasure.Row(institution: 1, classGroup: 11, term: 1, number: 4, people: 2)]
        let many = [FakeMeasure.Row(institution: 1, classGroup: 11, term: 1, number: 40, people: 20)]
        #expect(try await number(few, control) == nil)
        #expect(try await number(many, control) == nil)
        #expect(try await number(many, Disclosure()) == 40)
    }

    private func number(_ rows: [FakeMeasure.Row], _ control: Disclosure) async throws -> Int? {
        try await withDatabase(.sqlite, migrations: World.migrations) { database in
            try await database.data.read { connection in
                let question = question(aggregates, [FakeMeasure("test/missed", rows)], connection)
                return try control.applied(to: question.figure("test/missed"), question).tally?.numerator
            }
        }
    }
}

extension FakeMeasure.Row {
    /// The same place with numbers about many.
    fileprivate var large: FakeMeasure.Row {
        FakeMeasure.Row(
            institution: institution,
            classGroup: classGroup,
            term: term,
            number: number,
            people: people + 100
        )
    }
}

extension ReportCell {
    fileprivate var number: Int? {
        guard case .figure(let figure) = self else { return nil }
        return figure.tally?.numerator
    }
}

/// Members without names.
struct PlainNames: MemberNames {
    func name(_ dimension: Dimension, _ member: Int) -> Text { Text(same: String(member)) }
    func sorted(_ dimension: Dimension, _ members: some Sequence<Int>) -> [Int] { members.sorted() }
    func code(_ dimension: Dimension, _ member: Int) -> String { String(member) }
}

extension Refusal {
    fileprivate static let unexpected = Refusal(
        .invalid,
        Text(same: "A pattern was asked for."),
        advice: Text(same: "")
    )
}
