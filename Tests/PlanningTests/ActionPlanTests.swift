import Exchange
import Frame
import Kernel
import RoomTesting
import SekmeTesting
import Testing

@testable import Planning

/// The action plan of a city for 2022 to 2024, whose budget ``BudgetTableTests`` reads: three blocks of numbered rows and three
/// rows that stand alone.
///
/// Numbers, years and months are those of the plan; the words are short ones of our own, and so is how the months of the city's
/// diagnostics are parted among its fifteen rows.
struct ActionPlanTests {
    private static let whole = "2022–2024"
    private static let blocks = ["Kompetences pilnveide", "Pilsētas diagnostika", "Konsultanti un resursi"]

    private static let training: [(name: String, years: String)] = [
        ("Vadības komandu mācības", whole), ("Mācību satura semināri", "2022–2023"),
        ("Pirmsskolu semināri", "2022"), ("Mācību jomu vadītāju darbs", whole), ("Aktualitātes", whole),
        ("Jauno pedagogu programma un supervīzijas", whole), ("Līderu programma", "2023–2024"),
        ("Vēro vismaz 2 stundas katram pedagogam", whole), ("Pirmsskolas vērtēšanas kritēriji", "2022"),
        ("Pirmsskolas vērtēšana", whole),
    ]
    private static let diagnostics = [
        "Pirmsskolas absolventi: izstrāde", "Pirmsskolas absolventi: norise (maijs)", "1. klase: izstrāde",
        "1. klase: norise (oktobris)", "4. klase: izstrāde", "4. klase: norise (oktobris)",
        "4. klase: analīze (novembris)", "7. klase: izstrāde", "7. klase: norise (oktobris)",
        "7. klase: analīze (novembris)", "8. klase: izstrāde (oktobris)",
        "8. klase: norise un analīze (novembris)", "11. klase: izstrāde (septembris un marts)",
        "11. klase: norise (oktobris un aprīlis)", "11. klase: analīze (novembris un maijs)",
    ]
    private static let advisers: [(name: String, years: String)] = [
        ("4 konsultanti un 15 jomu konsultanti", whole), ("Konsultantu mācības", whole),
        ("EvPA pilnveide", "2022–2023"), ("Ideju banka", whole),
    ]
    private static let alone = [
        "Aptaujas par mācību saturu un vadītāju kompetencēm", "Motivācijas programma (50–52 pedagogi)",
        "Plāna izvērtējums (jūnijs–augusts)",
    ]

    private static var text: ProgrammeText {
        var text = ProgrammeText("PLAN-2022-2024")
        text.add(
            "programma",
            "",
            [
                "name": "Rīcības plāns 2022–2024", "type": "development", "from": "01.01.2022.",
                "to": "31.12.2024.", "state": "approved",
            ]
        )
        for (index, name) in blocks.enumerated() { text.add("mērķis", String(index + 1), ["name": name]) }
        let yearly = diagnostics.map { (name: $0, years: whole) }
        let parts = [training, yearly, advisers]
        for (block, rows) in parts.enumerated() {
            for (place, row) in rows.enumerated() {
                text.add(
                    "aktivitāte",
                    "\(block + 1).\(place + 1)",
                    of: String(block + 1),
                    ["name": row.name, "years": row.years, "responsible": "Izglītības pārvalde"]
                )
            }
        }
        for (place, name) in alone.enumerated() {
            text.add(
                "aktivitāte",
                String(place + 4),
                ["name": name, "years": whole, "responsible": "Izglītības pārvalde"]
            )
        }
        return text
    }

    /// The numbers of all rows, in the order of the plan.
    private static var numbers: [String] {
        var numbers: [String] = []
        for (block, count) in [training.count, diagnostics.count, advisers.count].enumerated() {
            numbers += (1...count).map { "\(block + 1).\($0)" }
        }
        return numbers + ["4", "5", "6"]
    }

    @Test(arguments: Engine.available)
    func `the plan of three years comes in as a programme without a rejected row`(
        _ engine: Engine
    ) async throws {
        try await BoardWorld.planning(engine) { world in
            let text = Self.text
            let report = try await world.take(text.csv, "action-programmes")
            #expect(report.plan.rejected + report.plan.unmatched + report.plan.idle == 0)
            let plan = try await world.plan()
            #expect(plan.programme.years == [2022, 2023, 2024])
            #expect(plan.goals.map(\.number) == ["1", "2", "3"])
            #expect(plan.activities.map(\.number) == Self.numbers && plan.activities.count == 32)
            let years = Dictionary(uniqueKeysWithValues: plan.activities.map { ($0.number, $0.years) })
            #expect(years["1.3"] == [2022] && years["1.7"] == [2023, 2024] && years["3.3"] == [2022, 2023])
            #expect(years["6"] == [2022, 2023, 2024])
            // What stands alone is of no block.
            #expect(plan.activities.filter { $0.goal == 0 }.map(\.number) == ["4", "5", "6"])
            #expect(PlanCheck(plan: plan).findings.isEmpty)
            try await world.expectRoundTrip(ProgrammeTable.self, SchoolYear(2023), rows: text.lines.count)
        }
    }
}
