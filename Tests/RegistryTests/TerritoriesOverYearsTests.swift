import Frame
import Kernel
import SekmeTesting
import Storage
import Testing

@testable import Registry

struct TerritoriesOverYearsTests {
    private static let head = """
        Nr. p. k.,Novads/republikas pilsēta,Iestādes reģistrācijas Nr.,Iestādes nosaukums,Pakļautība,\
        Iestādes veids,Iestādes tips,Adrese,Bērnu skaits pirmsskolas programmās,Izglītojamo skaits 1. - 12. klasē

        """

    private func load(_ year: String, _ rows: String, _ firstID: Int, _ connection: Connection) throws {
        let staging = CollectingStaging(firstID: firstID)
        try Worlds.reading("viis-schools", ["year": year]).read(
            VIISSchools.self,
            csv: TerritoriesOverYearsTests.head + rows,
            known: VIISSchools.known(Worlds.tenant, connection),
            into: staging
        )
        try connection.write(staging)
    }

    private func lists(_ connection: Connection) throws {
        try load(
            "2020/2021",
            """
            1,CARNIKAVAS NOVADS,4210000001,Jūras pamatskola,Pašvaldība,Vispārējās,Pamatskola,"JŪRAS IELA 1",,100
            2,ĀDAŽU NOVADS,4210000002,Smilšu vidusskola,Pašvaldība,Vispārējās,Vidusskola,"GAUJAS IELA 1",,50
            """,
            1,
            connection
        )
        try load(
            "2022/2023",
            """
            1,ĀDAŽU NOVADS,4210000002,Smilšu vidusskola,Pašvaldība,Vispārējās,Vidusskola,"GAUJAS IELA 1",,60
            2,VARAKĻĀNU NOVADS,4210000003,Purva vidusskola,Pašvaldība,Vispārējās,Vidusskola,"RĪGAS IELA 1",,30
            """,
            1_000,
            connection
        )
    }

    /// The words and numbers of a row; nil where a value is not known.
    private func cells(_ row: ReportRow) -> [String?] {
        row.cells.map { cell in
            switch cell {
            case .words(let words): words.lv
            case .number(let value, _): String(value)
            default: nil
            }
        }
    }

    @Test(arguments: Engine.available)
    func `years stand side by side in the municipalities of today`(engine: Engine) async throws {
        try await withDatabase(engine, migrations: Worlds.migrations) { database in
            let document = try await database.data.write { connection in
                try lists(connection)
                return try TerritoriesOverYears.answer(
                    Worlds.question(connection, year: SchoolYear(2022))
                )
            }
            let pupils = try #require(document.sections.first)
            #expect(pupils.columns.map(\.code) == ["territory", "y2020", "y2022"])
            // 100 of Carnikava and 50 of Ādaži; Varakļāni went into Madona in 2025.
            #expect(
                pupils.rows.map(cells) == [["Ādažu novads", "150", "60"], ["Madonas novads", nil, "30"]]
            )
            #expect(pupils.total.map(cells) == ["Kopā", "150", "90"])
            let institutions = try #require(document.sections.last)
            #expect(
                institutions.rows.map(cells) == [["Ādažu novads", "2", "1"], ["Madonas novads", nil, "1"]]
            )
            #expect(!document.isOfEarlierYears)
        }
    }

    @Test(arguments: Engine.available)
    func `the report of a year keeps the municipalities of that year`(engine: Engine) async throws {
        try await withDatabase(engine, migrations: Worlds.migrations) { database in
            let names = try await database.data.write { connection in
                try lists(connection)
                return try [2020, 2022].map { year in
                    let question = Worlds.question(connection, year: SchoolYear(year))
                    let section = try InstitutionsByTerritory.answer(question).sections.first
                    #expect(section?.chart != nil)
                    return (section?.rows ?? []).map { cells($0).first ?? nil }
                }
            }
            #expect(
                names == [["Ādažu novads", "Carnikavas novads"], ["Ādažu novads", "Varakļānu novads"]]
            )
        }
    }

    @Test(arguments: Engine.available)
    func `one institution has its own pupils in its municipality of the year`(engine: Engine) async throws {
        try await withDatabase(engine, migrations: Worlds.migrations) { database in
            try await database.data.write { connection in
                try lists(connection)
                let found = try connection.value(
                    """
                    SELECT id FROM institution
                    WHERE tenant_id = \(Worlds.tenant) AND reg_no = \("4210000001")
                    """,
                    InstitutionID.self
                )
                let own = try #require(found)
                func answer(_ year: Int) throws -> ReportDocument {
                    let question = Worlds.question(connection, year: SchoolYear(year)) {
                        $0.institution = own
                    }
                    return try InstitutionsByTerritory.answer(question)
                }
                let document = try answer(2020)
                let section = try #require(document.sections.first)
                // One institution of 100 pupils: the mean and the median in tenths, and the largest, are its own.
                #expect(
                    section.rows.map(cells) == [
                        ["Carnikavas novads", "1", "100", nil, "1000", "1000", "100"]
                    ]
                )
                let finding = "Kopā 1\u{a0}pašvaldība, 1\u{a0}iestāde un 100\u{a0}izglītojamie 1.–12. klasē."
                #expect(document.finding?.lv == finding)
                // It is in no list of the later year.
                #expect(try answer(2022).sections.first?.rows.isEmpty == true)
            }
        }
    }

    @Test func `the report is asked by year and institution`() {
        #expect(InstitutionsByTerritory.filters == [.year, .institution])
    }
}
