import Exchange
import Frame
import Kernel
import Pages
import Registry
import RoomTesting
import SekmeTesting
import Storage
import Testing

@testable import Planning

/// Values that are from a survey, with its name, its time and how many answered.
struct SurveyedValueTests {
    private static let survey =
        "Aptauja, „Vecāku balss”, 03.03.2025.\u{2060}–\u{2060}14.03.2025., 212\u{a0}respondenti"

    /// The small programme with a value of 2025 of the indicator whose source is a survey.
    private static func text(_ more: [String: String]) -> ProgrammeText {
        var text = ProgrammeText.small
        let value = ["year": "2025", "amount": "47,5", "source": "Aptauja"]
        text.add("vērtība", of: "1", value.merging(more) { own, _ in own })
        return text
    }

    private static let named = text([
        "name": "Vecāku balss", "from": "03.03.2025.", "to": "14.03.2025.", "participants": "212",
    ])

    @Test(arguments: Engine.available)
    func `the survey of a value comes in with it and is shown beside it everywhere`(
        _ engine: Engine
    ) async throws {
        try await BoardWorld.planning(engine) { world in
            try await world.take(Self.named.csv, "action-programmes")
            let plan = try await world.plan()
            let value = try #require(plan.values(of: plan.indicators[0]).first)
            #expect(value.survey.name == "Vecāku balss" && value.survey.respondents == 212)
            #expect(value.survey.from == Day(2025, 3, 3) && value.survey.to == Day(2025, 3, 14))
            try await world.expectRoundTrip(ProgrammeTable.self, SchoolYear(2024), rows: 27)
            let selection = Selection(year: SchoolYear(2025))
            let table = try await world.answer("planning/indicators", selection).sections.first
            #expect(table?.words.map(\.last) == [Self.survey, "Protokoli"])
            let page = try await world.get(PlanPage(), ["plan": plan.programme.id]).body.string
            #expect(page.contains("2025; \(Self.survey)"))
            let desk = world.desk
            let content = try await desk.database.data.read {
                try AnnualComposer(plan, 2025, desk, $0).content
            }
            let tables = content.goals.map { goal in goal.tables.first { $0.code == "value_sources" } }
            #expect(tables[0]?.cell(0, "value_source")?.words(.lv) == Self.survey)
            // The goal whose values are from minutes has no such table.
            #expect(tables.count > 1 && tables[1] == nil)
        }
    }

    @Test(arguments: Engine.available)
    func `a value from a survey without the number of respondents is said to lack it`(
        _ engine: Engine
    ) async throws {
        try await BoardWorld.planning(engine) { world in
            try await world.take(Self.text([:]).csv, "action-programmes")
            let selection = Selection(year: SchoolYear(2025))
            let table = try await world.answer("planning/indicators", selection).sections.first
            #expect(table?.words.first?.last == "Aptauja, respondentu skaits nav norādīts")
            let plan = try await world.plan()
            let page = try await world.get(PlanPage(), ["plan": plan.programme.id], language: .en)
            #expect(page.body.string.contains("number of respondents not given"))
        }
    }

    @Test(arguments: Engine.available)
    func `the survey is typed with the value, and its days are held to their order`(
        _ engine: Engine
    ) async throws {
        try await BoardWorld.programme(engine) { world, plan in
            let indicator = plan.indicators[0].id
            let parts = ["part": indicator, "second": 2025]
            let page = EditAction<ChildRow<IndicatorValue>>()
            let answers = [
                "amount": "47,5", "source": "Aptauja", "survey": "Vecāku balss", "survey_from": "14.03.2025.",
                "survey_to": "03.03.2025.", "respondents": "212", "version": "0",
            ]
            let wrong = try await world.post(page, parts, answers)
            #expect(wrong.status == 422 && wrong.text.contains("Beigas ir pirms sākuma."))
            let days = ["survey_from": "03.03.2025.", "survey_to": "14.03.2025."]
            let saved = try await world.post(page, parts, answers.merging(days) { _, new in new })
            #expect(saved.status == 303)
            let value = try #require(
                try await world.plan().indicatorValues.first { $0.indicator == indicator }
            )
            #expect(value.survey.name == "Vecāku balss" && value.survey.respondents == 212)
            let form = try await world.get(EditPage<ChildRow<IndicatorValue>>(), parts).body.string
            #expect(form.contains("Respondentu skaits") && form.contains("Vecāku balss"))
            _ = try await world.post(RemoveAction<ChildRow<IndicatorValue>>(), parts, ["version": "1"])
            _ = try await world.putBack(ChildRow<IndicatorValue>.self, value, parts)
            let back = try await world.plan().indicatorValues.first { $0.indicator == indicator }
            #expect(back?.survey == value.survey)
        }
    }

    @Test func `of a survey is said what is known of it`() {
        var survey = Survey()
        #expect(survey.isBlank && survey.words.lv == "respondentu skaits nav norādīts")
        survey.from = Day(2025, 5, 12)
        survey.respondents = 1
        #expect(survey.words.lv == "12.05.2025., 1\u{a0}respondents")
        survey.name = "Parents"
        #expect(survey.words.en.hasPrefix("“Parents”, "))
    }
}
