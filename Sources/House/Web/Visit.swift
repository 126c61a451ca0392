import Access
import Exchange
import Foundation
import Frame
import HTTPTypes
import Hummingbird
import Kernel
import Tabular

/// One request: who it comes from, for which tenant, in which language, with which form.
struct Visit: Sendable {
    var language: Language
    /// The desk with whoever asks before it; nil until the tenant is known.
    var desk: Desk?
    /// Who is signed in; nil for a visitor.
    var signedIn: SignedIn?
    /// What forms must carry and how it is checked.
    var tokens: FormTokens?
    /// The secret that the browser showed: of a session, or of a visitor.
    var secret: Secret
    /// Whether the secret was made for this answer and has to be sent along.
    var isNewSecret: Bool
    var tenantName: String
    var request: PageRequest
    /// The folder of the files that came with the form; it is on the disk for as long as it is held.
    private var uploads: TemporaryFiles?
    var notice: String?
    var pathAndQuery: String
    /// What a person names when something failed.
    let reference: String

    init(_ request: Request) {
        language = .lv
        secret = Secret()
        isNewSecret = true
        tenantName = "Sekme"
        self.request = PageRequest(path: request.uri.path)
        pathAndQuery = request.uri.string
        reference = String(UInt32.random(in: 0x1000_0000...UInt32.max), radix: 36).uppercased()
    }

    var isSignedIn: Bool { signedIn != nil }

    /// Whether the board is still to be chosen.
    var lacksBoard: Bool { desk?.tenant == BoardForm.noTenant }

    /// Reads everything of a request but its form.
    mutating func open(_ incoming: Request, _ context: WebContext, _ server: PageServer) async throws {
        let world = server.world
        let cookies = Cookies(incoming.headers[values: .cookie])
        language = cookies["language"].flatMap { Language(rawValue: $0) } ?? .lv
        notice = cookies["notice"].flatMap { Data(base64Encoded: $0) }.map {
            String(decoding: $0, as: UTF8.self)
        }
        let found = try await TenantOfRequest.find(
            incoming,
            chosen: cookies[TenantOfRequest.cookie],
            world,
            server.options
        )
        if cookies["language"] == nil, let tenant = found.tenant { language = tenant.language }
        if found.isChoice { request.chosenBoard = found.tenant?.name ?? "" }
        if let text = cookies["session"], !text.isEmpty {
            secret = Secret(text: text)
            isNewSecret = false
        }
        guard let tenant = found.tenant else {
            desk = world.desk(BoardForm.noTenant, .visitor(language))
            tokens = .beforeTenant
            return fill(incoming, context, server.options)
        }
        tenantName = tenant.name
        let visitorDesk = world.desk(tenant.id, .visitor(language))
        signedIn = isNewSecret ? nil : try await Accounts(visitorDesk).signedIn(secret)
        desk = signedIn.map { visitorDesk.seated($0.asker) } ?? visitorDesk
        tokens = try await FormTokens.of(tenant.id, at: world.clock(), world.database)
        fill(incoming, context, server.options)
    }

    private mutating func fill(_ incoming: Request, _ context: WebContext, _ options: ServeOptions) {
        for (name, value) in context.parameters { request.parts[String(name)] = String(value) }
        for (name, value) in incoming.uri.queryParameters {
            let before = request.query[String(name)].map { $0 + "," } ?? ""
            request.query[String(name)] = before + value
        }
        request.language = language
        request.session = secret.text
        request.formToken = tokens?.token(for: secret) ?? ""
        request.address = RemoteAddress.of(incoming, context, options)
        request.agent = incoming.headers[.userAgent] ?? ""
        request.origin =
            incoming.head.authority.map { "\(options.isSecure ? "https" : "http")://\($0)" } ?? ""
    }

    /// Whether the form carries files.
    func isFileForm(_ incoming: Request) -> Bool {
        MultipartReader.boundary(of: incoming.headers[.contentType] ?? "") != nil
    }

    /// Reads the form; files go to a private folder until the answer is out.
    mutating func readForm(_ incoming: Request) async throws {
        let type = incoming.headers[.contentType] ?? ""
        guard let boundary = MultipartReader.boundary(of: type) else {
            let body = try await incoming.body.collect(upTo: 1 << 20)
            request.form = FormBody(urlEncoded: Array(body.readableBytesView)).fields
            return
        }
        var reader = MultipartReader(boundary: boundary, limit: TabularLimits().file)
        for try await piece in incoming.body { try reader.feed(piece.readableBytesView) }
        try reader.finish()
        uploads = reader.folder
        request.form = reader.form.fields
        request.files = reader.form.files
    }

    /// Refuses a form that does not come from a page of ours.
    func checkFormToken() throws {
        guard let tokens, tokens.accepts(request.field("csrf"), for: secret) else {
            throw Refusal(
                .forbidden,
                Text(
                    lv: "Veidlapa ir novecojusi vai nav no šīs vietnes.",
                    en: "The form is out of date or does not come from this site."
                ),
                advice: Text(
                    lv: "Atveriet lapu no jauna un mēģiniet vēlreiz.",
                    en: "Open the page again and retry."
                )
            )
        }
    }

    /// Forgets the files that came with the form.
    mutating func removeFiles() {
        request.files = []
        uploads = nil
    }
}

/// Cookies of a request by name.
struct Cookies {
    private var values: [String: String] = [:]

    init(_ headers: [String]) {
        for pair in headers.flatMap({ $0.split(separator: ";") }) {
            let halves = pair.split(separator: "=", maxSplits: 1)
            guard halves.count == 2 else { continue }
            values[halves[0].trimmingCharacters(in: .whitespaces)] = String(halves[1])
        }
    }

    subscript(name: String) -> String? { values[name] }
}
