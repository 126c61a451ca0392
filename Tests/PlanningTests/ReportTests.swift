import Frame
import Kernel
import Pages
import Registry
import RoomTesting
import SekmeTesting
import Storage
import Testing

@testable import Planning

struct ReportTests {
    private static let year = SchoolYear(2025)

    private func withProgramme(_ engine: Engine, _ body: (BoardWorld) async throws -> Void) async throws {
        try await BoardWorld.planning(engine) { world in
            try await world.take(ProgrammeText.small.csv, "action-programmes")
            try await body(world)
        }
    }

    @Test(arguments: Engine.available)
    func `indicators stand with baseline, targets and the latest value`(_ engine: Engine) async throws {
        try await withProgramme(engine) { world in
            let document = try await world.answer("planning/indicators", Selection(year: Self.year))
            let table = try #require(document.sections.first)
            #expect(
                table.columns.map(\.code) == [
                    "number", "indicator", "level", "unit", "base", "target_2025", "target_2026", "value",
                    "value_year", "standing", "source",
                ]
            )
            #expect(
                table.words == [
                    [
                        "1", "Apmierināti vecāki", "Universālā prevencija", "procenti",
                        "jānosaka līdz 31.08.2024.", "50", "80", "?", "", "", "Aptauja",
                    ],
                    [
                        "2", "Sanāksmes", "Pielāgotā prevencija", "sanāksmes", "4", "6", "samazinās", "6",
                        "2025",
                        "2025. gada mērķis sasniegts", "Protokoli",
                    ],
                ]
            )
            #expect(document.finding?.lv == "Bāzes vērtība nav noteikta 1 no 2 rādītājiem.")
            // From 4 to the 6 that the programme wants; the other one has no baseline.
            let progress = try #require(document.sections.first { $0.code == "progress" })
            #expect(progress.words == [["Sanāksmes", "4", "6", "2025", "6", "100,0"]])
            guard case .bars(let column)? = progress.chart else {
                Issue.record("There is no picture")
                return
            }
            #expect(column == "way")
        }
    }

    @Test func `the way to a target is gone upwards or downwards`() {
        #expect(IndicatorProgress.way(from: 400, to: 800, at: 500) == 250)
        #expect(IndicatorProgress.way(from: 800, to: 400, at: 600) == 500)
        #expect(IndicatorProgress.way(from: 400, to: 800, at: 300) == -250)
        #expect(IndicatorProgress.way(from: 400, to: 400, at: 300) == nil)
    }

    /// A programme with an indicator that a measure answers, in a unit, and its target of 2025.
    private static func measured(_ unit: String) -> String {
        var text = ProgrammeText("MP")
        text.add(
            "rādītājs",
            "3",
            of: "1",
            [
                "name": "Iestādes", "unit": unit, "base": "1", "origin": "measure",
                "measure": "registry/institutions",
            ]
        )
        text.add("mērķlielums", of: "3", ["year": "2025", "amount": "2"])
        return text.csv
    }

    @Test(arguments: Engine.available)
    func `an indicator whose source is a measure shows its figure to those who see the whole board`(
        _ engine: Engine
    ) async throws {
        try await withProgramme(engine) { world in
            try await world.take(Self.measured("count"), "action-programmes")
            let selection = Selection(year: Self.year)
            let table = try await world.answer("planning/indicators", selection).sections.first
            #expect(
                table?.words.last?[7...9] == ["2", "2025./2026.", "līdz šim atbilst 2025. gada mērķim"]
            )
            // The annual report of the year in which the school year ends has the same figure.
            let (plan, desk) = (try await world.plan(), world.desk)
            let content = try await desk.database.data.read {
                try AnnualComposer(plan, 2026, desk, $0).content
            }
            let indicators = content.goals.first?.tables.first { $0.code == "indicators" }
            #expect(indicators?.cell(1, "own") == .number(2, decimals: 0, percent: false))
            // And the page of the programme, with the way to its making.
            let page = try await world.get(PlanPage(), ["plan": plan.programme.id])
            #expect(page.body.string.contains("/figures/registry/institutions?year=2025"))
            #expect(page.body.string.contains("2025./2026., līdz šim atbilst mērķim"))
            var narrow = selection
            narrow.reach = Reach()
            narrow.reach.add(Scope(institution: InstitutionID(rawValue: 1)))
            let other = try await world.answer("planning/indicators", narrow).sections.first
            #expect(other?.words.last?[7] == "?")
        }
    }

    @Test(arguments: Engine.available)
    func `a count is not held to a target in percent, and the programme says so`(
        _ engine: Engine
    ) async throws {
        try await withProgramme(engine) { world in
            try await world.take(Self.measured("procenti"), "action-programmes")
            let table = try await world.answer("planning/indicators", Selection(year: Self.year)).sections
                .first
            #expect(table?.words.last?[7...9] == ["2", "2025./2026.", "?"])
            let plan = try await world.plan()
            let page = try await world.get(PlanPage(), ["plan": plan.programme.id])
            #expect(page.body.string.contains("3. rādītāja mērvienība nav tā"))
        }
    }

    @Test(arguments: Engine.available)
    func `the matrix has the columns of the document, and events of the year beside them`(
        _ engine: Engine
    ) async throws {
        try await withProgramme(engine) { world in
            try await world.hold("1.1", 1, "15.01.2025.", people: "20")
            try await world.hold("1.1", 1, "16.10.2025.", people: "15")
            try await world.hold("1.1", 2, "20.11.2025.")
            for day in ["10.01.2025.", "11.02.2025.", "12.03.2025."] { try await world.hold("1.2", 0, day) }
            let document = try await world.answer("planning/activities", Selection(year: Self.year))
            #expect(
                document.sections.map(\.code) == [
                    "activities", "tasks", "resources", "outcomes", "institutions",
                ]
            )
            let matrix = document.sections[0]
            #expect(
                matrix.columns.map(\.heading.lv) == [
                    "Nr.", "Mērķis", "ID", "Prevencijas aktivitāte", "Sasniedzamais rezultāts",
                    "Atbildīgā institūcija", "Iesaistītās institūcijas", "2024", "2025", "2026",
                    "Līmenis", "No", "Līdz", "Paredzētais finansējums, EUR", "Jānotiek", "Notikuši",
                    "Trūkst", "Dalībnieki", "Kavējuma dienas",
                ]
            )
            #expect(
                matrix.words[0] == [
                    "1", "Zināšanas", "1.1", "Lekcijas vecākiem", "2–3 lekcijas gadā katrā iestādē",
                    "Izglītības iestādes", "Sociālais dienests, Policija", "X", "X", "X",
                    "Universālā prevencija", "01.01.2024.", "31.12.2026.", "", "4", "3", "1", "35", "446",
                ]
            )
            // Without an aim of its own the activity stands with its goal.
            #expect(matrix.words[1].prefix(3) == ["1", "Vecāki līdzdarbojas", "1.2"])
            #expect(
                matrix.words[1].suffix(12) == [
                    "", "X", "X", "Universālā prevencija", "", "", "", "12", "3", "9", "?", "20",
                ]
            )
            #expect(
                matrix.words[2].suffix(12) == [
                    "X", "X", "X", "Pielāgotā prevencija", "01.01.2024.", "30.06.2024.", "", "", "", "", "",
                    "",
                ]
            )
            let places = document.sections[4]
            #expect(places.columns.map(\.heading.lv) == ["Iestāde", "1.1 (vismaz 2)"])
            #expect(places.words == [["Bērzu pamatskola", "2"], ["Ozolu vidusskola", "1"]])
        }
    }

    @Test(arguments: Engine.available)
    func `tasks, resources and results stand as the tables of the document have them`(
        _ engine: Engine
    ) async throws {
        try await withProgramme(engine) { world in
            let document = try await world.answer("planning/activities", Selection(year: SchoolYear(2023)))
            #expect(
                document.sections[1].columns.map(\.heading.lv).prefix(9) == [
                    "Nr.", "Mērķis", "ID", "Prevencijas aktivitāte", "Uzdevuma Nr.", "Darba uzdevums",
                    "Izpildes termiņš", "Izpildītājs", "Par uzraudzību atbildīgā institūcija",
                ]
            )
            #expect(
                document.sections[1].words[0] == [
                    "1", "Zināšanas", "1.1", "Lekcijas vecākiem", "1.1.1", "Vecāku aptauja",
                    "2024. gada janvāris – augusts", "Izglītības iestādes", "Izglītības pārvalde",
                    "01.01.2024.", "31.08.2024.", "Koordinatore", "plānots", "", "446",
                ]
            )
            // One that is done has its day and is late no more.
            #expect(document.sections[1].words[2][6] == "01.01.2024. – 30.06.2024.")
            #expect(document.sections[1].words[2].suffix(3) == ["izpildīts", "20.05.2024.", ""])
            #expect(document.sections[1].words[1].suffix(3) == ["sākts", "", ""])
            #expect(
                document.sections[2].words[0][3...7] == [
                    "Lektori (5)", "Telpas", "Publiskais finansējums", "", "ES projekti",
                ]
            )
            // The school year 2023/2024 is over, so its calendar year is 2024.
            #expect(
                document.sections[3].words == [
                    [
                        "1", "Zināšanas", "1.1", "Lekcijas vecākiem", "1250,50", "2–3 lekcijas gadā",
                        "Notika 5 lekcijas", "Vecāki nāk", "Trūka telpu", "sasniegts",
                    ],
                    [
                        "2", "Atbalsts laikus", "2.1", "Gadījuma vadīšana", "?", "Bērns turpina mācības", "",
                        "", "", "nav novērtēts",
                    ],
                ]
            )
        }
    }

    @Test(arguments: Engine.available)
    func `money adds up by line and year`(_ engine: Engine) async throws {
        try await withProgramme(engine) { world in
            let document = try await world.answer("planning/budget", Selection(year: Self.year))
            let table = try #require(document.sections.first)
            #expect(table.words == [["1", "Lekcijas", "1000", "2000", "3000", "1250,50", "Pašvaldība", ""]])
            #expect(table.total?.words == ["", "Kopā", "1000", "2000", "3000", "1250,50", "", ""])
            #expect(document.sections.count == 1)
            var text = ProgrammeText("MP")
            text.add("budžeta rinda", "1.1", ["name": "Telpas"])
            text.add("summa", of: "1.1", ["year": "2024", "amount": "900"])
            try await world.take(text.csv, "action-programmes")
            let spoiled = try await world.answer("planning/budget", Selection(year: Self.year))
            #expect(spoiled.sections.last?.code == "checks")
            #expect(
                spoiled.sections.last?.words == [
                    ["1", "1. rindā 2024. gadam ir 1000\u{a0}EUR, bet tās daļas kopā ir 900\u{a0}EUR."]
                ]
            )
        }
    }

    @Test(arguments: Engine.available)
    func `what is late is told with its term and who answers for it, the oldest first`(
        _ engine: Engine
    ) async throws {
        try await withProgramme(engine) { world in
            for day in ["10.01.2025.", "11.02.2025.", "12.03.2025."] { try await world.hold("1.2", 0, day) }
            let document = try await world.answer("planning/late", Selection(year: Self.year))
            let table = try #require(document.sections.first)
            let told = table.words.map { [$0[1], $0[2], $0[4], $0[5], $0[6], $0[8]] }
            #expect(
                told == [
                    ["gada solis", "2024", "30.06.2024.", "508", "", ""],
                    ["uzdevums", "1.1.1", "31.08.2024.", "446", "Izglītības iestādes", "Koordinatore"],
                    ["bāzes vērtība", "1", "31.08.2024.", "446", "", ""],
                    ["gada solis", "2024", "31.08.2024.", "446", "", ""],
                    ["pasākumi", "1.1", "31.12.2024.", "324", "Izglītības iestādes", ""],
                    ["gada solis", "2024", "31.12.2024.", "324", "", ""],
                    ["gada solis", "2025", "30.06.2025.", "143", "", ""],
                    ["gada solis", "2025", "31.08.2025.", "81", "", ""],
                    ["pasākumi", "1.2", "31.10.2025.", "20", "Jauniešu centrs", ""],
                ]
            )
            #expect(table.words[4][3] == "Lekcijas vecākiem: trūkst 4\u{a0}pasākumu")
            #expect(table.words[4][7] == "Bērzu pamatskola (2), Ozolu vidusskola (2)")
            #expect(table.words[8][3] == "Sarunu vakari: trūkst 7\u{a0}pasākumu")
            #expect(table.words[8][7].isEmpty)
            #expect(document.finding?.lv == "Kavējas 9\u{a0}darbi; visilgāk – 508\u{a0}dienas.")
        }
    }

    @Test(arguments: Engine.available)
    func `nothing of a draft is late, and an institution's own plan is for that institution`(
        _ engine: Engine
    ) async throws {
        try await BoardWorld.planning(engine) { world in
            var text = ProgrammeText("P1")
            text.add(
                "programma",
                "",
                [
                    "name": "Skolas prioritātes", "institution": "Bērzu pamatskola", "from": "01.09.2024.",
                    "to": "31.08.2026.",
                ]
            )
            text.add("aktivitāte", "1", ["name": "Darbs", "responsible": "Vadība"])
            text.add("uzdevums", "1.1", of: "1", ["name": "Vecs", "to": "01.10.2024."])
            try await world.take(text.csv, "action-programmes")
            let selection = Selection(year: Self.year)
            #expect(try await world.answer("planning/late", selection).sections.first?.rows.isEmpty == true)
            let plan = try await world.plan()
            let own = BoardWorld.asker([.seePlans], in: Scope(institution: plan.programme.institution))
            let other = BoardWorld.asker([.seePlans], in: Scope(institution: InstitutionID(rawValue: 2)))
            #expect(plan.programme.kind == .priorities && plan.programme.institution.rawValue == 1)
            #expect(
                try await world.answer("planning/activities", selection, own).sections.first?.rows.count == 1
            )
            #expect(
                try await world.answer("planning/activities", selection, other).sections.first?.rows.isEmpty
                    == true
            )
        }
    }

    @Test(arguments: Engine.available)
    func `two programmes of a period have a table each with its name`(_ engine: Engine) async throws {
        try await withProgramme(engine) { world in
            try await world.take(
                "Nr.;Pasākums;2024;2025;Kopā\n1;Tests;10;20;30\n",
                "programme-budget",
                constants: ["programme": "OTRA"]
            )
            let plans = try await world.plans()
            let document = try await world.answer("planning/budget", Selection(year: SchoolYear(2024)))
            #expect(document.sections.map(\.code) == ["budget", "budget-\(plans[1].programme.id)"])
            #expect(
                document.sections.map { $0.title?.lv } == [
                    "Programmas budžets: Mazā programma", "Programmas budžets: Programma 2024–2025",
                ]
            )
            #expect(document.sections[1].total?.words == ["", "Kopā", "10", "20", "30", "?", "", ""])
        }
    }
}
