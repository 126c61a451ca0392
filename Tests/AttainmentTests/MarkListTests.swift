import Frame
import Kernel
import SekmeTesting
import Testing

@testable import Attainment

struct MarkListTests {
    private static let mapping = Mapping(
        "marks",
        Text(same: "marks"),
        format: "marks",
        isMaster: true
    )

    private func read(_ lines: [String], _ mapping: Mapping = mapping) async throws -> Reading {
        var reading: Reading?
        let heading =
            "Iestāde;Klase;Izglītojamā kods;Priekšmets;Veids;Mācību gads;Semestris;Datums;Nr.;Vērtējums"
        let csv = ([heading] + lines).joined(separator: "\r\n") + "\r\n"
        try await World.run(.sqlite) { reading = try await $0.read(MarkList.self, csv: csv, mapping) }
        return try #require(reading)
    }

    /// Year, term, kind, day, ordinal, hundredths.
    private func short(_ reading: Reading) -> [[Int]] {
        reading.marks.map { [$0[2], $0[3], $0[4], $0[5], $0[6], $0[7]] }
    }

    @Test func `each kind of mark is told by its word or by what the line gives`() async throws {
        let reading = try await read([
            "Skola;7.a;A1;Matemātika;semestris;2024/2025;1;;;7",
            "Skola;7.a;A1;Matemātika;semestris;2024/2025;2;;;8",
            "Skola;7.a;A1;Matemātika;gads;2024/2025;;;;8",
            "Skola;7.a;A1;Matemātika;galīgais;2024./2025. m.g.;;;;9",
            "Skola;7.a;A1;Matemātika;;;;03.02.2025;;6",
            "Skola;7.a;A1;Matemātika;pārbaudes darbs;;;03.02.2025;2;10",
        ])
        let day = try #require(Day(2025, 2, 3)).number
        #expect(reading.rejected == [])
        #expect(
            short(reading) == [
                [2024, 1, 3, 0, 0, 700], [2024, 2, 3, 0, 0, 800], [2024, 0, 4, 0, 0, 800],
                [2024, 0, 5, 0, 0, 900], [2024, 2, 1, day, 0, 600], [2024, 2, 2, day, 2, 1000],
            ]
        )
    }

    @Test func `a line that does not say enough is rejected at its field`() async throws {
        let reading = try await read([
            "Skola;7.a;A1;Matemātika;semestris;2024/2025;;;;7",
            "Skola;7.a;A1;Matemātika;stunda;2024/2025;;;;7",
            "Skola;7.a;A1;Matemātika;gads;;;;;7",
            "Skola;7.a;A1;Matemātika;ballīte;2024/2025;;;;7",
            "Skola;7.a;A1;Matemātika;stunda;2023/2024;;03.02.2025;;7",
            "Skola;7.a;A1;Matemātika;gads;2024/2025;;;;12",
        ])
        #expect(reading.marks.isEmpty)
        #expect(
            reading.rejected == [
                "mark.noTerm 2:7", "mark.noDay 3:8", "mark.year 4:6", "mark.kind 5:5",
                "journal.otherYear 6:8", "mark.unknown 7:10",
            ]
        )
    }

    @Test func `a line without a date is no mark of a term or year where the file has dates`() async throws {
        let reading = try await read([
            "Skola;7.a;A1;Matemātika;;2024/2025;;03.02.2025;;6",
            "Skola;7.a;A1;Matemātika;;2024/2025;;;;7",
            "Skola;7.a;A1;Matemātika;;2024/2025;1;;;8",
        ])
        #expect(short(reading).map(\.last) == [600])
        #expect(reading.rejected == ["mark.noDay 3:8", "mark.noDay 4:8"])
    }

    @Test func `marks of which nothing tells the kind are taken for those of a year, and asked about once`()
        async throws
    {
        func read(_ columns: String, _ lines: [String], _ kind: String? = nil) async throws -> Reading {
            var mapping = MarkListTests.mapping
            mapping.constants["kind"] = kind
            let csv = (["Iestāde;Klase;Izglītojamā kods;Mācību gads;\(columns)"] + lines)
                .joined(separator: "\r\n")
            var reading: Reading?
            let said = mapping
            try await World.run(.sqlite) {
                reading = try await $0.read(MarkList.self, csv: csv + "\r\n", said)
            }
            return try #require(reading)
        }
        let lines = ["Skola;7.a;A1;2024/2025;Matemātika;7", "Skola;7.a;A1;2024/2025;Fizika;8"]
        let bare = try await read("Priekšmets;Vērtējums", lines)
        #expect(bare.doubts == ["mark.guessedYear"] && bare.marks.map { $0[4] } == [4, 4])
        let said = try await read("Priekšmets;Vērtējums", lines, "final")
        #expect(said.doubts == [] && said.marks.map { $0[4] } == [5, 5])
        let terms = ["Skola;7.a;A1;2024/2025;Matemātika;7;1", "Skola;7.a;A1;2024/2025;Fizika;8;"]
        let mixed = try await read("Priekšmets;Vērtējums;Semestris", terms)
        #expect(mixed.doubts == ["mark.guessedYear"] && mixed.marks.map { $0[4] } == [3, 4])
    }

    @Test
    func `a pupil's name may stand in one column, the surname first, and a line without a pupil says so`()
        async throws
    {
        let csv = """
            Iestāde;Klase;Izglītojamais;Priekšmets;Veids;Mācību gads;Vērtējums
            Skola;7.a;Āpšarāja Alise;Matemātika;gads;2024/2025;7
            Skola;7.a;Bērziņa-Kalniņa, Anna Marija;Matemātika;gads;2024/2025;8
            Skola;7.a;;Matemātika;gads;2024/2025;9
            Skola;7.a;;Matemātika;gads;2024/2025;10

            """
        var read: Reading?
        try await World.run(.sqlite) {
            read = try await $0.read(MarkList.self, csv: csv, MarkListTests.mapping)
        }
        let reading = try #require(read)
        #expect(short(reading).map(\.last) == [700, 800] && reading.rows["pupil"] == 2)
        // Each line of its own, and none as the repetition of another.
        #expect(reading.rejected == ["pupil.unsaid 4:0", "pupil.unsaid 5:0"])
        func halves(_ name: String) -> [String] {
            let (surname, forename) = PupilFields.halves(name)
            return [surname, forename]
        }
        #expect(halves("Āpšarāja Alise") == ["Āpšarāja", "Alise"])
        #expect(halves("Bērziņa-Kalniņa, Anna Marija") == ["Bērziņa-Kalniņa", "Anna Marija"])
        #expect(halves("Ozols") == ["Ozols", ""] && halves("") == ["", ""])
    }

    @Test func `what is written has no column of the whole name`() {
        #expect(MarkList.fields.contains { $0.code == "pupil_name" })
        #expect(!MarkList.exportedFields.contains { $0.code == "pupil_name" })
    }

    @Test func `two teachers of one name are told apart by their codes`() async throws {
        let heading =
            "Iestāde;Klase;Izglītojamā kods;Priekšmets;Semestris;Mācību gads;Vērtējums;Pedagogs;teacher_code"
        let line = "Skola;7.a;A1;"
        let rest = ";1;2024/2025;7;Anna Paraudziņa;"
        let csv = [
            heading, "\(line)Matemātika\(rest)S-1", "\(line)Fizika\(rest)S-2", "\(line)Ķīmija\(rest)S-1",
        ]
        .joined(separator: "\r\n")
        var read: Reading?
        try await World.run(.sqlite) {
            read = try await $0.read(MarkList.self, csv: csv + "\r\n", MarkListTests.mapping)
        }
        let reading = try #require(read)
        let teachers = reading.marks.map { $0[15] }
        #expect(reading.rejected == [])
        #expect(reading.rows["staff"] == 2)
        #expect(teachers.count == 3 && teachers[0] == teachers[2] && teachers[0] != teachers[1])
    }

    @Test func `a blank mark is nothing, and the year may be given for the whole file`() async throws {
        var mapping = MarkListTests.mapping
        mapping.constants["scale"] = "twenty"
        let reading = try await read(
            ["Skola;;A1;Matemātika;gads;2024/2025;;;;", "Skola;;A1;Matemātika;gads;2024/2025;;;;0"],
            mapping
        )
        #expect(short(reading) == [[2024, 0, 4, 0, 0, 0]])
    }
}
