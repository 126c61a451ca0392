import Frame
import Kernel
import Pages
import Registry
import RoomTesting
import SekmeTesting
import Testing

@testable import Planning

/// How an indicator is asked about, and how its numbers are said.
struct IndicatorFormTests {
    @Test(arguments: Engine.available)
    func `a measure is chosen by what people call it`(_ engine: Engine) async throws {
        try await BoardWorld.programme(engine) { world, plan in
            let indicator = plan.indicators[1]
            let parts = ["part": indicator.id]
            let page = try await world.get(EditPage<PartRow<Indicator>>(), parts).body.string
            let title = try world.desk.house.measures.named("registry/institutions").title.lv
            #expect(page.contains("<option value=\"registry/institutions\">\(title)"))
            #expect(page.contains("<option value=\"\" selected>nav</option>"))
            var texts = indicator.texts(plan)
            texts["version"] = String(indicator.version)
            texts["origin"] = IndicatorOrigin.measure.code
            let missing = try await world.post(EditAction<PartRow<Indicator>>(), parts, texts)
            #expect(missing.status == 422 && missing.text.contains("Izvēlieties Sekmes rādītāju."))
            texts["measure"] = "registry/institutions"
            let kept = try await world.post(EditAction<PartRow<Indicator>>(), parts, texts)
            #expect(kept.status == 303)
            #expect(try await world.plan().indicators[1].measure == "registry/institutions")
        }
    }

    @Test(arguments: Engine.available)
    func `a number and what it counts go together`(_ engine: Engine) async throws {
        try await BoardWorld.programme(engine) { _, plan in
            var indicator = plan.indicators[1]
            let meetings = [400, 1100, 2100].map { indicator.words($0, .lv) }
            #expect(meetings == ["4 sanāksmes", "11 sanāksmes", "sanāksmes: 21"])
            (indicator.unit, indicator.noun) = (.load, "slodzes")
            let posts = [100, 150, 2100].map { indicator.words($0, .lv) }
            #expect(posts == ["1 slodze", "1,5 slodzes", "21 slodze"])
        }
    }
}
