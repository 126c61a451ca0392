package import Kernel
package import Pages

/// A page or a form's target: its address, the permission it needs, how its scope is found, its answer.
///
/// There is no default for permission and scope, so a page that declares none does not compile.
package protocol Page: Sendable {
    /// GET or POST.
    var method: PageMethod { get }
    /// The address, with `:name` for parts that vary: `/institutions/:institution`.
    var path: String { get }
    /// The permission.
    var permission: Permission { get }
    /// How the scope of a request is found.
    var scope: PageScope { get }
    /// The answer; it is asked only when the permission holds in the scope.
    func answer(_ request: PageRequest, _ desk: Desk) async throws -> PageResponse
}

/// The methods that forms and links can use.
package enum PageMethod: String, Sendable {
    /// Reads.
    case get
    /// Changes, and searches that must not stand in addresses.
    case post
}

/// How the scope of a request is found.
package enum PageScope: Sendable {
    /// Anybody, signed in or not: the sign-in page itself.
    case open
    /// The asker's own account.
    case own
    /// The whole tenant.
    case tenant
    /// Anywhere: the page shows what the asker reaches and nothing else.
    case anywhere
    /// The institution in the address part `:institution`.
    case institution
    /// The class in the address part `:class`; its institution is looked up.
    case classGroup
    /// The pupil in the address part `:pupil`; class and institution of today are looked up.
    case pupil
}

/// What a browser asked.
package struct PageRequest: Sendable {
    /// Parts of the address by name.
    package var parts: [String: String]
    /// The query; the values of a name that comes several times stand with commas between them.
    package var query: [String: String]
    /// Form fields, all values of each name.
    package var form: [String: [String]]
    /// Files that came with a form.
    package var files: [UploadedFile]
    /// The language the page is wanted in.
    package var language: Language
    /// The token that forms must carry.
    package var formToken: String
    /// The session's own key, or empty for visitors.
    package var session: String
    /// The network address of the browser.
    package var address: String
    /// What the browser says of itself.
    package var agent: String
    /// The path asked for, without the query.
    package var path: String
    /// The scheme and host that the browser knows us by, as `https://sekme.example.lv`; for links sent on.
    package var origin: String
    /// The name of the board that the browser chose, empty before it did; nil where the address tells the board.
    package var chosenBoard: String?

    /// A request.
    package init(
        parts: [String: String] = [:],
        query: [String: String] = [:],
        form: [String: [String]] = [:],
        files: [UploadedFile] = [],
        language: Language = .lv,
        formToken: String = "",
        session: String = "",
        address: String = "",
        agent: String = "",
        path: String = "/",
        origin: String = ""
    ) {
        self.parts = parts
        self.query = query
        self.form = form
        self.files = files
        self.language = language
        self.formToken = formToken
        self.session = session
        self.address = address
        self.agent = agent
        self.path = path
        self.origin = origin
    }

    /// The last value of a form field, trimmed of nothing; empty where it is absent.
    package func field(_ name: String) -> String { form[name]?.last ?? "" }

    /// A number in the address, or a refusal as if there were no such page.
    package func number(_ part: String) throws(Refusal) -> Int {
        guard let number = parts[part].flatMap({ Int($0) }), number > 0 else { throw .noSuchPage }
        return number
    }
}

extension Refusal {
    /// The address leads nowhere, or the asker may not know where.
    package static let noSuchPage = Refusal(
        .unknown,
        Text(lv: "Šādas lapas nav.", en: "There is no such page."),
        advice: Text(
            lv: "Pārbaudiet adresi vai sāciet no sākumlapas.",
            en: "Check the address or start from home."
        )
    )
}

/// A file that came with a form.
package struct UploadedFile: Sendable {
    /// The form field.
    package let field: String
    /// The name the file had.
    package let name: String
    /// Where its bytes wait, outside the database, until the request ends.
    package let path: String
    /// Its size in bytes.
    package let size: Int

    /// A file.
    package init(field: String, name: String, path: String, size: Int) {
        self.field = field
        self.name = name
        self.path = path
        self.size = size
    }
}

/// What goes back to the browser.
package enum PageResponse: Sendable {
    /// A page in the shell.
    case page(PageContent)
    /// Another address, with GET.
    case redirect(String, notice: Text? = nil)
    /// A file to be saved.
    case file(FileContent)
    /// A piece of a page, for replacing an element.
    case fragment(HTML)
    /// A new session begins, and another address is shown.
    case signedIn(session: String, to: String)
    /// The session ends.
    case signedOut(to: String)
    /// Pages are wanted in another language from now on.
    case language(Language, to: String)
    /// A board is chosen for this browser, and another address is shown.
    case board(TenantID, to: String)
}

/// A page before its shell.
package struct PageContent: Sendable {
    /// The title of the window and the print.
    package var title: Text
    /// What stands in `main`.
    package var body: HTML
    /// Where the page hangs: title and address, from the top.
    package var crumbs: [Crumb]
    /// The persons it shows, for the audit trail.
    package var persons: [PupilID]
    /// The members of staff it shows or tells of, for the audit trail.
    package var staff: [StaffID] = []
    /// How many lines of a file it shows that may tell of persons whom nobody has matched yet, for the audit trail.
    package var lines = 0
    /// Whether it names people who are neither pupils nor staff of the register: those at a meeting.
    package var namesOthers = false
    /// Whether it is taken down though it shows nobody: a question that found nobody.
    package var isRecorded = false
    /// What the audit trail says was read, where the page's address does not tell: `case 12`.
    package var record: String?
    /// The status: 200, or 422 for a form with errors.
    package var status: Int
    /// Seconds after which a browser without scripts asks again; 0 for never.
    package var refresh: Int

    /// A page.
    package init(
        _ title: Text,
        _ body: HTML,
        crumbs: [Crumb] = [],
        persons: [PupilID] = [],
        status: Int = 200,
        refresh: Int = 0
    ) {
        self.title = title
        self.body = body
        self.crumbs = crumbs
        self.persons = persons
        self.status = status
        self.refresh = refresh
    }

    /// Whether somebody stands on it by name, so that paper has to say so.
    package var holdsPersons: Bool { !persons.isEmpty || !staff.isEmpty || lines > 0 || namesOthers }

    /// A step of the way to a page.
    package struct Crumb: Sendable {
        /// The words.
        package let title: Text
        /// The address.
        package let path: String

        /// A step.
        package init(_ title: Text, _ path: String) {
            self.title = title
            self.path = path
        }
    }
}

/// A file to be saved.
package struct FileContent: Sendable {
    /// The name it is saved under.
    package var name: String
    /// Its media type.
    package var type: String
    /// Its bytes.
    package var bytes: [UInt8]
    /// The persons in it, for the audit trail.
    package var persons: [PupilID]
    /// The members of staff whose data it holds, for the audit trail.
    package var staff: [StaffID] = []

    /// A file.
    package init(name: String, type: String, bytes: [UInt8], persons: [PupilID] = []) {
        self.name = name
        self.type = type
        self.bytes = bytes
        self.persons = persons
    }
}
