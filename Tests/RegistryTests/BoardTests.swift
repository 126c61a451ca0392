import Access
import Frame
import Kernel
import Pages
import SekmeTesting
import Storage
import Testing

@testable import Registry

struct BoardTests {
    /// Two schools of the board and one to compare with; in the first a pupil comes, and one leaves.
    private func run(_ engine: Engine, _ body: (EditWorld) async throws -> Void) async throws {
        try await EditWorld.run(engine) { world in
            try await world.database.data.write { connection in
                let staging = CollectingStaging()
                let directory = DirectoryRun(.empty, Worlds.run(staging))
                let year = SchoolYear(2024)
                for (index, name) in ["Avota skola", "Bērzu skola", "Cita skola"].enumerated() {
                    let id = try directory.institution(name: name, isReference: index == 2, at: line(1))
                    _ = try directory.classGroup(
                        institution: #require(id),
                        year: year,
                        name: "5.a",
                        at: line(1)
                    )
                }
                for number in 1...5 {
                    _ = try directory.pupil(
                        externalCode: "\(number)",
                        institution: InstitutionID(rawValue: 1),
                        at: line(1)
                    )
                }
                try connection.write(staging)
                let first = year.first.number
                for stay in [
                    (1, 1, first, 0), (2, 1, first, first + 60), (3, 1, first + 30, 0), (4, 2, first, 0),
                ] {
                    try connection.execute(
                        """
                        INSERT INTO enrolment (tenant_id, pupil_id, institution_id, from_day, to_day, reason_in,
                            reason_out, version)
                        VALUES (\(Worlds.tenant), \(stay.0), \(stay.1), \(stay.2), \(stay.3), 'ukraine',
                            \(stay.3 > 0 ? "abroad" : ""), 1)
                        """
                    )
                }
            }
            try await body(world)
        }
    }

    private func board(_ world: EditWorld, _ desk: Desk) async throws -> Board {
        try await world.database.data.read { try Board.load(SchoolYear(2024), desk, $0) }
    }

    @Test(arguments: Engine.available)
    func `pupils at the start, those who came and left, and pupils at the end agree`(
        engine: Engine
    ) async throws {
        try await run(engine) { world in
            let board = try await board(world, world.desk([.readFigures, .readPupils]))
            #expect(board.lines.map(\.name) == ["Avota skola", "Bērzu skola"], "its own ones")
            #expect(board.lines.map(\.classes) == [1, 1])
            for line in board.lines {
                let start = try #require(board.start.byInstitution[line.id]?.tally?.numerator)
                let end = try #require(board.end?.byInstitution[line.id]?.tally?.numerator)
                let moved = board.movement.filter { $0.institution.rawValue == line.id }
                let came = moved.filter(\.isArrival).reduce(0) { $0 + $1.count }
                let left = moved.filter { !$0.isArrival }.reduce(0) { $0 + $1.count }
                #expect(start + came - left == end)
            }
            #expect(Set(board.movement.map(\.reason)) == ["ukraine", "abroad"])
            #expect(board.start.all?.tally?.numerator == 3 && board.end?.all?.tally?.numerator == 3)
        }
    }

    @Test(arguments: Engine.available)
    func `classes are counted as the board shows them, and each is told`(engine: Engine) async throws {
        try await run(engine) { world in
            let desk = world.desk([.readFigures])
            try await world.database.data.read { connection in
                let measure = try desk.house.measures.named("registry/classes")
                func counts(_ selection: Selection) throws -> [MemberKey: Int] {
                    try measure.vector(selection, over: [.institution], tenant: Worlds.tenant, connection)
                        .mapValues(\.numerator)
                }
                let year = Selection(year: SchoolYear(2024))
                // The third institution is kept for comparison.
                let all = try counts(year)
                #expect(all == [[1]: 1, [2]: 1])
                let before = try counts(Selection(year: SchoolYear(2023)))
                #expect(before == [[1]: 0, [2]: 0])
                let whole = try measure.tally(year, tenant: Worlds.tenant, connection)
                #expect(whole?.numerator == 2)
                var narrow = year
                narrow.reach = Reach()
                narrow.reach.add(Scope(institution: InstitutionID(rawValue: 2)))
                let own = try counts(narrow)
                #expect(own == [[2]: 1])
                narrow.grade = 5
                let ofGrade = try counts(narrow)
                #expect(ofGrade.isEmpty, "nothing is known of a part of an institution")
                let rows = try measure.evidence(
                    year,
                    members: [.institution: 2],
                    tenant: Worlds.tenant,
                    connection,
                    limit: 10
                )
                #expect(rows.count == 1 && rows.allSatisfy { $0.words.lv.contains("5.a") })
            }
        }
    }

    @Test func `who sees figures only sees no movement, and few pupils are hidden`() async throws {
        try await run(.sqlite) { world in
            let year = ["year": "2024/2025"]
            let all = world.desk([.readFigures, .readPupils])
            let page = try await world.get(BoardPage(), query: year, desk: all).text
            #expect(page.contains("Izbraukšana") || page.contains("izbraukšana uz ārvalstīm"))
            #expect(page.contains("Uzņemti") && page.contains("Izglītojamie 31.05.2025."))
            for measure in ["arrived", "left"] {
                #expect(
                    page.contains("href=\"/figures/registry/\(measure)?year=2024%2F2025&amp;institution=")
                )
            }
            #expect(page.contains("href=\"/reports/registry/movement?year=2024%2F2025\""))
            // Of two institutions and of both together.
            #expect(page.ranges(of: "href=\"/figures/registry/classes?year=2024%2F2025").count == 3)
            let head = world.desk([.readFigures], disclosure: NothingShown())
            let hidden = try await world.get(BoardPage(), query: year, desk: head).text
            #expect(hidden.contains("Avota skola") && !hidden.contains("ārvalstīm"))
            #expect(!hidden.contains("Uzņemti"))
            let school = Scope(institution: InstitutionID(rawValue: 2))
            let own = world.desk([.readFigures, .readPupils], in: [school])
            let one = try await board(world, own)
            #expect(one.lines.map(\.name) == ["Bērzu skola"] && one.movement.isEmpty)
            let running = try await world.get(BoardPage(), query: ["year": "2025/2026"], desk: all).text
            #expect(running.contains("Izglītojamie 01.09.2025."))
            #expect(!running.contains("Izglītojamie 31.05.2026."), "the day is yet to come")
        }
    }

    @Test(arguments: Engine.available)
    func `the page bears the name of the board`(engine: Engine) async throws {
        try await withDatabase(engine, migrations: Worlds.migrations) { database in
            let tenant = try await Tenants.create("Parauga pārvalde", at: EditWorld.now, database)
            let seated = EditWorld(database: database).desk()
            let desk = Desk(
                database: database,
                tenant: tenant,
                asker: seated.asker,
                house: seated.house,
                clock: seated.clock
            )
            let answer = try await BoardPage().answer(PageRequest(), desk)
            #expect(answer.text.contains("Parauga pārvalde") && answer.text.contains("Iestāžu vēl nav"))
        }
    }

    private func share(_ tenths: Int) -> Figure {
        Figure(
            measure: "attendance/missed-share",
            unit: .share,
            selection: Selection(year: SchoolYear(2024)),
            tally: Tally(tenths, over: 1000)
        )
    }

    @Test func `more pictures than a page holds are on pages of equal length`() throws {
        let (september, january) = (Month(2024, 9).number, Month(2025, 1).number)
        let lines = (1...40).map {
            Board.Line(id: $0, name: "Skola-\($0).", kind: Text(same: ""), classes: 1)
        }
        let figures = lines.flatMap { line in
            [([line.id, september], share(50)), ([line.id, january], share(60))]
        }
        let months = BoardMonths(
            months: [september, january],
            byInstitution: Dictionary(figures) { first, _ in first },
            municipality: [:]
        )
        func page(_ number: Int) throws -> String {
            let order = BoardOrder(["columns": "tests,nekas", "sort": "tests", "order": "descending"])
            let html = months.html(lines, page: number, .lv) { order.page(SchoolYear(2024), months: $0) }
            return try #require(html).string
        }
        let (first, second) = (try page(1), try page(9))
        #expect(first.contains("Skola-20.") && !first.contains("Skola-21."))
        #expect(second.contains("Skola-21.") && second.contains("Skola-40.") && !second.contains("Skola-20."))
        // The way to the other page keeps the order and the columns that were added.
        #expect(first.contains("columns=tests&amp;sort=tests&amp;order=descending&amp;months=2"))
    }

    @Test(arguments: Engine.available)
    func `columns are added by whoever asks for them, and sort the table`(engine: Engine) async throws {
        try await run(engine) { world in
            let desk = world.desk([.readFigures, .readPupils])
            let order = BoardOrder(["columns": "tests,chronic,name"])
            #expect(order.added == [.tests, .chronic])
            // No room here knows of tests or absence, so that the columns have nothing to say.
            let plain = try await world.database.data.read {
                try Board.load(SchoolYear(2024), adding: order.added, desk, $0)
            }
            #expect(plain.columns == (try await board(world, desk)).columns)
            #expect(order.page(SchoolYear(2024), months: 1).text.contains("columns=tests%2Cchronic"))
            let page = try await world.get(BoardPage(), query: ["year": "2024/2025"], desk: desk).text
            #expect(page.contains("Papildu kolonnas") && page.contains("Kavē hroniski"))
        }
    }

    @Test func `the picture by month says when most is missed and where the lines lead`() {
        let (september, january) = (Month(2024, 9).number, Month(2025, 1).number)
        func share(_ tenths: Int, hidden: Bool = false) -> Figure {
            Figure(
                measure: "attendance/missed-share",
                unit: .share,
                selection: Selection(year: SchoolYear(2024)),
                tally: Tally(tenths, over: 1000),
                isHidden: hidden
            )
        }
        let lines = [(1, "Avota skola"), (2, "Bērzu skola"), (3, "Cita skola")].map {
            Board.Line(id: $0.0, name: $0.1, kind: Text(same: ""), classes: 1)
        }
        let months = BoardMonths(
            months: [september, january],
            byInstitution: [
                [1, september]: share(50), [1, january]: share(62), [2, september]: share(80),
                [2, january]: share(40), [3, september]: share(20), [3, january]: share(990, hidden: true),
            ],
            municipality: [september: share(51), january: share(94)]
        )
        // The third has one number that is shown, so it leads nowhere.
        let found = months.finding(lines)
        #expect(
            found?.en
                == """
                In the municipality: highest – Jan (9.4%), lowest – Sep (5.1%). From the first known value to the \
                last: 1 rise, 1 fall, 0 stay. The largest change – Bērzu skola: from 8.0% to 4.0%.
                """
        )
        #expect(
            found?.lv.hasPrefix(
                "Pašvaldībā lielākā vērtība – janv. (9,4\u{a0}%), mazākā – sept. (5,1\u{a0}%)."
            ) == true
        )
        // On the last day of January it is a whole month; on the first it is compared with nothing.
        var running = months
        running.today = Month(2025, 1).last
        #expect(running.finding(lines)?.en == found?.en)
        running.today = Month(2025, 1).first
        #expect(running.finding(lines) == nil)
        let html = running.html(lines, .lv) { _ in "/board" }?.string ?? ""
        #expect(html.contains("2025. gada janvāris vēl nav beidzies, ziņas ir līdz 01.01.2025."))
        // Five of institutions and two of the municipality lead to their making; what is hidden has none.
        #expect(html.ranges(of: "<a href=\"/figures/attendance/missed-share?").count == 7)
    }
}
