import Frame
import Kernel
import Registry
import SekmeTesting
import Storage
import Tabular
import Testing

@Suite struct VIISTests {
    private static let head = """
        Nr. p. k.,Novads/republikas pilsēta,Iestādes reģistrācijas Nr.,Iestādes nosaukums,Pakļautība,\
        Iestādes veids,Iestādes tips,Adrese,Bērnu skaits pirmsskolas programmās,Izglītojamo skaits 1. - 12. klasē

        """

    private func read(
        _ rows: String,
        _ year: String,
        _ known: VIISSchools.Known,
        into staging: CollectingStaging,
        isMaster: Bool = true
    ) throws {
        let reading = Worlds.reading("viis-schools", isMaster: isMaster, ["year": year])
        try reading.read(VIISSchools.self, csv: VIISTests.head + rows, known: known, into: staging)
    }

    @Test(arguments: Engine.available)
    func `the list brings municipalities, institutions and both figures`(engine: Engine) async throws {
        try await withDatabase(engine, migrations: Worlds.migrations) { database in
            try await database.data.write { connection in
                let staging = CollectingStaging()
                try read(
                    """
                    1,BĒRZU NOVADS,4210000001,Bērzu pamatskola,Pašvaldība ,Vispārējās,Pamatskola,"ĀBEĻU IELA 1",17,38
                    2,RĪGA,4210000002,Privātā skola "Liepa",Privāta,Vispārējās,Vidusskola,"LIEPU IELA 2",,0
                    """,
                    "2020/2021",
                    VIISSchools.known(Worlds.tenant, connection),
                    into: staging
                )
                #expect(staging.rejected.isEmpty && staging.unmatched.isEmpty)
                let values = staging.facts.map { $0.columns }
                // measure, year, term, institution, kind, numerator, denominator, people, public
                #expect(
                    values == [
                        [1, 2020, 0, 1, 0, 38, 1, 38, 1], [2, 2020, 0, 1, 0, 17, 1, 17, 1],
                        [1, 2020, 0, 2, 0, 0, 1, 0, 1],
                    ]
                )
                try connection.write(staging)
                let names = try connection.rows(
                    "SELECT code, name, from_day, to_day FROM territory ORDER BY sort_key",
                    String.self,
                    String.self,
                    Day.self,
                    Day.self
                )
                #expect(names.map(\.0) == ["BĒRZU NOVADS", "RĪGA"])
                #expect(names.map(\.1) == ["Bērzu novads", "Rīga"])
                #expect(names.map(\.2.description) == ["2020-09-01", "2020-09-01"])
                #expect(names.map(\.3.description) == ["2021-06-30", "2021-06-30"])
                let subordination = try connection.value(
                    "SELECT subordination FROM institution WHERE id = 1",
                    String.self
                )
                #expect(subordination == "Pašvaldība")
                #expect(try connection.value("SELECT min(is_reference) FROM institution", Int.self) == 1)
            }
        }
    }
}
