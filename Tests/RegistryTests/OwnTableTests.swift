import Frame
import Kernel
import Registry
import SekmeTesting
import Storage
import Testing

@Suite struct OwnTableTests {
    /// Reads a table into the database and gives what it staged.
    @discardableResult
    private func take<F: ImportFormat>(
        _ format: F.Type,
        _ connection: Connection,
        _ constants: [String: String] = [:],
        firstID: Int = 1,
        csv: String
    ) throws -> CollectingStaging {
        let staging = CollectingStaging(firstID: firstID)
        try Worlds.reading(format.name, constants).read(
            format,
            csv: csv,
            known: format.known(Worlds.tenant, connection),
            into: staging
        )
        try connection.write(staging)
        return staging
    }

    private func prepare(_ connection: Connection) throws {
        try take(
            InstitutionsTable.self,
            connection,
            csv: """
                Iestādes nosaukums;Iestādes reģistrācijas Nr.;Tips;Pašvaldība;Citi nosaukumi;Salīdzināšanai
                Bērzu pamatskola;4210000001;Pamatskola;Bērzu novads;"Bērzu psk.; Bērzu skola";nē
                """
        )
        try take(
            ProgrammesTable.self,
            connection,
            csv: """
                institution,code,name,licence_no,licence_day,address
                Bērzu psk.,21011111,Pamatizglītības programma,V_1001,30.07.2020.,"Ābeļu iela 1"
                """
        )
        try take(
            ClassesTable.self,
            connection,
            ["year": "2025/2026"],
            csv: """
                reg_no,class,grade,programme
                4210000001,5.a,5,21011111
                4210000001,10.a,10,
                4210000001,9.b,,
                """
        )
    }

    private let pupils = """
        Personas kods,Uzvārds,Vārds,Klase,Dzimšanas datums,Dzimums,Reemigrants,Programmas kods,Uzņemts,Atskaitīts,\
        Atskaitīšanas iemesls,Kods avota sistēmā
        329999-00001,Bērziņš,Jānis,5.a,14.03.2014.,v,nē,21011111,,,,P1
        ,Liepa,Anna,5. A,,s,jā,,15.10.2025.,,,P2
        ,Kalns,Kārlis,9.b,,,,,,12.01.2026.,abroad,P3
        ,Zīle,Zane,8.c,31.02.2012.,x,,,,,nezināms,P4
        """

    @Test(arguments: Engine.available)
    func `institutions, programmes and classes come with Latvian headings and with codes`(
        engine: Engine
    ) async throws {
        try await withDatabase(engine, migrations: Worlds.migrations) { database in
            try await database.data.write { connection in
                try prepare(connection)
                let school = try connection.rows(
                    """
                    SELECT i.name, i.reg_no, i.is_reference, t.name FROM institution i
                    JOIN territory t ON t.tenant_id = i.tenant_id AND t.id = i.territory_id
                    """,
                    String.self,
                    String.self,
                    Bool.self,
                    String.self
                )
                #expect(school.count == 1)
                #expect(school.first?.0 == "Bērzu pamatskola" && school.first?.2 == false)
                #expect(school.first?.3 == "Bērzu novads")
                let programme = try connection.rows(
                    "SELECT code, licence_no, licence_day, address FROM programme",
                    String.self,
                    String.self,
                    Day.self,
                    String.self
                )
                #expect(programme.map(\.1) == ["V_1001"])
                #expect(programme.first?.2 == Day(2020, 7, 30))
                let classes = try connection.rows(
                    "SELECT name, grade, programme_id FROM class_group ORDER BY sort_key",
                    String.self,
                    Int.self,
                    Int.self
                )
                #expect(classes.map(\.0) == ["5.a", "9.b", "10.a"])
                #expect(classes.map(\.1) == [5, 9, 10])
                #expect(classes.map(\.2) == [1, 0, 0])
            }
        }
    }

    @Test(arguments: Engine.available)
    func `pupils come with their classes, and what cannot be read is said`(engine: Engine) async throws {
        try await withDatabase(engine, migrations: Worlds.migrations) { database in
            try await database.data.write { connection in
                try prepare(connection)
                let constants = ["year": "2025/2026", "institution": "Bērzu pamatskola"]
                let staging = try take(PupilsTable.self, connection, constants, csv: pupils)
                #expect(
                    staging.rejected.map(\.problem.code) == ["day.impossible", "sex.invalid", "code.unknown"]
                )
                #expect(Set(staging.rejected.map(\.place.line)) == [5])
                #expect(staging.rejected.map(\.place.column) == [5, 6, 11])
                let rows = try connection.rows(
                    """
                    SELECT p.surname, e.class_id, e.programme_id, e.from_day, e.to_day, e.reason_out
                    FROM pupil p JOIN enrolment e ON e.tenant_id = p.tenant_id AND e.pupil_id = p.id
                    ORDER BY p.sort_key
                    """,
                    String.self,
                    Int.self,
                    Int.self,
                    Day.self,
                    Int.self,
                    String.self
                )
                #expect(rows.map(\.0) == ["Bērziņš", "Kalns", "Liepa", "Zīle"])
                // 5.a, 9.b, 5.a; 8.c was not there before.
                #expect(rows.prefix(3).map(\.1) == [1, 3, 1])
                #expect(
                    try connection.value("SELECT name FROM class_group WHERE id = \(rows[3].1)", String.self)
                        == "8.c"
                )
                #expect(rows.map(\.2) == [1, 0, 0, 0])
                #expect(
                    rows.map(\.3.description) == ["2025-09-01", "2025-09-01", "2025-10-15", "2025-09-01"]
                )
                #expect(rows[1].4 == Day(2026, 1, 12)?.number && rows[1].5 == "abroad")
                let status = try connection.rows(
                    "SELECT sex, is_reemigrant, birth_day FROM pupil ORDER BY sort_key",
                    Int.self,
                    Int.self,
                    Day?.self
                )
                #expect(status.map(\.0) == [1, 0, 2, 0])
                #expect(status.map(\.1) == [0, 0, 1, 0])
                #expect(status.map(\.2) == [Day(2014, 3, 14), nil, nil, nil])

                // The same table again finds everybody and changes nothing.
                let again = try take(PupilsTable.self, connection, constants, firstID: 1_000, csv: pupils)
                #expect(again.rows(of: .pupils).allSatisfy { $0.key[0] < 1_000 })
                #expect(again.rows(of: .pupils).count == 4)
                #expect(try connection.value("SELECT count(*) FROM enrolment", Int.self) == 4)
            }
        }
    }

    @Test(arguments: Engine.available)
    func `a value that is used no longer is taken for rows before its end alone`(engine: Engine) async throws
    {
        try await EditWorld.run(engine) { world in
            let editor = CodeEditor(world.desk())
            try await editor.set(CodeLists.leaveReasons, "family", ["to": "31.12.2025."])
            try await editor.set(CodeLists.studyForms, "extramural", ["to": "31.08.2025."])
            try await world.database.data.write { connection in
                try prepare(connection)
                let staging = try take(
                    PupilsTable.self,
                    connection,
                    ["institution": "Bērzu pamatskola"],
                    csv: """
                        Mācību gads,Uzvārds,Vārds,Klase,Izglītības ieguves forma,Atskaitīts,Atskaitīšanas iemesls
                        2025/2026,Bērziņš,Jānis,5.a,,31.12.2025.,family
                        2025/2026,Liepa,Anna,5.a,,05.01.2026.,Ģimenes apstākļi
                        2024/2025,Kalns,Kārlis,4.a,neklātiene,30.06.2025.,
                        2025/2026,Zīle,Zane,5.a,neklātiene,,
                        """
                )
                #expect(staging.rejected.map(\.problem.code) == ["code.ended", "code.ended"])
                #expect(staging.rejected.map(\.place.line) == [3, 5])
                #expect(staging.rejected.first?.problem.value == "Ģimenes apstākļi")
                let advice = try #require(staging.rejected.first?.problem.advice.lv)
                #expect(advice.contains("other") && !advice.contains("family"))
            }
        }
    }

    @Test(arguments: Engine.available)
    func `staff, groups and teaching find each other`(engine: Engine) async throws {
        try await withDatabase(engine, migrations: Worlds.migrations) { database in
            try await database.data.write { connection in
                try prepare(connection)
                let constants = ["year": "2025/2026", "reg_no": "4210000001"]
                try take(PupilsTable.self, connection, constants, csv: pupils)
                let staff = try take(
                    StaffTable.self,
                    connection,
                    constants,
                    csv: """
                        surname,forename,role,load,contact_lessons
                        Kalniņa,Ilze,skolotājs,"0,75",21
                        Kalniņa,Ilze,Klases audzinātājs,,
                        Egle,Ina,kosmonauts,1,
                        """
                )
                #expect(staff.rejected.map(\.problem.code) == ["role.unknown"])
                let posts = try connection.rows(
                    "SELECT staff_id, role, load_hundredths, contact_lessons FROM staff_post ORDER BY role",
                    Int.self,
                    StaffRole.self,
                    Int.self,
                    Int.self
                )
                #expect(posts.map(\.0) == [1, 1])
                #expect(posts.map(\.1) == [.teacher, .classTeacher])
                #expect(posts.first?.2 == 75 && posts.first?.3 == 21)
                let groups = try take(
                    GroupsTable.self,
                    connection,
                    constants,
                    csv: """
                        group,class,subject,surname,forename
                        5.a angļu 1. grupa,5.a,Angļu valoda,Bērziņš,Jānis
                        5.a angļu 1. grupa,5.a,Angļu valoda,Liepa,Anna
                        """
                )
                #expect(groups.rows(of: .teachingGroups).count == 1)
                #expect(groups.rows(of: .pupils).isEmpty)
                #expect(try connection.value("SELECT count(*) FROM group_member", Int.self) == 2)
                let table = """
                    subject,class,group,teacher_surname,teacher_forename
                    Angļu valoda,,5.a angļu 1. grupa,Kalniņa,Ilze
                    Matemātika,5.a,,Kalniņa,Ilze
                    Matemātika,,,Kalniņa,Ilze
                    """
                let teaching = try take(TeachingTable.self, connection, constants, firstID: 10, csv: table)
                #expect(teaching.rejected.map(\.problem.code) == ["teaching.toNobody"])
                #expect(teaching.rows(of: .teachings).count == 2)
                #expect(teaching.rows(of: .staff).isEmpty)
                let again = try take(TeachingTable.self, connection, constants, firstID: 20, csv: table)
                #expect(again.rows(of: .teachings).map(\.key) == teaching.rows(of: .teachings).map(\.key))
            }
        }
    }

    @Test(arguments: Engine.available)
    func `terms are kept where they make sense`(engine: Engine) async throws {
        try await withDatabase(engine, migrations: Worlds.migrations) { database in
            try await database.data.write { connection in
                let staging = try take(
                    TermsTable.self,
                    connection,
                    csv: """
                        Mācību gads,Semestris,No,Līdz
                        2025/2026,1,01.09.2025.,19.12.2025.
                        2025/2026,2,05.01.2026.,29.05.2026.
                        2025/2026,3,05.01.2026.,29.05.2026.
                        2024/2025,1,01.09.2025.,19.12.2025.
                        """
                )
                #expect(staging.rejected.map(\.problem.code) == ["term.invalid", "term.days"])
                let years = try Years.load(Worlds.tenant, connection)
                let first = years.days(of: .first, in: SchoolYear(2025))
                #expect(first.upperBound == Day(2025, 12, 19))
                // A day of the holidays belongs to the term before it.
                #expect(try years.term(on: #require(Day(2026, 1, 2))).term == .first)
                #expect(try years.term(on: #require(Day(2026, 1, 5))).term == .second)
                #expect(years.days(of: .second, in: SchoolYear(2024)).upperBound == SchoolYear(2024).last)
            }
        }
    }

    @Test func `a mapping that is no master changes no register`() throws {
        let staging = CollectingStaging()
        let run = Worlds.run(staging, isMaster: false)
        for format in registryRoom.imports
        where registryRoom.mappings.contains(where: { $0.format == format.name }) {
            guard !format.name.hasPrefix("viis") else { continue }
            #expect(throws: Refusal.self) { try Self.reader(format, run) }
        }
    }

    private static func reader<F: ImportFormat>(_ format: F.Type, _ run: ImportRun) throws {
        let known = OwnKnown.shipped
        guard let known = known as? F.Known else { return }
        _ = try format.reader(known, run)
    }
}
