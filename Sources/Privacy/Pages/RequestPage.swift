internal import Frame
internal import Kernel
internal import Pages
internal import Registry
internal import Storage

/// One request: what was asked, by when, what was done, what can be done.
struct RequestPage: Page {
    let method = PageMethod.get
    let path = "/privacy/requests/:request"
    let permission = Permission.handlePrivacy
    let scope = PageScope.tenant

    func answer(_ request: PageRequest, _ desk: Desk) async throws -> PageResponse {
        .page(try await RequestPage.content(request, desk))
    }

    static func content(
        _ request: PageRequest,
        _ desk: Desk,
        _ typed: EditTexts = [:],
        _ errors: FieldErrors = FieldErrors()
    ) async throws -> PageContent {
        let id = try request.number("request")
        let view = try await desk.database.data.read { connection -> RequestView? in
            guard let found = try PrivacyRequest.find(id, desk.tenant, connection) else { return nil }
            return RequestView(
                request: request,
                today: desk.today,
                found: found,
                name: found.subject.name(PersonWords(desk, connection)),
                asked: try RequestText.asked.opened(id, desk, connection) ?? "",
                decision: try RequestText.decision.opened(id, desk, connection),
                steps: try RequestStep.all(of: id, desk.tenant, connection),
                typed: typed,
                errors: errors
            )
        }
        guard var view else { throw Refusal.noSuchPage }
        view.apart = try await RequestPage.apart(view.found, desk)
        var content = PageContent(
            view.title,
            view.html,
            crumbs: [PageContent.Crumb(PrivacyPage.title, "/privacy")],
            persons: view.found.subject.pupils,
            status: errors.isEmpty ? 200 : 422
        )
        content.staff = view.found.subject.staff
        return content
    }

    /// What others give out to whoever asked to see their data, and whether they have since.
    private static func apart(_ found: PrivacyRequest, _ desk: Desk) async throws -> [PartGiven] {
        guard found.kind == .access, let pupil = found.subject.pupils.first else { return [] }
        let aliases = try await desk.database.data.read {
            try PupilAliases.load(desk.tenant, $0).others(of: pupil)
        }
        var parts: [PartGiven] = []
        for room in desk.house.rooms {
            for kind in room.givenApart {
                parts += try await kind.parts(of: [pupil] + aliases, since: found.asked, desk)
            }
        }
        return parts
    }

    /// The request in the address.
    static func find(_ request: PageRequest, _ desk: Desk) async throws -> PrivacyRequest {
        let id = try request.number("request")
        let found = try await desk.database.data.read { try PrivacyRequest.find(id, desk.tenant, $0) }
        guard let found else { throw Refusal.noSuchPage }
        return found
    }
}

/// Puts a request off, fulfils it or refuses it.
struct DecideAction: Page {
    let method = PageMethod.post
    let path = "/privacy/requests/:request/decide"
    let permission = Permission.handlePrivacy
    let scope = PageScope.tenant

    func answer(_ request: PageRequest, _ desk: Desk) async throws -> PageResponse {
        let id = try request.number("request")
        let deed = Int(request.field("deed")).flatMap { RequestDeed(rawValue: $0) }
        do {
            guard let deed else {
                var errors = FieldErrors("deed", .missingChoice)
                if request.field("text").trimmed.isEmpty { errors.add("text", .missingAnswer) }
                throw errors
            }
            try await RequestWork(desk: desk).decide(
                id,
                deed,
                request.field("text").trimmed,
                version: Int(request.field("version")) ?? 0
            )
        } catch let errors as FieldErrors {
            let typed = ["deed": request.field("deed"), "text": request.field("text")]
            return .page(try await RequestPage.content(request, desk, typed, errors))
        } catch is Conflict {
            return .redirect("/privacy/requests/\(id)", notice: RequestPage.changed)
        }
        return .redirect(
            "/privacy/requests/\(id)",
            notice: Text(lv: "Lēmums saglabāts.", en: "The decision was saved.")
        )
    }
}

extension RequestPage {
    static let changed = Text(
        lv: "Pieprasījumu tikko mainīja kāds cits; nekas nav saglabāts. Apskatiet to vēlreiz.",
        en: "Somebody else has just changed the request; nothing was saved. Look at it again."
    )
}
