import Frame
import Kernel
import Registry
import RoomTesting
import SekmeTesting
import Storage
import Testing

@testable import Meetings

struct ReportTests {
    @Test(arguments: Engine.available)
    func `meetings that were held are counted by who held them and by month`(_ engine: Engine) async throws {
        try await TeamBoard.with(engine) { world in
            let held = try await world.meeting(.bodies)
            try await world.hold(held)
            try await world.hold(try await world.meeting())
            _ = try await world.meeting()
            let board = try await world.meeting(.bodies, by: TeamBoard.coordinator, institution: 0)
            let desk = world.desk.seated(TeamBoard.coordinator)
            let members = try #require(try await world.seen(board, TeamBoard.coordinator)).members
            try await MeetingWork(desk).hold(board, came: Set(members.map(\.id)), version: 1)
            func table(_ asker: Asker, _ section: Int) async throws -> [String] {
                let desk = world.desk.seated(asker)
                let report = try #require(desk.house.report("prevention/meetings")).report
                return try await desk.database.data.read { connection in
                    let year = SchoolYear(2025)
                    let names = RegistryNames(tenant: desk.tenant, year: year, connection)
                    var selection = Selection(year: year)
                    selection.reach = asker.reach(.readFigures, on: desk.today)
                    let question = desk.question(selection, names, connection)
                    let answer = try desk.house.disclosure.applied(to: report.answer(question), question)
                    return answer.sections[section].rows.map { row in
                        row.cells.map { cell in
                            switch cell {
                            case .words(let text), .member(_, _, let text): text.lv
                            case .figure(let figure):
                                figure.isHidden ? "-" : "\(figure.tally?.numerator ?? 0)"
                            default: ""
                            }
                        }
                        .joined(separator: "|")
                    }
                }
            }
            #expect(try await table(TeamBoard.reader, 0) == ["Pašvaldība|1|", "Ozolu skola|1|1"])
            #expect(try await table(TeamBoard.reader, 1) == ["2026. gada februāris|2|1"])
            #expect(try await table(TeamBoard.pedagogue, 0) == ["Ozolu skola|1|1"])
        }
    }
}
