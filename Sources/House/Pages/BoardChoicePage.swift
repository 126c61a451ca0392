import Access
import Frame
import Kernel
import Pages
import Storage

/// A page that is answered before a board is chosen: then its desk is of no tenant.
protocol BeforeBoard: Page {}

/// Asks which board somebody comes to, where several are kept and the address names none: their names and nothing else.
struct BoardChoicePage: BeforeBoard {
    let method = PageMethod.get
    let path = "/sign-in/board"
    let permission = Permission.ownAccount
    let scope = PageScope.open

    func answer(_ request: PageRequest, _ desk: Desk) async throws -> PageResponse {
        .page(try await BoardForm(request, to: request.query["to"], desk).page)
    }
}

/// Takes the board, for this browser from now on.
struct BoardChoiceAction: BeforeBoard {
    let method = PageMethod.post
    let path = "/sign-in/board"
    let permission = Permission.ownAccount
    let scope = PageScope.open

    func answer(_ request: PageRequest, _ desk: Desk) async throws -> PageResponse {
        var form = try await BoardForm(request, to: request.field("to"), desk)
        guard let chosen = form.boards.first(where: { String($0.id.rawValue) == request.field("board") })
        else {
            form.isUnanswered = true
            return .page(form.page)
        }
        // A session is one board's: whoever goes to another leaves none behind in this browser.
        if chosen.id != desk.tenant { try await Accounts(desk).signOut(Secret(text: request.session)) }
        return .board(chosen.id, to: form.to)
    }
}

/// The form with the names of all boards.
struct BoardForm {
    let boards: [Tenant]
    let to: String
    var isUnanswered = false
    private let request: PageRequest
    private let present: TenantID

    /// What stands for the tenant before one is chosen; ids begin with 1.
    static let noTenant = TenantID(rawValue: 0)

    /// Where the address tells the board there is no such page: nothing else is ever chosen there.
    init(_ request: PageRequest, to: String?, _ desk: Desk) async throws {
        guard request.chosenBoard != nil else { throw Refusal.noSuchPage }
        boards = try await desk.database.data.read { try Tenants.all($0) }
        self.to = SafePath.of(to)
        self.request = request
        present = desk.tenant
    }

    private static let title = Text(lv: "Izvēlieties pārvaldi", en: "Choose a board")

    var page: PageContent {
        let language = request.language
        let lede = Text(
            lv:
                "Šī pārlūkprogramma izvēli atcerēsies. Katrā pārvaldē jāpiesakās ar tās piešķirto kontu.",
            en:
                "This browser will remember the choice. At each board you sign in with the account it gave you."
        )
        let missing = Text(lv: "Izvēlieties vienu no pārvaldēm.", en: "Choose one of the boards.")
        let field = Field(
            "board",
            Text(lv: "Pārvalde", en: "Board")[language],
            .radios(
                boards.map { Option(String($0.id.rawValue), $0.name) },
                chosen: present == Self.noTenant ? nil : String(present.rawValue)
            ),
            error: isUnanswered ? missing[language] : nil
        )
        let form = Form(
            id: "board",
            language,
            action: "/sign-in/board",
            csrf: request.formToken,
            parts: [.hidden(name: "to", value: to), .field(field)],
            buttons: [Button(Text(lv: "Turpināt", en: "Continue")[language])]
        )
        return PageContent(
            Self.title,
            "\(PageHead(Self.title[language], lede: lede[language]))\(form)",
            status: isUnanswered ? 422 : 200
        )
    }
}
