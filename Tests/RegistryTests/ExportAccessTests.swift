import Frame
import Kernel
import Registry
import SekmeTesting
import Storage
import Testing

@Suite struct ExportAccessTests {
    private static let school = InstitutionID(rawValue: 1)

    @Test(arguments: Engine.available)
    func `who may not export persons gets no personal codes, and the file changes nothing`(
        engine: Engine
    ) async throws {
        try await ExportWorld.with(engine) { world in
            let asker = ExportWorld.asker([.readPupils, .readPupilStatus, .readTeacherFigures])
            let pupils = try world.export(PupilsTable.self, for: asker)
            #expect(pupils.csv.contains(",5.a,,P1,Bērziņš,Jānis,2014-03-14,v,,nē,nē,nē,"))
            #expect(!pupils.csv.contains("329999") && !pupils.csv.contains("140314"))
            #expect(try world.changes(PupilsTable.self, pupils.csv) == [])
            let staff = try world.export(StaffTable.self, for: asker).csv
            #expect(staff.contains("Kalniņa") && !staff.contains("329999"))
            #expect(try world.changes(StaffTable.self, staff) == [])
            let teaching = try world.export(TeachingTable.self, for: asker).csv
            #expect(try world.changes(TeachingTable.self, teaching) == [])
            // A guest of the choir has a personal code only; without it the number of Sekme finds them.
            let groups = try world.export(GroupsTable.self, for: asker).csv
            #expect(groups.contains("Viese") && !groups.contains("150314"))
            #expect(try world.changes(GroupsTable.self, groups) == [])
            let unnumbered = groups.replacing(#/sekme-7-pupil-[0-9]+/#, with: "")
            let changes = try world.changes(GroupsTable.self, unnumbered)
            #expect(changes.count == 1 && changes.first?.hasPrefix("pupil.unknown") == true, "\(changes)")
        }
    }

    @Test(arguments: Engine.available)
    func `the special status is for those who may see it`(engine: Engine) async throws {
        try await ExportWorld.with(engine) { world in
            let csv = try world.export(PupilsTable.self, for: ExportWorld.asker([.readPupils])).csv
            #expect(!csv.contains("jā") && !csv.contains("nē"))
            #expect(try world.changes(PupilsTable.self, csv) == [])
        }
    }

    @Test(arguments: Engine.available)
    func `rows are those of the asker's scope and of the order`(engine: Engine) async throws {
        try await ExportWorld.with(engine) { world in
            let all = Set(Permission.common)
            let id = try #require(
                try world.connection.value("SELECT id FROM class_group WHERE name = '9.b'", ClassID.self)
            )
            let teacher = ExportWorld.asker(
                all,
                in: Scope(institution: ExportAccessTests.school, classGroup: id)
            )
            let pupils = try world.export(PupilsTable.self, for: teacher)
            #expect(try world.lines(PupilsTable.self, for: teacher).count == 3)
            #expect(pupils.persons.count == 3 && !pupils.csv.contains("5.a"))
            #expect(try world.lines(ClassesTable.self, for: teacher).count == 1)
            // The choir with its one member of the class.
            #expect(try world.lines(GroupsTable.self, for: teacher).count == 2)
            #expect(try world.lines(StaffTable.self, for: teacher).isEmpty)

            let closed = try #require(
                try world.connection.value(
                    "SELECT id FROM institution WHERE closed_day > 0",
                    InstitutionID.self
                )
            )
            let head = ExportWorld.asker(all, in: Scope(institution: closed))
            #expect(try world.lines(StaffTable.self, for: head).count == 1)
            #expect(try world.lines(InstitutionsTable.self, for: head).count == 1)
            #expect(try world.export(PupilsTable.self, for: head).persons.isEmpty)
            #expect(try world.lines(StaffTable.self, ExportWorld.year, closed).count == 1)
            #expect(try world.lines(ProgrammesTable.self, ExportWorld.year, closed).isEmpty)
            #expect(try world.lines(TermsTable.self, for: ExportWorld.asker([])).isEmpty)
            #expect(try world.lines(SubjectsTable.self, for: ExportWorld.asker([])).isEmpty)
            #expect(try world.lines(InstitutionsTable.self, for: ExportWorld.asker([.readPupils])).isEmpty)
        }
    }
}
