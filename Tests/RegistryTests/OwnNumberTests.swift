import Frame
import Kernel
import Registry
import SekmeTesting
import Storage
import Testing

/// A row of Sekme's own tables is found by Sekme's number before its codes and names.
struct OwnNumberTests {
    /// The rows of a register that a file without faults gives.
    private func rows<F: ImportFormat>(
        _ format: F.Type,
        _ csv: String,
        of table: RegisterTable,
        _ world: ExportWorld
    ) throws -> [CollectingStaging.RegisterRow] {
        let staging = try world.read(format, csv)
        #expect(staging.rejected.isEmpty && staging.unmatched.isEmpty, "\(csv)")
        return staging.rows(of: table)
    }

    private func problems<F: ImportFormat>(
        _ format: F.Type,
        _ csv: String,
        _ world: ExportWorld
    ) throws -> [String] {
        let staging = try world.read(format, csv)
        #expect(staging.unmatched.isEmpty)
        return staging.rejected.map { "\($0.problem.code) \($0.place.line).\($0.place.column)" }
    }

    @Test(arguments: Engine.available)
    func `a pupil is found by the number whatever changed`(engine: Engine) async throws {
        try await ExportWorld.with(engine) { world in
            let head = "sekme,institution,year,class,personal_code,external_code,surname,forename"
            let school = "Bērzu pamatskola,2025/2026"
            let file = """
                \(head)
                sekme-7-pupil-101,\(school),9.b,,,Kalns-Egle,Kārlis
                SEKME-7-PUPIL-100,\(school),5.a,140314-21299,,Šmite,Čilda
                sekme-7-pupil-102,\(school),9.b,,P50,Ozols,Jānis
                """
            let changed = try rows(PupilsTable.self, file, of: .pupils, world)
            #expect(changed.map(\.key) == [[101], [100], [102]])
            #expect(changed[0].columns["surname"] == .text("Kalns-Egle"))
            #expect(changed[1].columns["code_sealed"] == .text("140314-21299"))
            #expect(changed[2].columns["external_code"] == .text("P50"))
            try world.take(PupilsTable.self, file)
            #expect(try world.changes(PupilsTable.self, file) == [])
            #expect(try world.connection.value("SELECT count(*) FROM pupil", Int.self) == 8)
        }
    }

    @Test(arguments: Engine.available)
    func `a member of staff is found by the number in posts and lessons`(engine: Engine) async throws {
        try await ExportWorld.with(engine) { world in
            let posts = """
                sekme,institution,surname,forename,role,from,year
                sekme-7-staff-2,Bērzu pamatskola,Egle-Liepa,Ina,librarian,01.09.2023.,2025/2026
                """
            let staff = try rows(StaffTable.self, posts, of: .staff, world)
            #expect(staff.map(\.key) == [[2]])
            #expect(staff.first?.columns["surname"] == .text("Egle-Liepa"))
            let lessons = """
                teacher_sekme,institution,year,subject,class,teacher_surname,teacher_forename
                sekme-7-staff-200,Bērzu pamatskola,2025/2026,Matemātika,9.b,Zariņš-Egle,Juris
                """
            let staging = try world.read(TeachingTable.self, lessons)
            #expect(staging.rows(of: .staff).isEmpty && staging.rejected.isEmpty)
            #expect(staging.rows(of: .teachings).allSatisfy { $0.key[0] < 1_000 })
        }
    }

    @Test(arguments: Engine.available)
    func `classes, groups, subjects and programmes take over new names and codes`(
        engine: Engine
    ) async throws {
        try await ExportWorld.with(engine) { world in
            let id = { (query: SQL) in try #require(try world.connection.value(query, Int.self)) }
            let five = try id("SELECT id FROM class_group WHERE name = '5.b'")
            let classes = """
                sekme,institution,year,class,grade
                sekme-7-classGroup-\(five),Bērzu pamatskola,2025/2026,5.m,5
                """
            let renamed = try rows(ClassesTable.self, classes, of: .classGroups, world)
            #expect(renamed.map(\.key) == [[five]])
            #expect(renamed.first?.columns["name"] == .text("5.m"))
            #expect(renamed.first?.columns["search_key"] == .text("5 m"))
            let choir = try id("SELECT id FROM teaching_group WHERE name = 'Koris'")
            let groups = """
                sekme,institution,year,group
                sekme-7-group-\(choir),Bērzu pamatskola,2025/2026,Lielais koris
                """
            let group = try rows(GroupsTable.self, groups, of: .teachingGroups, world)
            #expect(group.map(\.key) == [[choir]])
            #expect(group.first?.columns["name"] == .text("Lielais koris"))
            #expect(group.first?.columns["search_key"] == .text("lielais koris"))
            let english = try id("SELECT id FROM subject WHERE name = 'Angļu valoda'")
            let subjects = """
                sekme,subject,subject_code,area
                sekme-7-subject-\(english),Svešvaloda (angļu),ANG,1
                """
            let subject = try rows(SubjectsTable.self, subjects, of: .subjects, world)
            #expect(subject.map(\.key) == [[english]])
            #expect(subject.first?.columns["code"] == .text("ANG"))
            let second = try id("SELECT id FROM programme WHERE code = '23011111'")
            let programmes = """
                sekme,institution,code,name
                sekme-7-programme-\(second),Bērzu pamatskola,23011113,Pamatizglītības 2. posms
                """
            let programme = try rows(ProgrammesTable.self, programmes, of: .programmes, world)
            #expect(programme.map(\.key) == [[second]])
            #expect(programme.first?.columns["code"] == .text("23011113"))
            #expect(programme.first?.columns["search_key"] == .text("pamatizglitibas 2 posms"))
            let schools = """
                sekme,reg_no,name,type,from
                sekme-7-institution-3,,Ābeļu skola,Sākumskola,01.09.2025.
                """
            let school = try rows(InstitutionsTable.self, schools, of: .institutions, world)
            #expect(school.map(\.key) == [[3]])
            #expect(school.first?.columns["name"] == .text("Ābeļu skola"))
        }
    }

    @Test(arguments: Engine.available)
    func `a number that leads nowhere is a fault with its place`(engine: Engine) async throws {
        try await ExportWorld.with(engine) { world in
            let found = try problems(
                PupilsTable.self,
                """
                surname,sekme,institution,year,class,personal_code,external_code,forename
                Kalns,sekme-7-pupil-9999,Bērzu pamatskola,2025/2026,9.b,,,Kārlis
                Kalns,sekme-7-staff-1,Bērzu pamatskola,2025/2026,9.b,,,Kārlis
                Kalns,101,Bērzu pamatskola,2025/2026,9.b,,,Kārlis
                Kalns,sekme-7-pupil-101,Ābeļu sākumskola,2025/2026,1.a,,,Kārlis
                Kalns,sekme-7-pupil-101,Bērzu pamatskola,2025/2026,9.b,329999-00001,,Kārlis
                Ozols,sekme-7-pupil-102,Bērzu pamatskola,2025/2026,9.b,,P6,Jānis
                Zvirbulis,sekme-7-pupil-101,Bērzu pamatskola,2025/2026,9.b,,,Uldis
                """,
                world
            )
            #expect(
                found == [
                    "number.unknown 2.2", "number.kind 3.2", "number.unreadable 4.2", "number.unknown 5.2",
                    "number.conflict 6.2", "number.conflict 7.2", "number.stranger 8.2",
                ]
            )
            let classes = try problems(
                ClassesTable.self,
                """
                sekme,institution,year,class,grade
                sekme-7-classGroup-1,Bērzu pamatskola,2024/2025,5.a,5
                sekme-7-classGroup-1,Ābeļu sākumskola,2025/2026,5.a,5
                """,
                world
            )
            #expect(classes == ["number.unknown 2.1", "number.unknown 3.1"])
        }
    }

    @Test(arguments: Engine.available)
    func `a new name that is another row's is told and changes nothing`(engine: Engine) async throws {
        try await ExportWorld.with(engine) { world in
            let id = { (query: SQL) in try #require(try world.connection.value(query, Int.self)) }
            let five = try id("SELECT id FROM class_group WHERE name = '5.b'")
            let classes = try problems(
                ClassesTable.self,
                """
                sekme,institution,year,class,grade
                sekme-7-classGroup-\(five),Bērzu pamatskola,2025/2026,5.a,5
                """,
                world
            )
            #expect(classes == ["number.conflict 2.1"])
            let english = try id("SELECT id FROM subject WHERE name = 'Angļu valoda'")
            let subjects = try problems(
                SubjectsTable.self,
                """
                sekme,subject,subject_code,area
                sekme-7-subject-\(english),Matemātika,,1
                sekme-7-subject-\(english),Angļu valoda,MAT,1
                """,
                world
            )
            #expect(subjects == ["number.conflict 2.1", "number.conflict 3.1"])
            let schools = try problems(
                InstitutionsTable.self,
                """
                sekme,reg_no,name,type
                sekme-7-institution-3,4210000001,Ābeļu sākumskola,Sākumskola
                sekme-7-institution-1,4999999999,Pavisam cita skola,Vidusskola
                """,
                world
            )
            #expect(schools == ["number.conflict 2.1", "number.stranger 3.1"])
        }
    }

    @Test(arguments: Engine.available)
    func `the number of a pupil who turned out to be another one leads to that one`(
        engine: Engine
    ) async throws {
        try await ExportWorld.with(engine) { world in
            try world.connection.execute(
                """
                INSERT INTO pupil_alias (tenant_id, pupil_id, target_id, merge_id)
                VALUES (\(world.tenant), 103, 102, 1)
                """
            )
            let file = """
                sekme,institution,year,class,external_code,surname,forename
                sekme-7-pupil-103,Bērzu pamatskola,2025/2026,9.b,,Ozols,Jānis
                """
            let pupils = try rows(PupilsTable.self, file, of: .pupils, world)
            #expect(pupils.map(\.key) == [[102]])
        }
    }

    @Test(arguments: Engine.available)
    func `a number gives nobody back who was taken away`(engine: Engine) async throws {
        try await ExportWorld.with(engine) { world in
            try world.connection.execute(
                """
                UPDATE pupil SET surname = '', forename = '', search_key = '', external_code = ''
                WHERE tenant_id = \(world.tenant) AND id = 101
                """
            )
            let found = try problems(
                PupilsTable.self,
                """
                sekme,institution,year,class,surname,forename
                sekme-7-pupil-101,Bērzu pamatskola,2025/2026,9.b,Kalns,Kārlis
                """,
                world
            )
            #expect(found == ["number.unknown 2.1"])
        }
    }

    @Test(arguments: Engine.available)
    func `another board's number is nobody's here, and codes and names tell`(engine: Engine) async throws {
        try await ExportWorld.with(engine) { world in
            let file = """
                sekme,institution,year,class,surname,forename
                sekme-9-pupil-102,Bērzu pamatskola,2025/2026,9.b,Kalns,Kārlis
                """
            let pupils = try rows(PupilsTable.self, file, of: .pupils, world)
            #expect(pupils.map(\.key) == [[101]])
            try world.take(PupilsTable.self, file)
            #expect(try world.changes(PupilsTable.self, file) == [])
        }
    }
}
