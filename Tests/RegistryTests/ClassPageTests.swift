import Access
import Frame
import Kernel
import Pages
import SekmeTesting
import Storage
import Testing

@testable import Registry

struct ClassPageTests {
    /// 6.a with three pupils, one of whom leaves; 6.b beside it; 5.a of the year before, where two of them were.
    private func run(_ engine: Engine, _ body: (EditWorld) async throws -> Void) async throws {
        try await EditWorld.run(engine) { world in
            try await world.database.data.write { connection in
                let staging = CollectingStaging()
                let directory = DirectoryRun(.empty, Worlds.run(staging))
                let school = try #require(try directory.institution(name: "Avota skola", at: line(1)))
                for (year, name) in [(2023, "5.a"), (2024, "6.a"), (2024, "6.b")] {
                    _ = try directory.classGroup(
                        institution: school,
                        year: SchoolYear(year),
                        name: name,
                        at: line(1)
                    )
                }
                for (code, surname) in [("1", "Zvirbule"), ("2", "Āboliņš"), ("3", "Bērziņa")] {
                    _ = try directory.pupil(
                        externalCode: code,
                        surname: surname,
                        forename: "Paraugs",
                        institution: school,
                        at: line(1)
                    )
                }
                try connection.write(staging)
                let (past, first) = (SchoolYear(2023).first.number, SchoolYear(2024).first.number)
                for stay in [
                    (1, 1, past, first - 1), (2, 1, past, first - 1), (1, 2, first, 0),
                    (2, 2, first, first + 60),
                    (3, 2, first, 0),
                ] {
                    try connection.execute(
                        """
                        INSERT INTO enrolment (tenant_id, pupil_id, institution_id, class_id, from_day, to_day,
                            version)
                        VALUES (\(Worlds.tenant), \(stay.0), 1, \(stay.1), \(stay.2), \(stay.3), 1)
                        """
                    )
                }
            }
            try await body(world)
        }
    }

    @Test(arguments: Engine.available)
    func `the roster is by name and says who left`(engine: Engine) async throws {
        try await run(engine) { world in
            let desk = world.desk([.readFigures, .readPupils])
            let found = try await world.database.data.read {
                try ClassView.load(ClassID(rawValue: 2), desk, $0)
            }
            let view = try #require(found)
            #expect(view.roster.pupils.map(\.id) == [2, 3, 1], "Āboliņš, Bērziņa, Zvirbule")
            #expect(view.roster.pupils.map { $0.left == nil } == [false, true, true])
            let page = try await world.get(ClassPage(), ["class": "2"], desk: desk)
            #expect(page.text.contains("klasē līdz 31.10.2024."))
            #expect(page.persons.sorted() == [1, 2, 3], "the audit trail learns who was shown")
        }
    }

    private func share(_ parts: Int) -> Figure {
        Figure(
            measure: "attendance/missed-share",
            unit: .share,
            selection: Selection(year: SchoolYear(2024)),
            tally: Tally(parts, over: 100)
        )
    }

    @Test func `notes tell of the columns that are there`() {
        func note(missed: [Int: Figure], insufficient: [Int: Figure]) -> String {
            let roster = ClassRoster(
                pupils: [ClassRoster.Pupil(id: 1, name: "Ābols", left: nil)],
                missed: missed,
                months: [],
                byMonth: [:],
                unexcused: missed,
                overLimit: [:],
                marks: [:],
                insufficient: insufficient,
                markTerm: nil,
                year: SchoolYear(2024)
            )
            return RosterColumn.note(roster, .lv)
        }
        let autumn = note(missed: [1: share(5)], insufficient: [:])
        #expect(autumn.contains("Līnija rāda mēnešus") && autumn.contains("stundas virs robežas."))
        #expect(!autumn.contains("vērtējum"))
        let marked = note(missed: [:], insufficient: [1: share(0)])
        #expect(marked.contains("nepietiekami vērtējumi.") && !marked.contains("Līnija"))
    }

    @Test func `a subject has the columns that something is known in`() {
        func line(_ mark: Figure?) -> SubjectYear.Line {
            SubjectYear.Line(
                name: Text(same: "6.a"),
                address: nil,
                marks: [mark],
                counted: nil,
                missed: share(5),
                tests: nil,
                state: nil
            )
        }
        func page(_ lines: [SubjectYear.Line]) -> SubjectYear {
            SubjectYear(
                id: SubjectID(rawValue: 1),
                name: "Matemātika",
                year: SchoolYear(2024),
                years: [],
                lines: lines,
                whole: nil,
                markYear: SchoolYear(2023),
                levels: LevelBars(bars: []),
                along: .classGroup,
                isOpen: true,
                isOwn: false,
                own: nil
            )
        }
        #expect(SubjectColumn.known(in: page([line(nil)])) == [.missed])
        let both = page([line(nil), line(share(50))])
        #expect(SubjectColumn.known(in: both) == [.mark, .missed])
        let html = both.html(.lv).string
        #expect(html.contains("Vidējais vērtējums, 2023./2024.") && !html.contains("Pārbaudes darbi"))
        #expect(!html.contains("Līnija"), "classes are of their year")
    }

    @Test(arguments: Engine.available)
    func `parallel classes stand beside it, and the class where most of its pupils were`(
        engine: Engine
    ) async throws {
        try await run(engine) { world in
            let desk = world.desk([.readFigures, .readPupils])
            let past = try await world.database.data.read { connection -> [PastClass] in
                let group = try #require(try ClassFacts.load(ClassID(rawValue: 2), Worlds.tenant, connection))
                return try PastClass.list(group, Worlds.tenant, connection)
            }
            #expect(past.map(\.name) == ["5.a"] && past.map(\.shared) == [2])
            let page = try await world.get(ClassPage(), ["class": "2"], desk: desk).text
            #expect(page.contains("2023./2024., 5.a"))
            #expect(page.contains("2\u{a0}no tagadējiem izglītojamajiem mācījās tajā"))
            #expect(page.contains("6. klases pašvaldībā"))
        }
    }

    @Test func `a class without pupils says what to do`() async throws {
        try await run(.sqlite) { world in
            let plain = try await world.get(ClassPage(), ["class": "3"], desk: world.desk([.readPupils])).text
            #expect(plain.contains("Klasē vēl nav izglītojamo") && !plain.contains("/imports"))
            let desk = world.desk([.readPupils, .importData])
            #expect(try await world.get(ClassPage(), ["class": "3"], desk: desk).text.contains("/imports"))
        }
    }
}
