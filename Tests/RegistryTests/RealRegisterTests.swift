import Foundation
import Frame
import Kernel
import Registry
import SekmeTesting
import Storage
import Tabular
import Testing

/// The lists of 2020 as the state published them.
@Suite(.enabled(if: SharedData.isThere, SharedData.absence))
struct RealRegisterTests {
    private let year = SchoolYear(2020)

    private func schools(_ connection: Connection, firstID: Int = 1) throws -> CollectingStaging {
        let staging = CollectingStaging(firstID: firstID)
        try Worlds.reading("viis-schools", ["year": "2020/2021"]).read(
            VIISSchools.self,
            TableFile(path: SharedData.path("registers/viis_schools_2020_no_contacts.csv")),
            known: VIISSchools.known(Worlds.tenant, connection),
            into: staging
        )
        return staging
    }

    @Test(arguments: Engine.available)
    func `the report by municipality equals the reference to the digit`(engine: Engine) async throws {
        try await withDatabase(engine, migrations: Worlds.migrations) { database in
            let document = try await database.data.write { connection in
                let staging = try schools(connection)
                #expect(staging.rejected.isEmpty)
                #expect(staging.unmatched.isEmpty)
                try connection.write(staging)
                return try answer(connection)
            }
            let section = try #require(document.sections.first)
            let rows = section.rows.map(Numbers.init)
            let reference = try Reference.load()
            #expect(rows.count == 119)
            #expect(Set(rows.map(\.territory)).count == 119)
            for row in rows {
                let expected = try #require(reference[LatvianKey.search(row.territory)])
                #expect(row.institutions == expected.institutions, "\(row.territory)")
                #expect(row.pupils == expected.pupils, "\(row.territory)")
                #expect(row.largest == expected.largest, "\(row.territory)")
                #expect(row.mean == Int((expected.mean * 10).rounded()), "\(row.territory)")
                #expect(row.median == Int(expected.median * 10), "\(row.territory)")
            }
            let total = try #require(section.total.map(Numbers.init))
            #expect(total.institutions == 688)
            #expect(total.pupils == 215_973)
            #expect(total.preschool == 15_028)
            #expect(total.pupils == rows.compactMap(\.pupils).reduce(0, +))
            #expect(total.preschool == rows.compactMap(\.preschool).reduce(0, +))
            // Ā comes beside A, not after Z.
            let first = rows.map(\.territory)
            #expect(first.prefix(2) == ["Ādažu novads", "Aglonas novads"])
            #expect(first.last == "Zilupes novads")
            #expect(first.contains("Rīga"))
        }
    }

    @Test(arguments: Engine.available)
    func `the same list a second time adds nothing`(engine: Engine) async throws {
        try await withDatabase(engine, migrations: Worlds.migrations) { database in
            try await database.data.write { connection in
                let first = try schools(connection)
                try connection.write(first)
                let second = try schools(connection, firstID: 100_000)
                #expect(second.rows.allSatisfy { row in row.key.allSatisfy { $0 < 100_000 } })
                #expect(second.facts.map(\.columns) == first.facts.map(\.columns))
                let known = Dictionary(
                    uniqueKeysWithValues: first.rows.map { ("\($0.table.name.text) \($0.key)", $0.columns) }
                )
                for row in second.rows {
                    let before = try #require(known["\(row.table.name.text) \(row.key)"])
                    for (column, value) in row.columns { #expect(before[column] == value) }
                }
            }
        }
    }

    @Test(arguments: Engine.available)
    func `the register after the list finds its institutions by number`(engine: Engine) async throws {
        try await withDatabase(engine, migrations: Worlds.migrations) { database in
            try await database.data.write { connection in
                try connection.write(try schools(connection))
                let staging = CollectingStaging(firstID: 10_000)
                try Worlds.reading("viis-register", ["year": "2020/2021"]).read(
                    VIISRegister.self,
                    TableFile(path: SharedData.path("registers/viis_register_2020_no_contacts.csv")),
                    known: Directory.load(Worlds.tenant, connection),
                    into: staging
                )
                #expect(staging.rejected.isEmpty && staging.unmatched.isEmpty)
                try connection.write(staging)
                // 685 of the 688 are in the register too.
                let all = try connection.value("SELECT count(*) FROM institution", Int.self)
                #expect(all == 2_713 + 688 - 685)
                // Every address leads to one of the 119 municipalities, or to none where it names an older division.
                #expect(staging.rows(of: .territories).allSatisfy { $0.key[0] < 10_000 })
                let lost = try connection.value(
                    "SELECT count(*) FROM institution WHERE territory_id = 0",
                    Int.self
                )
                #expect(lost == 4)
            }
        }
    }

    private func answer(_ connection: Connection) throws -> ReportDocument {
        let report = registryRoom.reports.first { $0.name == "institutions-by-territory" }
        return try #require(report).answer(Worlds.question(connection, year: year))
    }
}

/// A row of the report as numbers.
private struct Numbers {
    let territory: String
    let values: [Int?]

    init(_ row: ReportRow) {
        if case .words(let name) = row.cells[0] { territory = name.lv } else { territory = "" }
        values = row.cells.dropFirst().map { cell in
            switch cell {
            case .number(let value, _): value
            case .figure(let figure): figure.tally?.numerator
            default: nil
            }
        }
    }

    var institutions: Int? { values[0] }
    var pupils: Int? { values[1] }
    var preschool: Int? { values[2] }
    var mean: Int? { values[3] }
    var median: Int? { values[4] }
    var largest: Int? { values[5] }
}

/// A row of the reference file.
private struct Reference {
    let institutions: Int
    let pupils: Int
    let mean: Double
    let median: Double
    let largest: Int

    static func load() throws -> [String: Reference] {
        let text = try String(
            contentsOfFile: SharedData.path("reference/viis_by_municipality.csv"),
            encoding: .utf8
        )
        var rows: [String: Reference] = [:]
        for line in text.split(whereSeparator: \.isNewline).dropFirst() {
            let cells = line.split(separator: ",").map(String.init)
            rows[LatvianKey.search(cells[0])] = Reference(
                institutions: try #require(Int(cells[1])),
                pupils: try #require(Int(cells[2])),
                mean: try #require(Double(cells[3])),
                median: try #require(Double(cells[4])),
                largest: try #require(Int(cells[5]))
            )
        }
        return rows
    }
}
