import Evidence
import Frame
import Kernel
import Registry
import SekmeTesting
import Storage
import Tabular
import Testing

@testable import Attendance

struct AbsenceAndMarkTests {
    private let school = InstitutionID(rawValue: 1)

    /// Writes totals of absence by pupil and answers the report with their marks.
    private func answer(
        _ engine: Engine,
        _ pupils: [(missed: Int, mark: Int)],
        asker: Asker = World.operatorOfAll,
        institution: InstitutionID? = nil,
        reach: Reach = .all,
        disclosure: any DisclosureControl = NothingShown()
    ) async throws -> ReportDocument {
        let marks = Dictionary(uniqueKeysWithValues: pupils.enumerated().map { ($0 + 1, $1.mark) })
        return try await withDatabase(engine, migrations: World.migrations) { database in
            try await database.data.write { connection in
                let staging = CollectingStaging()
                for (index, pupil) in pupils.enumerated() {
                    try AbsenceCount(
                        pupil: PupilID(rawValue: index + 1),
                        year: World.year,
                        term: 0,
                        institution: school,
                        missed: [.unstated: pupil.missed]
                    ).stage(staging, at: SourcePlace(line: index + 2))
                }
                try staging.write(World.registers, World.tenant, connection)
                let selection = Selection(year: World.year, institution: institution, reach: reach)
                let question = World.question(
                    connection,
                    selection,
                    asker: asker,
                    extra: [FakeMarks(marks: marks)],
                    disclosure: disclosure
                )
                return try Disclosure().applied(to: AbsenceAndMark.answer(question), question)
            }
        }
    }

    /// The pupils of the Portuguese data: lessons missed and the mark of the last period.
    private func portuguese() throws -> [(missed: Int, mark: Int)] {
        let file = try TableFile(path: SharedData.path("pupils/student-por.csv"))
        var columns: [String: Int] = [:]
        var pupils: [(missed: Int, mark: Int)] = []
        try file.rows { row in
            guard !columns.isEmpty else {
                for (index, cell) in row.cells.enumerated() { columns[cell.text] = index }
                return true
            }
            let missed = try Parse.integer(row[try #require(columns["absences"])].text)
            pupils.append((missed, try Parse.integer(row[try #require(columns["G3"])].text) * 100))
            return true
        }
        return pupils
    }

    @Test(.enabled(if: SharedData.isThere, SharedData.absence), arguments: Engine.available)
    func `coefficients are those of R on the same pupils`(_ engine: Engine) async throws {
        let document = try await answer(engine, portuguese())
        let rows = try #require(document.sections.first).rows
        // Estimate, interval, p where it is above 0,0001, number of pupils; see correlations_R.json.
        #expect(
            rows.map(\.numbers) == [
                [-914, -1672, -145, 199, 649], [-1585, -2331, -821, 649].map { $0 },
                [-1229, -1728, -723, 649],
            ]
        )
        #expect(rows.map(\.words) == ["Pīrsona r", "Spīrmena ρ", "Kendala τ-b"])
        #expect(document.finding?.lv.contains("zemāks") == true)
        #expect(document.sections[1].rows.count == 649)
        #expect(document.sections[1].rows.allSatisfy { $0.persons.count == 1 })
    }

    @Test(arguments: Engine.available)
    func `a pupil who missed nothing counts`(_ engine: Engine) async throws {
        let document = try await answer(engine, [(0, 900), (0, 800), (4, 700), (8, 600), (9, 500)])
        #expect(document.sections.first?.rows.first?.numbers.last == 5)
        // Who sees each pupil sees what the coefficient is made of: 21 lessons, 35 points.
        #expect(document.sections.first?.rows.first?.parts.map(\.value) == [5, 21, 3500])
    }

    @Test(arguments: Engine.available)
    func `a reader of aggregates sees groups of pupils with fixed bounds`(_ engine: Engine) async throws {
        var pupils = (0..<12).map { _ in (missed: 0, mark: 800) }
        pupils += (0..<9).map { (missed: 3 + $0 % 3, mark: 700) }
        pupils += [(13, 600), (14, 500), (37, 650), (300, 400), (301, 400)]
        let document = try await answer(engine, pupils, asker: World.reader)
        let groups = try #require(document.sections.last)
        #expect(groups.code == "groups")
        #expect(groups.rows.map(\.words) == ["0", "1–10", "11 un vairāk"])
        #expect(groups.rows.map(\.numbers) == [[12, 800], [9, 700], [5, 510]])
        #expect(groups.rows.allSatisfy { $0.persons.isEmpty })
        #expect(document.sections.first?.rows.first?.numbers.last == 26)
        #expect(document.sections.first?.rows.first?.parts.isEmpty == true)
    }

    @Test(arguments: Engine.available)
    func `readers of aggregates get nothing of a few pupils or of a part`(_ engine: Engine) async throws {
        let few = (0..<PointBins.least - 1).map { (missed: $0, mark: 500 + $0) }
        let small = try await answer(engine, few, asker: World.reader)
        #expect(small.sections.allSatisfy { $0.rows.isEmpty })
        #expect(small.finding == nil)
        let many = (0..<40).map { (missed: $0, mark: 500 + $0) }
        let part = try await answer(engine, many, asker: World.reader, institution: school)
        #expect(part.sections.allSatisfy { $0.rows.isEmpty })
        #expect(part.finding == nil)
        // Whoever reaches one institution only may ask about it as a whole.
        var reach = Reach()
        reach.add(Scope(institution: school))
        let whole = try await answer(engine, many, asker: World.reader, institution: school, reach: reach)
        #expect(whole.sections.last?.rows.isEmpty == false)
    }

    @Test(arguments: Engine.available)
    func `a class without points is answered by its pupils' year before, for who works with it alone`(
        _ engine: Engine
    ) async throws {
        try await School.with(engine) { school in
            try Registers.institution(1, school.connection)
            for pupil in 1...6 {
                try Registers.pupil(pupil, school.connection)
                // Pupil 6 has left the class.
                let to = pupil == 6 ? day(2025, 12, 1) : nil
                try Registers.enrol(
                    pupil,
                    1,
                    classGroup: 11,
                    from: World.year.first,
                    to: to,
                    school.connection
                )
                var count = AbsenceCount(
                    pupil: PupilID(rawValue: pupil),
                    year: World.year.previous,
                    term: 0,
                    institution: InstitutionID(rawValue: 1),
                    missed: [.unstated: pupil]
                )
                count.classGroup = ClassID(rawValue: 5)
                try count.stage(school.staging, at: SourcePlace(line: pupil))
            }
            try school.write()
            let marks = FakeMarks(marks: [1: 900, 2: 800, 3: 700, 4: 600, 5: 500, 6: 400])
            let selection = School.selection { $0.classGroup = ClassID(rawValue: 11) }
            let own = Scope(institution: selection.institution, classGroup: selection.classGroup)
            let document = try school.answer(
                AbsenceAndMark.self,
                selection,
                asker: World.asker([([.readFigures, .readPupils], own)]),
                extra: [marks]
            )
            #expect(document.sections.first?.rows.first?.numbers.last == 5)
            #expect(document.sections[1].rows.count == 5)
            #expect(document.finding?.lv.contains("2024./2025.") == true)
            #expect(document.notes.first?.lv.contains("2024./2025.") == true)
            // Who works with the whole institution asks about the class of that year itself.
            let other = try school.answer(AbsenceAndMark.self, selection, extra: [marks])
            #expect(other.sections.first?.rows.isEmpty == true)
        }
    }

    @Test func `groups below the floor join a neighbour`() {
        let points = [0, 0, 3, 3, 3, 3, 3, 15].enumerated().map { index, lessons in
            PupilPoint(pupil: PupilID(rawValue: index), lessons: lessons, mark: Tally(600, over: 1))
        }
        #expect(PointBins.bins(points, floor: 5).map(\.pupils) == [8])
        #expect(PointBins.bins(Array(points.prefix(3)), floor: 5).isEmpty)
    }

    @Test(arguments: Engine.available)
    func `a group of seven joins a neighbour where ten are the fewest`(_ engine: Engine) async throws {
        let pupils = [(0, 800, 12), (3, 700, 7), (15, 600, 12)].flatMap { missed, mark, count in
            Array(repeating: (missed: missed, mark: mark), count: count)
        }
        func groups(_ floor: Int) async throws -> ReportSection? {
            let control = Disclosure(floor: floor)
            let document = try await answer(engine, pupils, asker: World.reader, disclosure: control)
            return document.sections.first { $0.code == "groups" }
        }
        let five = try #require(try await groups(5))
        #expect(five.rows.map(\.numbers) == [[12, 800], [7, 700], [12, 600]])
        let ten = try #require(try await groups(10))
        #expect(ten.rows.map(\.numbers) == [[12, 800], [19, 637]])
        // What is said of the groups tells the number that holds.
        let making = try #require(ten.columns.first { $0.code == "pupils" }?.making)
        #expect(making.formula.lv.contains("mazāks par 10") && making.formula.en.contains("fewer than 10"))
        // All pupils together are fewer.
        let all = try #require(try await groups(40))
        #expect(all.rows.isEmpty)
    }
}
