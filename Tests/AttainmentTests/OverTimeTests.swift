import Frame
import Kernel
import RoomTesting
import SekmeTesting
import Testing

@testable import Attainment

/// A class over two years, one of whose pupils came from another school.
struct OverTimeTests {
    private static let pupils = """
        \(Town.pupilHeadings),personal_code
        Ozolu skola,2023/2024,6.a,K1,Ābols,Ansis,
        Ozolu skola,2023/2024,6.a,K2,Bērzs,Baiba,
        Ozolu skola,2023/2024,6.a,K3,Celms,Centis,
        Liepu skola,2023/2024,6.b,K4,Dille,Dace,040411-20003
        Ozolu skola,2024/2025,7.a,K1,Ābols,Ansis,
        Ozolu skola,2024/2025,7.a,K2,Bērzs,Baiba,
        Ozolu skola,2024/2025,7.a,K3,Celms,Centis,
        Ozolu skola,2024/2025,7.a,K4,Dille,Dace,040411-20003
        Ozolu skola,2024/2025,7.b,K5,Egle,Edgars,
        Ozolu skola,2025/2026,8.b,K5,Egle,Edgars,
        """
    private static let marks = """
        \(Town.markHeadings),personal_code
        Ozolu skola,6.a,K1,2023/2024,Matemātika,6,term,2,,
        Ozolu skola,6.a,K2,2023/2024,Matemātika,7,term,2,,
        Ozolu skola,6.a,K3,2023/2024,Matemātika,9,term,2,,
        Ozolu skola,6.a,K1,2023/2024,Latviešu valoda,5,term,2,,
        Liepu skola,6.b,K4,2023/2024,Matemātika,4,term,2,,040411-20003
        Liepu skola,6.b,K4,2023/2024,Matemātika,5,year,,,040411-20003
        Ozolu skola,7.a,K1,2024/2025,Matemātika,8,term,1,,
        Ozolu skola,7.a,K2,2024/2025,Matemātika,7,term,1,,
        Ozolu skola,7.a,K3,2024/2025,Matemātika,9,term,1,,
        Ozolu skola,7.a,K4,2024/2025,Matemātika,5,term,1,,040411-20003
        Ozolu skola,7.a,K4,2024/2025,Latviešu valoda,nv,term,1,,040411-20003
        Ozolu skola,7.a,K1,2024/2025,Latviešu valoda,6,term,1,,
        Ozolu skola,7.b,K5,2024/2025,Matemātika,10,term,1,,
        """

    private func town(_ engine: Engine, _ body: (BoardWorld) async throws -> Void) async throws {
        try await Town.with(engine, pupils: OverTimeTests.pupils, marks: OverTimeTests.marks, body)
    }

    private func of(_ name: String, _ world: BoardWorld) async throws -> Selection {
        var selection = Selection(year: SchoolYear(2024))
        selection.institution = InstitutionID(
            rawValue: try await Town.id("institution", "Ozolu skola", world)
        )
        selection.classGroup = ClassID(rawValue: try await Town.id("class_group", name, world))
        return selection
    }

    @Test(arguments: Engine.available)
    func `a class goes back to the one that most of its pupils were in`(_ engine: Engine) async throws {
        try await town(engine) { world in
            let document = try await world.answer(ClassDynamics.self, of("7.a", world))
            let table = try document.table("table")
            #expect(table.columns.map(\.code) == ["subject", "y2023_term2", "y2024_term1"])
            #expect(table.caption?.lv == "2023./2024. – 6.a, 2024./2025. – 7.a")
            // Latvian: 5 of one pupil, then 6, as nv is no mark. Mathematics: (6+7+9)/3, then (8+7+9+5)/4.
            #expect(
                table.lines == [["Latviešu valoda", "5,00", "6,00"], ["Matemātika", "7,33", "7,25"]]
            )
            // (6+7+9+5)/4 and (8+7+9+5+6)/5.
            #expect(table.total?.texts == ["Visi priekšmeti kopā", "6,75", "7,00"])
            let classes = try document.table("classes")
            #expect(
                classes.lines.prefix(2) == [
                    ["7.a", "6,75", "7,00"], ["7. klašu pakāpe iestādē", "6,75", "7,50"],
                ]
            )
            // Of the municipality's grade 6 (6+7+9+5+4)/5; nobody else has a grade 7.
            #expect(classes.lines.last == ["7. klašu pakāpe pašvaldībā", "6,20", "7,50"])
        }
    }

    @Test(arguments: Engine.available)
    func `classes are laid beside each other, by subject too`(_ engine: Engine) async throws {
        try await town(engine) { world in
            var selection = try await of("7.a", world)
            selection.compared = [ClassID(rawValue: try await Town.id("class_group", "7.b", world))]
            let document = try await world.answer(ClassDynamics.self, selection)
            #expect(document.sections.map(\.code) == ["classes", "subjects", "table"])
            #expect(
                document.sections[0].lines.prefix(2) == [["7.a", "6,75", "7,00"], ["7.b", "?", "10,00"]]
            )
            #expect(
                document.sections[1].lines == [
                    ["Latviešu valoda", "6,00", "?"], ["Matemātika", "7,25", "10,00"],
                ]
            )
        }
    }

    @Test(arguments: Engine.available)
    func `a pupil's marks over time are told of one subject`(_ engine: Engine) async throws {
        try await town(engine) { world in
            var selection = try await of("7.a", world)
            selection.subject = SubjectID(rawValue: try await Town.id("subject", "Matemātika", world))
            let roster = try await world.answer(PupilProgress.self, selection)
            #expect(roster.sections.first?.lines.first?.last == "8,00")
            selection.pupil = PupilID(
                rawValue: try await Town.id("pupil", "K1", world, column: "external_code")
            )
            let table = try await world.answer(PupilProgress.self, selection).table("table")
            #expect(table.lines == [["Matemātika", "6,00", "8,00"]])
            #expect(table.total == nil)
        }
    }

    @Test(arguments: Engine.available)
    func `a pupil stands beside the class of each year and its grade in the municipality`(
        _ engine: Engine
    ) async throws {
        try await town(engine) { world in
            var selection = try await of("7.a", world)
            selection.pupil = PupilID(
                rawValue: try await Town.id("pupil", "K1", world, column: "external_code")
            )
            let all = try await world.answer(PupilProgress.self, selection).table("beside")
            #expect(all.columns.map(\.code) == ["who", "y2023_term2", "y2024_term1"])
            // The pupil (6+5)/2, then (8+6)/2; 6.a (6+7+9+5)/4, 7.a (8+7+9+5+6)/5; grade 6 with the other school's 4,
            // grade 7 with the 10 of 7.b.
            #expect(
                all.lines == [
                    ["Ābols Ansis", "5,50", "7,00"], ["Klase, kurā mācījies", "6,75", "7,00"],
                    ["Tā pati klašu pakāpe pašvaldībā", "6,20", "7,50"],
                ]
            )
            selection.subject = SubjectID(rawValue: try await Town.id("subject", "Matemātika", world))
            let one = try await world.answer(PupilProgress.self, selection).table("beside")
            // (6+7+9)/3 and (8+7+9+5)/4; (6+7+9+4)/4 and (8+7+9+5+10)/5.
            #expect(
                one.lines.map { Array($0.dropFirst()) } == [
                    ["6,00", "8,00"], ["7,33", "7,25"], ["6,50", "7,80"],
                ]
            )
            // By subject, who sees one school alone could tell the teacher of another.
            let scope = Scope(institution: selection.institution)
            let head = Town.asker([([.readFigures, .readPupils], scope)])
            selection.reach = head.reach(.readPupils, on: Town.today)
            let own = try await world.answer(PupilProgress.self, selection, head).table("beside")
            #expect(
                own.lines.map { Array($0.dropFirst()) } == [
                    ["6,00", "8,00"], ["7,33", "7,25"], ["?", "?"],
                ]
            )
        }
    }

    @Test func `who may not see figures about teachers gets no subject, and nothing of few pupils`()
        async throws
    {
        try await town(.sqlite) { world in
            let reader = Town.asker([([.readFigures], .tenant)])
            let document = try await world.answer(ClassDynamics.self, of("7.a", world), reader)
            #expect(try document.table("table").lines == [["Visi priekšmeti kopā", "·", "·"]])
            var subject = try await of("7.a", world)
            subject.subject = SubjectID(rawValue: try await Town.id("subject", "Matemātika", world))
            let asked = subject
            await #expect(throws: Refusal.self) { try await world.answer(ClassDynamics.self, asked, reader) }
        }
    }

    @Test func `in autumn a class without marks shows those of the years before`() async throws {
        try await town(.sqlite) { world in
            var selection = try await of("8.b", world)
            selection.year = SchoolYear(2025)
            let document = try await world.answer(ClassDynamics.self, selection)
            #expect(try document.table("table").lines == [["Matemātika", "10,00"]])
            let roster = try await world.answer(PupilProgress.self, selection)
            #expect(roster.sections.first?.lines == [["Egle Edgars"]])
            selection.pupil = roster.sections.first?.rows.first?.persons.first
            let pupil = try await world.answer(PupilProgress.self, selection)
            #expect(try pupil.table("table").lines == [["Matemātika", "10,00"]])
        }
    }

    @Test func `a class teacher needs to choose nothing`() async throws {
        try await town(.sqlite) { world in
            let classGroup = ClassID(rawValue: try await Town.id("class_group", "7.a", world))
            let institution = InstitutionID(
                rawValue: try await Town.id("institution", "Ozolu skola", world)
            )
            let scope = Scope(institution: institution, classGroup: classGroup)
            let teacher = Town.asker([
                ([.readFigures, .readPupils], scope), ([.readFigures], Scope(institution: institution)),
            ])
            var year = Selection(year: SchoolYear(2024))
            year.reach = teacher.reach(.readFigures, on: Town.today)
            let document = try await world.answer(ClassDynamics.self, year, teacher)
            #expect(try document.table("table").lines.map(\.last) == ["6,00", "7,25"])
            let roster = try await world.answer(PupilProgress.self, year, teacher)
            #expect(roster.sections.first?.rows.map(\.persons.count) == [1, 1, 1, 1])
        }
    }

    @Test(arguments: Engine.available)
    func `who works with one class alone sees earlier years of the pupils that it has today`(
        _ engine: Engine
    ) async throws {
        try await town(engine) { world in
            let selection = try await of("7.a", world)
            let own = Scope(institution: selection.institution, classGroup: selection.classGroup)
            let teacher = Town.asker([
                ([.readFigures, .readPupils], own),
                ([.readFigures], Scope(institution: selection.institution)),
            ])
            let document = try await world.answer(ClassDynamics.self, selection, teacher)
            let table = try document.table("table")
            #expect(table.columns.map(\.code) == ["subject", "y2023_term2", "y2023_year", "y2024_term1"])
            // With the pupil who was in Liepu skola then: (6+7+9+4)/4, and the year mark of that pupil.
            #expect(
                table.lines == [
                    ["Latviešu valoda", "5,00", "?", "6,00"], ["Matemātika", "6,50", "5,00", "7,25"],
                ]
            )
            #expect(table.total?.texts == ["Visi priekšmeti kopā", "6,20", "5,00", "7,00"])
            #expect(try document.table("classes").lines.first == ["7.a", "6,20", "5,00", "7,00"])
            #expect(document.notes.first?.lv.contains("kuri klasē mācās tagad") == true)
        }
    }

    @Test(arguments: Engine.available)
    func `a pupil's marks come with those of an earlier school`(_ engine: Engine) async throws {
        try await town(engine) { world in
            let pupil = PupilID(rawValue: try await Town.id("pupil", "K4", world, column: "external_code"))
            let own = InstitutionID(rawValue: try await Town.id("institution", "Ozolu skola", world))
            let before = InstitutionID(rawValue: try await Town.id("institution", "Liepu skola", world))
            var selection = Selection(year: SchoolYear(2024))
            selection.pupil = pupil
            let asked = selection
            let head = Town.asker([([.readFigures, .readPupils], Scope(institution: own))])
            let document = try await world.answer(PupilProgress.self, asked, head)
            let table = try document.table("table")
            #expect(table.columns.map(\.code) == ["subject", "y2023_term2", "y2023_year", "y2024_term1"])
            #expect(table.lines == [["Matemātika", "4,00", "5,00", "5,00"]])
            #expect(
                try document.table("years").lines == [
                    ["2023./2024.", "Liepu skola", "6.b", "?", "4,00", "5,00"],
                    ["2024./2025.", "Ozolu skola", "7.a", "5,00", "?", "?"],
                ]
            )
            // The class of the earlier school and its grade are not of those whom the head works with.
            let beside = try document.table("beside")
            #expect(
                beside.lines.prefix(2) == [
                    ["Dille Dace", "4,00", "5,00", "5,00"], ["Klase, kurā mācījies", "·", "·", "7,00"],
                ]
            )
            #expect(beside.lines.last?.prefix(3) == ["Tā pati klašu pakāpe pašvaldībā", "·", "·"])
            for section in document.sections where section.code != "beside" {
                #expect(section.rows.allSatisfy { $0.persons == [pupil] }, "\(section.code)")
            }
            #expect(beside.rows.map(\.persons) == [[pupil], [], []])
            let other = Town.asker([([.readFigures, .readPupils], Scope(institution: before))])
            await #expect(throws: Refusal.self) { try await world.answer(PupilProgress.self, asked, other) }
        }
    }
}
