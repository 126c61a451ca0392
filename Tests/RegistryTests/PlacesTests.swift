import Access
import Frame
import Kernel
import Pages
import SekmeTesting
import Storage
import Testing

@testable import Registry

/// Addresses and founders that change in the course of time.
struct PlacesTests {
    private static let school = InstitutionID(rawValue: 1)

    /// A school in one place with a programme in three; from 2024/2025 on the programme has two places, and the school
    /// another founder.
    private func fill(_ connection: Connection) throws {
        let world = ExportWorld(connection: connection)
        try world.take(
            InstitutionsTable.self,
            """
            reg_no;name;type;founder;address;from
            4210000001;Bērzu pamatskola;Pamatskola;Bērzu pilsēta;Ābeļu iela 1;01.09.2020.
            4210000001;Bērzu pamatskola;Pamatskola;Bērzu novads;;01.09.2024.
            """
        )
        try world.take(
            ProgrammesTable.self,
            firstID: 10,
            """
            reg_no;code;name;licence_no;address;address_from
            4210000001;21011111;Pamatizglītības programma;V_1;Ābeļu iela 1; Liepu iela 2; Ozolu iela 3;
            """.replacing(
                "Ābeļu iela 1; Liepu iela 2; Ozolu iela 3",
                with: "\"Ābeļu iela 1; Liepu iela 2; Ozolu iela 3\""
            )
        )
        try world.take(
            ProgrammesTable.self,
            firstID: 20,
            """
            reg_no;code;name;licence_no;address;address_from
            4210000001;21011111;Pamatizglītības programma;V_1;"Ābeļu iela 1; Kļavu iela 4";01.09.2024.
            """
        )
    }

    @Test(arguments: Engine.available)
    func `what was dated is read back as no change`(engine: Engine) async throws {
        try await withDatabase(engine, migrations: Worlds.migrations) { database in
            try await database.data.write { connection in
                try fill(connection)
                let world = ExportWorld(connection: connection)
                let programmes = try world.export(ProgrammesTable.self).csv
                #expect(programmes.contains("Ābeļu iela 1; Liepu iela 2; Ozolu iela 3"))
                #expect(programmes.contains("2024-09-01"))
                #expect(try world.changes(ProgrammesTable.self, programmes) == [])
                let schools = try world.export(InstitutionsTable.self).csv
                #expect(schools.contains("Bērzu pilsēta") && schools.contains("Bērzu novads"))
                #expect(try world.changes(InstitutionsTable.self, schools) == [])
                let present = try connection.rows(
                    "SELECT founder, address FROM institution",
                    String.self,
                    String.self
                )
                #expect(present.map(\.0) == ["Bērzu novads"] && present.map(\.1) == ["Ābeļu iela 1"])
            }
        }
    }

    @Test(arguments: Engine.available)
    func `the table of programmes is as the form of its year asks`(engine: Engine) async throws {
        try await withDatabase(engine, migrations: Worlds.migrations) { database in
            try await database.data.write { connection in
                try fill(connection)
                func table(_ year: Int) throws -> ReportSection {
                    let question = Worlds.question(connection, year: SchoolYear(year)) { _ in }
                    return try #require(try ProgrammesReport.answer(question).sections.first)
                }
                func words(_ table: ReportSection, _ code: String) -> String? {
                    guard let index = table.columns.firstIndex(where: { $0.code == code }),
                        case .words(let text)? = table.rows.first?.cells[index]
                    else { return nil }
                    return text.lv
                }
                let first = try table(2022)
                #expect(
                    first.columns.map(\.code) == [
                        "institution", "programme", "code", "address", "licence_no", "licence_day",
                        "pupils_start", "pupils_end",
                    ]
                )
                #expect(words(first, "address") == "Liepu iela 2; Ozolu iela 3", "where it is another")
                #expect(words(first, "code") == "21011111")
                let second = try table(2023)
                #expect(!second.columns.contains { $0.code == "address" })
                #expect(words(second, "licence_no") == "V_1")
                let third = try table(2024)
                #expect(
                    third.columns.map(\.code) == [
                        "institution", "programme", "address", "pupils_start", "pupils_end",
                    ]
                )
                #expect(words(third, "programme") == "Pamatizglītības programma, 21011111")
                #expect(words(third, "address") == "Ābeļu iela 1; Kļavu iela 4")
                for section in [first, second, third] {
                    #expect(section.rows.allSatisfy { $0.cells.count == section.columns.count })
                    #expect(section.total.map { $0.cells.count == section.columns.count } ?? true)
                }
            }
        }
    }

    @Test(arguments: Engine.available)
    func `the page of an institution's places is saved, conflicts, and is put back`(
        engine: Engine
    ) async throws {
        try await EditWorld.run(engine) { world in
            try await world.database.data.write { try fill($0) }
            let parts = ["institution": "1"]
            let page = try await world.get(EditPage<PlacesRow>(), parts).text
            #expect(page.contains("Bērzu pilsēta") && page.contains("Pamatizglītības programma, 21011111"))
            let editor = PlacesEditor(desk: world.desk(), institution: Self.school)
            let record = try await editor.record()
            let programme = try #require(record.parts.last?.name)
            var form = record.texts.setting(["version": String(record.version)])
            form["founder-3-from"] = "01.09.2025."
            form["founder-3-text"] = "Jaunā pašvaldība"
            form["\(programme)-2-text"] = "Kļavu iela 4; Kļavu iela 5; Kļavu iela 6"
            let saved = try await world.post(EditAction<PlacesRow>(), parts, form)
            #expect(saved.target == "/institutions/1")
            #expect(try await world.post(EditAction<PlacesRow>(), parts, form).status == 409)
            let now = try await editor.record()
            #expect(now.dated["founder"]?.latest == ["Jaunā pašvaldība"])
            #expect(now.dated[programme]?.latest == ["Kļavu iela 4", "Kļavu iela 5", "Kļavu iela 6"])
            #expect(now.dated[programme]?.stretches.first?.texts.count == 3)
            let change = try #require(try await editor.history().first)
            #expect(change.changed.contains("founder-3-text"))
            try await editor.restore(change: change.id, version: now.version)
            let back = try await editor.record()
            #expect(back.dated == record.dated)
            var twice = back.texts.setting(["version": String(back.version)])
            twice["address-2-text"] = "Cita iela 9"
            #expect(try await world.post(EditAction<PlacesRow>(), parts, twice).target == "/institutions/1")
            twice["version"] = String(try await editor.record().version)
            twice["address-3-text"] = "Vēl cita iela 9"
            #expect(
                try await world.post(EditAction<PlacesRow>(), parts, twice).status == 422,
                "two without a day"
            )
        }
    }
}
