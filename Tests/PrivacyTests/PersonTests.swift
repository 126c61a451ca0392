import Access
import Cases
import Frame
import Kernel
import Pages
import RoomTesting
import SekmeTesting
import Storage
import Testing

@testable import Privacy

struct PersonTests {
    @Test(arguments: Engine.available)
    func `everything of a person is shown, and nothing of another`(_ engine: Engine) async throws {
        try await withPersons(engine) { world in
            let pupil = try await world.pupil("J1")
            let records = try #require(try await PersonRecords.load(pupil, world.desk))
            let marks = try #require(records.sections.first { $0.name == "marks" })
            #expect(marks.rows.count == 1)
            #expect(marks.rows[0].map(\.plain).contains("3"))
            let words = records.sections.flatMap(\.rows).flatMap { $0.map(\.plain) }
            #expect(words.contains("Ozols"))
            #expect(!words.contains("Bērziņa"))
            #expect(!words.contains("J2"))
            // The personal code is sealed where it is kept, and told to its owner.
            #expect(words.contains { $0.contains("010113") })
        }
    }

    @Test(arguments: Engine.available)
    func `an observation is opened for the person, and only by permission`(_ engine: Engine) async throws {
        try await withPersons(engine) { world in
            let pupil = try await world.pupil("J1")
            try await world.desk.database.data.write { connection in
                try Fixture.observe(pupil, "Bieži viens", world.desk, connection)
            }
            let all = try #require(try await PersonRecords.load(pupil, world.desk))
            let words = all.sections.flatMap(\.rows).flatMap { $0.map(\.plain) }
            #expect(words.contains("Bieži viens"))
            let other = world.desk.seated(BoardWorld.asker([.readPupils, .readSignals]))
            let without = try #require(try await PersonRecords.load(pupil, other))
            let fewer = without.sections.flatMap(\.rows).flatMap { $0.map(\.plain) }
            #expect(!fewer.contains("Bieži viens"))
        }
    }

    @Test func `every table with pupils' data says whose a row is, and every column has words`() async throws
    {
        try await withPersons(.sqlite) { world in
            let tables = try await world.desk.database.data.read {
                try PersonTables.load(world.desk.house, $0).all
            }
            let reading = tables.first { $0.note.name == "risk_reading" }
            #expect(reading?.wholes.map(\.name) == ["risk_signal"])
            for table in tables where !OwnFormats.covered.contains(table.note.name) {
                for column in table.columns where !ColumnWords.technical.contains(column) {
                    #expect(ColumnWords.all[column] != nil, "\(table.note.name).\(column)")
                }
            }
            let cases = Set(casesWing.migrations.flatMap(\.tables).filter { !$0.sealed.isEmpty }.map(\.name))
            #expect(cases == PersonTables.heldBack)
        }
    }

    @Test(arguments: Engine.available)
    func `the file has a table for each kind of data`(_ engine: Engine) async throws {
        try await withPersons(engine) { world in
            let pupil = try await world.pupil("J1")
            let records = try #require(try await PersonRecords.load(pupil, world.desk))
            let bytes = try PersonFile(records: records, language: .lv).bytes()
            #expect(bytes.starts(with: [0x50, 0x4B, 0x03, 0x04]))
            #expect(bytes.count > 400)
        }
    }

    @Test func `what is exchanged in codes is told to the person in words`() async throws {
        try await withPersons(.sqlite) { world in
            let pupil = try await world.pupil("J1")
            let records = try #require(try await PersonRecords.load(pupil, world.desk))
            let marks = try #require(records.sections.first { $0.name == "marks" })
            #expect(marks.title.lv == "Vērtējumi")
            let cells = marks.rows[0].map(\.words.lv)
            #expect(cells.contains("Semestra vērtējums") && cells.contains("2026./2027."))
            #expect(!cells.contains("term") && !cells.contains("2026/2027"))
            let pupils = try #require(records.sections.first { $0.name == "pupils" })
            #expect(pupils.title.lv == "Izglītojamais un mācību vietas")
            #expect(pupils.columns.map(\.words.lv).contains("Šajā klasē no"))
            let page = PersonView(records: records, language: .lv, today: today).html.string
            #expect(page.contains("24.11.2026. Citu datu") && !page.contains("2026.."))
        }
    }

    @Test func `every format with rows about pupils is called in words for the person`() async throws {
        try await withPersons(.sqlite) { world in
            let formats = world.desk.house.formats.compactMap { $0 as? any ExportFormat.Type }
                .filter { OwnFormats.permissions.contains($0.exportPermission) }
            #expect(!formats.isEmpty)
            for format in formats { #expect(ColumnWords.formats[format.name] != nil, "\(format.name)") }
        }
    }

    @Test func `the file is in words too, with codes in columns of their own`() async throws {
        try await withPersons(.sqlite) { world in
            let pupil = try await world.pupil("J1")
            _ = try await world.request(.access, "J1")
            let look = world.desk.event(.read, "/pupils/:pupil", persons: [pupil])
            try await AuditTrail(world.desk.database).record([look])
            let records = try #require(try await PersonRecords.load(pupil, world.desk))
            let tables = PersonTableFile.all(of: records, .lv)
            func table(_ name: String) throws -> PersonTableFile {
                try #require(tables.first { $0.name == name }, "\(tables.map(\.name))")
            }
            let requests = try table("personas-pieprasijumi.csv")
            let kind = try #require(requests.headings.firstIndex(of: "Veids"))
            let code = try #require(requests.headings.firstIndex(of: "Veids (kods)"))
            #expect(requests.rows[0][kind] == "Piekļuve datiem" && requests.rows[0][code] == "1")
            let received = try #require(requests.headings.firstIndex(of: "Saņemts"))
            #expect(requests.rows[0][received] == today.description)
            let looks = try table("kas-skatija-datus.csv")
            #expect(looks.headings == ["Kad", "Kas", "Darbība", "Kur"])
            #expect(looks.rows.contains { $0[2] == "skatīja" && $0[3] == "izglītojamā lapa" })
            #expect(Set(tables.map(\.name)).count == tables.count)
        }
    }

    @Test func `all looks at a person are told, however many there are`() async throws {
        try await withPersons(.sqlite) { world in
            let pupil = try await world.pupil("J1")
            let look = world.desk.event(.read, "/pupils/:pupil", persons: [pupil])
            try await AuditTrail(world.desk.database).record(Array(repeating: look, count: 5_050))
            let records = try #require(try await PersonRecords.load(pupil, world.desk))
            #expect(records.looks.count { $0.record.place == "/pupils/:pupil" } == 5_050)
        }
    }

    @Test(arguments: Engine.available)
    func `codes are read as words where the room knows them, and files keep them`(
        _ engine: Engine
    ) async throws {
        try await withPersons(engine) { world in
            let pupil = try await world.pupil("J1")
            _ = try await world.request(.access, "J1")
            try await world.desk.database.data.write { connection in
                try Fixture.observe(pupil, "Bieži viens", world.desk, connection)
            }
            let records = try #require(try await PersonRecords.load(pupil, world.desk))
            func cell(_ table: String, _ column: String) throws -> PersonValue {
                let section = try #require(records.sections.first { $0.name == table })
                let place = try #require(section.columns.firstIndex { $0.name == column })
                return section.rows[0][place]
            }
            #expect(try cell("privacy_request", "kind").words.lv == "Piekļuve datiem")
            #expect(try cell("privacy_request", "kind").plain == "1")
            #expect(try cell("privacy_step", "deed").words.en == "registered it")
            #expect(try cell("risk_observation", "factor").words.lv == "Zemi mācību sasniegumi")
            #expect(try cell("risk_observation", "factor").plain == "1-low-marks")
        }
    }

    @Test func `every column with codes is a column of a table or a field of a format`() async throws {
        try await withPersons(.sqlite) { world in
            let house = world.desk.house
            let fields = Set(
                house.formats.flatMap { format in format.fields.map { "\(format.name).\($0.code)" } }
            )
            let missing = try await world.desk.database.data.read { connection in
                try house.rooms.flatMap(\.codes).filter {
                    try !fields.contains("\($0.table).\($0.column)")
                        && !connection.columns(of: $0.table).contains($0.column)
                }
                .map { "\($0.table).\($0.column)" }
            }
            #expect(missing == [])
        }
    }
}
