import Cases
import Frame
import Kernel
import Pages
import Prevention
import RoomTesting
import SekmeTesting
import Testing

@testable import Meetings

struct BoardTests {
    private let pedagogue = TeamBoard.pedagogue
    private let colleague = TeamBoard.colleague

    @Test(arguments: Engine.available)
    func `pupils stand in lanes by how far the team is, by name and never by numbers`(
        _ engine: Engine
    ) async throws {
        try await TeamBoard.with(engine) { world in
            #expect(try await world.lane(.new, pedagogue) == ["Ābols Ansis", "Bērzs Baiba", "Celms Centis"])
            try await SignalStage(world.desk.seated(pedagogue)).move(PupilID(rawValue: 2), to: .review)
            let id = try await world.openCase(3)
            let board = try await world.board(pedagogue)
            #expect(board.cards(.new).map(\.name) == ["Ābols Ansis"])
            let review = try #require(board.cards(.review).first)
            #expect(review.name == "Bērzs Baiba" && review.who == pedagogue.name)
            #expect(review.next == world.desk.today + 14 && review.isOwn)
            let open = try #require(board.cards(.open).first)
            #expect(open.name == "Celms Centis" && open.caseID == id && !open.hasNewSign)
            #expect(open.next == world.desk.today + 30 && open.state?.lv == "atvērts")
            try await CaseStage(world.desk).move(
                id,
                to: 6,
                outcome: 1,
                by: pedagogue,
                on: world.desk.today,
                reason: "Beidzies"
            )
            // A case that ended gives way to a sign that holds; it was looked at when the case was opened.
            #expect(try await world.lane(.new, pedagogue) == ["Ābols Ansis"])
            #expect(try await world.lane(.review, pedagogue) == ["Bērzs Baiba", "Celms Centis"])
        }
    }

    @Test func `a lane shows its first ten cards, and all of them where it is chosen`() throws {
        let today = TeamBoard.today
        let cards = (1...15).map { number in
            PupilBoard.Card(
                pupil: PupilID(rawValue: number),
                name: "Bērzs \(number)",
                lane: number == 15 ? .open : .new,
                institution: 1,
                classGroup: 0,
                caseID: nil,
                state: nil,
                signs: [],
                hasNewSign: false,
                since: today,
                who: nil,
                isOwnerless: false,
                next: nil,
                isOwn: false
            )
        }
        func view(_ query: [String: String], seesSignals: Bool = true) -> BoardView {
            let board = PupilBoard(
                asked: PupilBoard.Asked(PageRequest(query: query)),
                cards: cards,
                places: [],
                institutions: [(1, Text(same: "Ozolu skola"))],
                classes: [],
                today: today,
                seesSignals: seesSignals
            )
            return BoardView(board: board, language: .lv)
        }
        let all = view(["own": "1"])
        #expect(all.persons.map(\.rawValue) == Array(1...10) + [15])
        let page = all.html.string
        #expect(page.contains("Parādīti 10 no 14.") && page.contains("Rādīt visus (14)"))
        #expect(page.contains("/team?own=1&amp;lane=1") && !page.contains("lane=4\""))
        let one = view(["lane": "1"])
        #expect(one.persons.map(\.rawValue) == Array(1...14))
        #expect(one.html.string.contains("Rādīt visus posmus") && !one.html.string.contains("Parādīti"))
        // Who has no lanes of signs is shown none, whatever the address says.
        #expect(view(["lane": "1"], seesSignals: false).persons.map(\.rawValue) == [15])
    }

    @Test(arguments: Engine.available)
    func `each reader sees what their own pages would show`(_ engine: Engine) async throws {
        try await TeamBoard.with(engine) { world in
            let id = try await world.openCase(3)
            // Who works beside the case knows whom to ask, and not how far it is.
            let beside = try #require(try await world.board(colleague).cards(.open).first)
            #expect(
                beside.who == pedagogue.name && beside.state == nil && beside.next == nil && !beside.isOwn
            )
            #expect(try await world.lane(.open, colleague, ["own": "1"]) == [])
            #expect(try await world.lane(.open, pedagogue, ["own": "1"]) == ["Celms Centis"])
            let teacher = try await world.board(TeamBoard.teacher)
            #expect(teacher.cards.map(\.name) == ["Ābols Ansis", "Bērzs Baiba"])
            #expect(!teacher.cards.contains { !$0.isOwn })
            #expect(try await world.board(TeamBoard.stranger).cards.map(\.name) == ["Dille Dace"])
            #expect(try await world.board(TeamBoard.reader).cards.isEmpty)
            #expect(try await world.board(TeamBoard.outside).cards.isEmpty)
            let guest = CaseStage.Guest(TeamBoard.outside, body: 2, answer: 2, after: 0, purpose: "Atbalsts")
            let day = world.desk.today
            try await CaseStage(world.desk).invite(guest, to: id, by: pedagogue, on: day, until: day)
            let invited = try await world.board(TeamBoard.outside)
            #expect(invited.cards.map(\.name) == ["Celms Centis"] && !invited.seesSignals)
            #expect(invited.cards.allSatisfy { $0.signs.isEmpty && $0.classGroup == 0 })
            // Of a whole board numbers by institution come first.
            let whole = try await world.board(TeamBoard.coordinator)
            #expect(whole.cards.isEmpty && whole.places.map { $0.counts[.new] } == [1, 2])
            #expect(try await world.lane(.new, TeamBoard.coordinator, ["institution": "2"]) == ["Dille Dace"])
        }
    }

    @Test(arguments: Engine.available)
    func `nobody sees the team's pages through another's eyes`(_ engine: Engine) async throws {
        try await TeamBoard.with(engine) { world in
            let id = try await world.meeting()
            let eyes = Asker(
                account: pedagogue.account,
                name: pedagogue.name,
                language: .lv,
                grants: pedagogue.grants,
                viewing: TeamBoard.coordinator.account
            )
            let pages: [any Page] = [BoardPage(), TasksPage(), MeetingPage(), PupilMeetingsPage()]
            for page in pages {
                await #expect(throws: Refusal.self) {
                    _ = try await page.answer(
                        PageRequest(parts: ["meeting": "\(id)", "pupil": "1"]),
                        world.desk.seated(eyes)
                    )
                }
            }
        }
    }
}
