import Cases
import Frame
import Kernel
import Pages
import RoomTesting
import SekmeTesting
import Testing

@testable import Meetings
@testable import Prevention

/// What stands above the two sheets of a pupil, and how much of it there is room for.
struct SheetTests {
    private let pedagogue = TeamBoard.pedagogue

    private func part(_ entries: [String], _ name: String = "Uzdevumi", _ way: Address? = nil) -> FrontPart {
        FrontPart(
            name: Text(same: name),
            entries: entries,
            noun: Noun(lv: "uzdevums", "uzdevumi", en: "task", "tasks"),
            way: way.map { (words: Text(same: name), address: $0) }
        )
    }

    @Test func `what is short stands whole, and nothing is said of the rest`() {
        let paper = FrontPaper(
            [(name: Text(same: "Kāpēc"), words: "lūgums")],
            [part(["Viens", "Divi"]), part([])]
        )
        #expect(paper.rows == 3 && paper.parts.map(\.entries) == [["Viens", "Divi"]])
        #expect(paper.restLine(.lv) == nil)
    }

    @Test func `a full front keeps to its lines, and says in one line what is left out and where it is`()
        throws
    {
        let long = String(repeating: "vārds ", count: 200)
        let paper = FrontPaper(
            [(name: Text(same: "Kāpēc"), words: long), (name: Text(same: "Līmenis"), words: "universālā")],
            [
                part([long, long], "Lūgumi", "/meetings/1/items/1"),
                part((1...12).map { "Pazīme \($0)" }, "Pazīmes", "/pupils/1/signals"),
                part(["Viens"], "Uzdevumi", "/cases/1"), part([long], "Piezīmes", "/cases/1"),
            ]
        )
        #expect(paper.rows == FrontPaper.most)
        // 14 lines less three of facts and two for the rest leave nine: of tasks one, of signs two, of the others three each.
        #expect(paper.parts.map { $0.entries.map { FrontPaper.lines($0) }.reduce(0, +) } == [3, 2, 1, 3])
        #expect(paper.facts.allSatisfy { FrontPaper.lines($0.words) <= 2 })
        #expect(paper.parts.map(\.isCut) == [true, false, false, true])
        #expect(paper.parts.map(\.leftOut) == [1, 10, 0, 0])
        let said = try #require(paper.restLine(.lv)).string
        #expect(said.contains("1\u{a0}uzdevums, 10\u{a0}uzdevumi, garāku tekstu turpinājums"))
        let ways = ["/meetings/1/items/1", "/pupils/1/signals", "/cases/1"]
        #expect(ways.allSatisfy { said.contains("href=\"\($0)\"") })
        #expect(said.ranges(of: "/cases/1").count == 1)
    }

    @Test(arguments: Engine.available)
    func `a pupil's sheet has the level, and long requests are cut off with a way to them`(
        _ engine: Engine
    ) async throws {
        try await TeamBoard.with(engine) { world in
            let desk = world.desk.seated(pedagogue)
            try await SignalWork(desk: desk).set(.tailored, of: PupilID(rawValue: 1), "Pamatojums")
            let long = String(repeating: "vārds ", count: 200) + "beigas"
            try await RequestWork(desk).ask(PupilID(rawValue: 1), long)
            let id = try await world.meeting()
            _ = try await AgendaWork(desk).gather([1, 2], for: id)
            func sheet(_ pupil: Int) async throws -> String {
                let item = try await world.item(pupil, of: id)
                let request = PageRequest(parts: ["meeting": "\(id)", "item": "\(item)"])
                let answer = try await SheetPage(isOfOne: true).answer(request, desk)
                guard case .page(let content) = answer else { throw Refusal.noSuchPage }
                return content.body.string
            }
            let first = try await sheet(1)
            #expect(first.contains("Prevencijas līmenis") && first.contains("pielāgotā prevencija"))
            #expect(first.contains("vārds") && !first.contains("beigas") && first.contains("Te neietilpa"))
            let item = try await world.item(1, of: id)
            #expect(first.contains("href=\"/meetings/\(id)/items/\(item)\""))
            let second = try await sheet(2)
            #expect(!second.contains("Prevencijas līmenis") && !second.contains("Te neietilpa"))
            #expect(second.contains("24\u{a0}stundas"))
        }
    }

    @Test(arguments: Engine.available)
    func `a card of the board has the level, for those who may see signs`(_ engine: Engine) async throws {
        try await TeamBoard.with(engine) { world in
            let work = SignalWork(desk: world.desk.seated(pedagogue))
            try await work.set(.targeted, of: PupilID(rawValue: 3), "Pamatojums")
            let id = try await world.openCase(3)
            let board = try await world.board(pedagogue)
            #expect(board.cards.map { $0.level?.lv } == [nil, nil, "mērķtiecīgā prevencija"])
            let html = BoardView(board: board, language: .lv).html.string
            #expect(html.contains("<p>Mērķtiecīgā prevencija</p>"))
            let guest = CaseStage.Guest(TeamBoard.outside, body: 2, answer: 2, after: 0, purpose: "Atbalsts")
            let day = world.desk.today
            try await CaseStage(world.desk).invite(guest, to: id, by: pedagogue, on: day, until: day)
            let invited = try await world.board(TeamBoard.outside)
            #expect(invited.cards.map(\.name) == ["Celms Centis"])
            #expect(invited.cards.allSatisfy { $0.level == nil })
        }
    }
}
