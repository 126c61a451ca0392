import Frame
import Kernel
import Pages
import Registry

/// Two pupils side by side, and the answers: one person, two people, later.
struct PairPage: Page {
    let method = PageMethod.get
    let path = "/duplicates/:first/:second"
    let permission = Permission.mergePupils
    let scope = PageScope.tenant

    static func address(_ key: PupilPair.Key) -> String {
        "/duplicates/\(key.first.rawValue)/\(key.second.rawValue)"
    }

    /// The two that the address names.
    static func key(_ request: PageRequest) throws(Refusal) -> PupilPair.Key {
        PupilPair.Key(
            PupilID(rawValue: try request.number("first")),
            PupilID(rawValue: try request.number("second"))
        )
    }

    func answer(_ request: PageRequest, _ desk: Desk) async throws -> PageResponse {
        .page(try await PairPage.content(request, desk))
    }

    /// The page, with what is wrong with the last answers.
    static func content(
        _ request: PageRequest,
        _ desk: Desk,
        _ errors: FieldErrors = FieldErrors()
    ) async throws -> PageContent {
        let key = try key(request)
        let found = try await Duplicates(desk).compare(key.first, key.second)
        let view = PairView(
            found: found,
            house: desk.house,
            request: request,
            address: address(key),
            errors: errors
        )
        let title = Text(lv: "Viens cilvēks vai divi?", en: "One person or two?")
        return PageContent(
            title,
            view.html(title[request.language]),
            crumbs: [DuplicatesPage.crumb],
            persons: [key.first, key.second],
            status: errors.isEmpty ? 200 : 422
        )
    }
}

/// Joins the two.
struct JoinAction: Page {
    let method = PageMethod.post
    let path = "/duplicates/:first/:second/join"
    let permission = Permission.mergePupils
    let scope = PageScope.tenant

    func answer(_ request: PageRequest, _ desk: Desk) async throws -> PageResponse {
        let key = try PairPage.key(request)
        let found = try await Duplicates(desk).compare(key.first, key.second)
        var errors = FieldErrors()
        let survivor = [key.first, key.second].first { String($0.rawValue) == request.field("survivor") }
        if survivor == nil { errors.add("survivor", .missingChoice) }
        var keep: [String: MergeKeep] = [:]
        for one in found.contradictions {
            let name = PairView.question(one.found.table)
            keep[one.found.table] = MergeKeep(rawValue: request.field(name))
            if keep[one.found.table] == nil { errors.add(name, .missingChoice) }
        }
        guard let survivor, errors.isEmpty else {
            return .page(try await PairPage.content(request, desk, errors))
        }
        let other = survivor == key.first ? key.second : key.first
        let id = try await PupilMergeRun(desk, survivor, other).run(keep: keep)
        return .redirect(
            "/merged/\(id)",
            notice: Text(lv: "Izglītojamie apvienoti.", en: "The pupils were joined.")
        )
    }
}

/// Keeps that they are two people, or that it is put off.
struct PairAnswerAction: Page {
    let method = PageMethod.post
    let path = "/duplicates/:first/:second/answer"
    let permission = Permission.mergePupils
    let scope = PageScope.tenant

    func answer(_ request: PageRequest, _ desk: Desk) async throws -> PageResponse {
        let key = try PairPage.key(request)
        let answer: PairAnswer = request.field("answer") == "two" ? .two : .later
        do {
            try await Duplicates(desk)
                .answer(key.first, key.second, answer, reason: request.field("reason").trimmed)
        } catch let errors as FieldErrors {
            return .page(try await PairPage.content(request, desk, errors))
        }
        return .redirect(
            "/duplicates",
            notice: Text(lv: "Atbilde saglabāta.", en: "The answer was saved.")
        )
    }
}
