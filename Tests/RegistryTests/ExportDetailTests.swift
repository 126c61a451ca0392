import Frame
import Kernel
import Registry
import SekmeTesting
import Storage
import Testing

@Suite struct ExportDetailTests {
    @Test func `every table of Sekme's own writes what it reads`() {
        let own = registryRoom.imports.filter { !$0.name.hasPrefix("viis") }
        #expect(own.count == 9)
        #expect(own.allSatisfy { $0 is any ExportFormat.Type })
    }

    @Test(arguments: Engine.available)
    func `a stay is known by its first day though another still covers it`(engine: Engine) async throws {
        try await ExportWorld.with(engine) { world in
            let head = "institution,year,class,external_code,surname,forename,from,to"
            // The later stay comes first in the file, and the earlier one ends on its first day.
            let file = """
                \(head)
                Bērzu pamatskola,2025/2026,5.b,P9,Roze,Ilva,10.11.2025.,
                Bērzu pamatskola,2025/2026,5.a,P9,Roze,Ilva,01.09.2025.,10.11.2025.
                """
            try world.take(PupilsTable.self, firstID: 500, file)
            #expect(try world.changes(PupilsTable.self, file) == [])
            let csv = try world.export(PupilsTable.self).csv
            #expect(csv.contains("2025-09-01,2025-11-10,,") && csv.contains("2025-11-10,,,"))
            #expect(try world.changes(PupilsTable.self, csv) == [])
        }
    }

    @Test(arguments: Engine.available)
    func `a pupil whom another table brought has the birthday that the code tells`(
        engine: Engine
    ) async throws {
        try await ExportWorld.with(engine) { world in
            let day = try world.connection.value(
                "SELECT birth_day FROM pupil WHERE surname = 'Viese'",
                Day.self
            )
            #expect(day == Day(2014, 3, 15))
        }
    }

    @Test(arguments: Engine.available)
    func `a programme is named by code and licence where the code has several`(
        engine: Engine
    ) async throws {
        try await ExportWorld.with(engine) { world in
            let classes = try world.lines(ClassesTable.self)
            #expect(
                classes.map { $0.split(separator: ",", omittingEmptySubsequences: false).suffix(3) } == [
                    ["5.a", "5", "21011111 V_1001"], ["5.b", "5", "21011111 V_1002"],
                    ["9.b", "9", "23011111"], ["īpašā", "", ""],
                ]
            )
            let wrong = """
                reg_no,year,class,grade,programme
                4210000001,2025/2026,5.a,5,21011111 V_9999
                """
            #expect(try world.changes(ClassesTable.self, wrong) == ["programme.unknown 2"])
        }
    }
}
