import Frame
import Kernel
import Pages
import SekmeTesting
import Storage
import Testing

@testable import Registry

/// Where the numbers of charts on pages lead.
struct FigureLinkTests {
    private static let school = InstitutionID(rawValue: 1)

    private func share(_ measure: String, _ institution: InstitutionID? = nil) -> Figure {
        Figure(
            measure: measure,
            unit: .share,
            selection: Selection(year: SchoolYear(2025), institution: institution),
            tally: Tally(250, over: 1000, people: 50)
        )
    }

    private func links(_ levels: LevelBars) -> [String] {
        let html = levels.html(id: "levels", .lv)?.string ?? ""
        return html.matches(of: /<a href="\/figures\/attainment\/level-([^"]*)">25,0/).map { String($0.1) }
    }

    @Test func `levels lead to their measures; the municipality's for who sees all of it`() async throws {
        try await EditWorld.run(.sqlite) { world in
            let desks = [
                world.desk([.readFigures]), world.desk([.readFigures], in: [Scope(institution: Self.school)]),
            ]
            let found = try await world.database.data.read { connection in
                desks.map { desk in
                    let figures = PageFigures(desk, connection)
                    func bar(_ name: String, _ institution: InstitutionID?) -> LevelBars.Bar {
                        let shares = LevelBars.levels.map {
                            share("attainment/level-\($0.code)", institution)
                        }
                        return LevelBars.Bar(Text(same: name), shares, figures)
                    }
                    let bars = [bar("Iestāde", Self.school), bar("Pašvaldība", nil)]
                    return links(LevelBars(bars: bars))
                }
            }
            let own = LevelBars.levels.map { "\($0.code)?year=2025%2F2026&amp;institution=1" }
            let all = LevelBars.levels.map { "\($0.code)?year=2025%2F2026" }
            #expect(found == [own + all, own])
        }
    }

    @Test func `a share of a month leads to its month, and one that is hidden nowhere`() async throws {
        try await EditWorld.run(.sqlite) { world in
            let month = Month(2025, 9).number
            try await world.database.data.read { connection in
                let figures = PageFigures(world.desk([.readFigures]), connection)
                func found(hidden: Bool) -> AbsenceMonths.Share {
                    let figure = Figure(
                        measure: "attendance/missed-share",
                        unit: .share,
                        selection: Selection(year: SchoolYear(2025), institution: Self.school),
                        members: [.month: month],
                        tally: Tally(250, over: 1000, people: 50),
                        isHidden: hidden
                    )
                    return AbsenceMonths.Share(figure, figures)
                }
                let shown = found(hidden: false)
                #expect(shown.value == 250)
                #expect(
                    shown.making?.text
                        == "/figures/attendance/missed-share?year=2025%2F2026&institution=1&by-month=\(month)"
                )
                let hidden = found(hidden: true)
                #expect(hidden.value == nil && hidden.making == nil)
            }
        }
    }
}
