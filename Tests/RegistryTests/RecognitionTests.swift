import Frame
import Kernel
import Registry
import SekmeTesting
import Storage
import Tabular
import Testing

@Suite struct RecognitionTests {
    private func best(_ file: TableFile) throws -> [String] {
        let rows = try file.sample()
        let sample = SheetSample(
            file: file.name,
            sheet: "",
            headings: HeaderFinder.find(rows: rows)?.headings ?? [],
            rows: rows
        )
        let scores = registryRoom.imports.map { ($0.name, $0.recognise(sample)) }.filter { $0.1 > 0 }
        return scores.sorted { $0.1 > $1.1 }.map(\.0)
    }

    @Test func `every format has a mapping, examples and fields that are told apart`() {
        #expect(registryRoom.imports.count == 11)
        for format in registryRoom.imports {
            let mapping = registryRoom.mappings.first { $0.format == format.name }
            #expect(mapping?.isMaster == true, "\(format.name)")
            let codes = format.fields.map(\.code)
            #expect(Set(codes).count == codes.count, "\(format.name)")
            #expect(format.fields.contains { $0.isRequired }, "\(format.name)")
        }
    }

    @Test func `a sheet of the headings of a format is taken for it, in either language and by code`() throws
    {
        for format in registryRoom.imports {
            for headings in [
                format.fields.map(\.code), format.fields.map(\.title.lv), format.fields.map(\.title.en),
            ] {
                let text = [headings, format.fields.map(\.example)]
                    .map { $0.map { "\"\($0)\"" }.joined(separator: ";") }.joined(separator: "\n")
                let file = try TableFile(bytes: Array(text.utf8), name: "x.csv")
                #expect(try best(file).first == format.name, "\(headings)")
            }
        }
    }

    @Test(.enabled(if: SharedData.isThere, SharedData.absence))
    func `the state's files are taken for what they are`() throws {
        let schools = try TableFile(path: SharedData.path("registers/viis_schools_2020_no_contacts.csv"))
        #expect(try best(schools).first == "viis-schools")
        let register = try TableFile(path: SharedData.path("registers/viis_register_2020_no_contacts.csv"))
        #expect(try best(register).first == "viis-register")
    }

    @Test func `the raw export with two byte order marks and a trailing separator is read`() throws {
        let headings = VIISRegister.fields.map(\.title.lv)
        let values = [
            "\"Skola \"\"Liepa\"\"\"", "4210000001", "Pašvaldības iestāde", "0", "0", "Vispārējās",
            "Pamatskola",
            "Novada dome", "Novada dome", "Jā", "\"LIEPU IELA 1, BĒRZU NOVADS, LV-5600\"", "", "", "",
        ]
        let lines = [headings, values].map { $0.map { $0 + "|" }.joined() }.joined(separator: "\r\n")
        let bytes: [UInt8] = [0xef, 0xbb, 0xbf, 0xef, 0xbb, 0xbf] + Array(lines.utf8)
        let file = try TableFile(bytes: bytes, name: "viis.csv")
        #expect(try best(file).first == "viis-register")
        let staging = CollectingStaging()
        try Worlds.reading("viis-register").read(
            VIISRegister.self,
            file,
            known: Directory.empty,
            into: staging
        )
        let row = try #require(staging.rows(of: .institutions).first)
        #expect(row.columns["name"] == .text("Skola \"Liepa\""))
        #expect(row.columns["founder"] == .text("Novada dome"))
        #expect(row.columns["closed_day"] == .integer(Int64(Worlds.today.number)))
        #expect(staging.rows(of: .territories).first?.columns["name"] == .text("Bērzu novads"))
    }
}
