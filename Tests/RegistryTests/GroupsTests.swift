import Access
import Frame
import Kernel
import Pages
import SekmeTesting
import Storage
import Testing

@testable import Registry

/// Groups of twelve pupils: six boys and six girls, ten in a programme in Latvian and two in a minority programme.
struct GroupsTests {
    private static let school = InstitutionID(rawValue: 1)

    /// So many pupils are in a special programme, and the sex of so many girls is not known.
    private func fill(_ world: EditWorld, special: Int, unknown: Int) async throws {
        try await world.database.data.write { connection in
            let staging = CollectingStaging()
            let directory = DirectoryRun(.empty, Worlds.run(staging))
            _ = try directory.institution(name: "Avota skola", at: line(1))
            try connection.write(staging)
            for (id, code) in [(1, "21011111"), (2, "21011121")] {
                try connection.execute(
                    """
                    INSERT INTO programme (tenant_id, id, institution_id, code, version)
                    VALUES (\(Worlds.tenant), \(id), 1, \(code), 1)
                    """
                )
            }
            for id in 1...12 {
                let sex = id <= 6 ? 1 : id > 12 - unknown ? 0 : 2
                try connection.execute(
                    """
                    INSERT INTO pupil (tenant_id, id, sex, is_special, version)
                    VALUES (\(Worlds.tenant), \(id), \(sex), \(id <= special ? 1 : 0), 1)
                    """
                )
                try connection.execute(
                    """
                    INSERT INTO enrolment (tenant_id, pupil_id, institution_id, programme_id, from_day, version)
                    VALUES (\(Worlds.tenant), \(id), 1, \(id <= 10 ? 1 : 2), \(SchoolYear(2025).first), 1)
                    """
                )
            }
        }
    }

    private func groups(
        _ engine: Engine,
        special: Int,
        unknown: Int = 0,
        _ permissions: Set<Permission>
    ) async throws -> InstitutionGroups {
        var found: InstitutionGroups?
        try await EditWorld.run(engine) { world in
            try await fill(world, special: special, unknown: unknown)
            let desk = world.desk(permissions)
            found = try await world.database.data.read {
                try InstitutionGroups.load(
                    Selection(year: SchoolYear(2025), institution: Self.school),
                    desk,
                    $0
                )
            }
        }
        return try #require(found)
    }

    @Test(arguments: Engine.available)
    func `the sheet of an institution has its groups in short, as far as the reader may see them`(
        engine: Engine
    ) async throws {
        try await EditWorld.run(engine) { world in
            try await fill(world, special: 5, unknown: 0)
            let answer = try await InstitutionPage().answer(
                PageRequest(parts: ["institution": "1"], query: ["year": "2025/2026"]),
                world.desk([.readFigures])
            )
            guard case .page(let content) = answer else { throw Refusal.noSuchPage }
            let body = content.body.string
            for group in ["Zēni", "Meitenes", "Speciālajā programmā"] { #expect(body.contains(group)) }
            let sheet = try await world.database.data.read {
                try InstitutionSheet.load(Self.school, SchoolYear(2025), world.desk([.readFigures]), $0)
            }
            #expect(counts(try #require(sheet).groups, .language) == [nil, nil], "two are too few")
            #expect(body.contains("/institutions/1/groups?year=2025%2F2026"))
            #expect(body.contains("Visi dalījumi"))
        }
    }

    /// How many pupils each group of a division has, as far as it is shown.
    private func counts(_ groups: InstitutionGroups, _ split: GroupSplit) -> [Int?] {
        groups.divisions.first { $0.split == split }?.groups.map { $0.first?.tally?.numerator } ?? []
    }

    @Test(arguments: Engine.available)
    func `of a division with a small group a reader of aggregates sees nothing`(engine: Engine) async throws {
        let found = try await groups(engine, special: 5, [.readFigures])
        #expect(counts(found, .sex) == [6, 6])
        #expect(counts(found, .language) == [nil, nil])
        #expect(counts(found, .special) == [5, 7])
        let hidden = found.divisions.filter { $0.split == .language }.flatMap { $0.groups.flatMap { $0 } }
        #expect(hidden.count == 2 && hidden.allSatisfy(\.isHidden))
    }

    @Test(arguments: Engine.available)
    func `groups of six are hidden where a board sets ten as the fewest`(engine: Engine) async throws {
        try await EditWorld.run(engine) { world in
            try await fill(world, special: 5, unknown: 0)
            try await RuleEditor(world.desk()).set(
                LeastPeopleRule.regulation,
                from: nil,
                ["people": "10"]
            )
            let found = try await world.database.data.read {
                try InstitutionGroups.load(
                    Selection(year: SchoolYear(2025), institution: Self.school),
                    world.desk([.readFigures]),
                    $0
                )
            }
            #expect(counts(found, .sex) == [nil, nil])
        }
    }

    @Test(arguments: Engine.available)
    func `pupils of whom nothing is known must not be what the others leave`(engine: Engine) async throws {
        let found = try await groups(engine, special: 5, unknown: 1, [.readFigures])
        #expect(counts(found, .sex) == [nil, nil])
    }

    @Test(arguments: Engine.available)
    func `who works with the pupils sees small groups, a special programme only with its permission`(
        engine: Engine
    ) async throws {
        let works = try await groups(engine, special: 2, [.readFigures, .readPupils])
        #expect(counts(works, .language) == [10, 2])
        #expect(counts(works, .special) == [nil, nil])
        let head = try await groups(engine, special: 2, [.readFigures, .readPupils, .readPupilStatus])
        #expect(counts(head, .special) == [2, 10])
    }

    @Test func `each number that is shown leads to its measure`() async throws {
        let found = try await groups(.sqlite, special: 5, [.readFigures])
        let page = found.table(.lv).string
        // Two divisions of two groups are shown, the third is hidden.
        #expect(page.split(separator: "href=\"/figures/registry/pupils?").count == 5)
        // As do those of the table on the sheet of the institution.
        let short = found.shortTable(.lv).html.string
        #expect(short.split(separator: "href=\"/figures/registry/pupils?").count == 5)
    }

    @Test func `how many took a test and how far it is from the state lead to its making`() throws {
        func figure(_ measure: String, _ percent: Int) -> Figure {
            Figure(
                measure: measure,
                unit: .share,
                selection: Selection(year: SchoolYear(2025), institution: Self.school),
                tally: Tally(percent, over: 100, people: 8)
            )
        }
        let line = TestLine(
            words: Text(same: "Matemātika"),
            own: figure("assessments/beside-state", 60),
            state: figure("assessments/state-beside", 55)
        )
        let table = try #require(TestLine.table([line], .lv))
        let addresses = table.groups[0].rows[0].cells.map {
            $0.address?.text.hasPrefix("/figures/assessments/") ?? false
        }
        #expect(addresses == [false, true, true, true, true])
    }

    @Test(arguments: Engine.available)
    func `a division that divides nobody is left out`(engine: Engine) async throws {
        let found = try await groups(engine, special: 0, [.readFigures])
        #expect(found.divisions.map(\.split) == [.sex, .language])
    }
}
