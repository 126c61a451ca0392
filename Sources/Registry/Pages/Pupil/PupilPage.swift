import Frame
import Kernel
import Pages
import Storage

/// One pupil on two sheets: results, absences, tests and behaviour, over years and schools.
///
/// The print is the page itself: what one shows or hides, the other does too.
struct PupilPage: Page {
    let method = PageMethod.get
    let path = "/pupils/:pupil"
    let permission = Permission.readPupils
    let scope = PageScope.pupil

    /// What an address has that asks for everything, not only what two sheets hold.
    private static let whole = "all"

    /// The page with everything that was asked of the past.
    static func whole(_ brief: PupilBrief) -> Address {
        let page = Address("/pupils/\(brief.id.rawValue)").adding(whole, "1")
        return brief.past.isWhole ? page.adding(ShownPast.name, ShownPast.all) : page
    }

    /// The page with older entries too.
    static func older(_ brief: PupilBrief) -> Address {
        Address("/pupils/\(brief.id.rawValue)").adding(ShownPast.name, ShownPast.all)
    }

    func answer(_ request: PageRequest, _ desk: Desk) async throws -> PageResponse {
        let id = PupilID(rawValue: try request.number("pupil"))
        let isWhole = request.query[PupilPage.whole] != nil
        let past = ShownPast(request, on: desk.today)
        let (brief, lines) = try await desk.database.data.read { connection in
            let brief = try PupilBrief.load(id, isWhole: isWhole, past: past, desk, connection)
            let lines = try desk.house.rooms.flatMap(\.pupilLines).map {
                (title: $0.title, lines: try $0.lines(of: id, desk, connection))
            }
            return (brief, lines)
        }
        guard let brief else { throw Refusal.noSuchPage }
        var view = PupilView(brief: brief, language: request.language)
        view.lines = lines
        view.actions =
            [PupilView.printing(request.language)]
            + PupilPage.more(brief, desk, request.language)
            .map { ButtonLink($0.words, $0.address, .second).html }
        var content = PageContent(
            Text(same: brief.name),
            view.html,
            crumbs: view.crumbs(desk),
            persons: [id]
        )
        content.record = past.record(of: path)
        return .page(content)
    }

    /// The ways to what other rooms have about the pupil, for those who may go them.
    private static func more(_ brief: PupilBrief, _ desk: Desk, _ language: Language) -> [Link] {
        let now = brief.stays.first { $0.to.map { desk.today <= $0 } ?? true }
        var scope = now?.scope ?? Scope()
        scope.pupil = brief.id
        return desk.house.rooms.flatMap(\.pupilPages).sorted { $0.order < $1.order }
            .filter { desk.asker.may($0.permission, in: scope, on: desk.today) }
            .map { entry in
                let path = entry.path.replacing(":pupil", with: String(brief.id.rawValue))
                return Link(entry.title[language], Address(path))
            }
    }

    /// The name of a pupil; a code stands for it where the source has no names.
    static func name(_ surname: String, _ forename: String, _ code: String) -> String {
        let name = [surname, forename].filter { !$0.isEmpty }.joined(separator: " ")
        return name.isEmpty ? code : name
    }
}
