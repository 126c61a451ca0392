internal import Frame
internal import Kernel
internal import Pages

/// Changes the facts of an account.
struct UserEditAction: Page {
    let method = PageMethod.post
    let path = "/users/:account/edit"
    let permission = Permission.administer
    let scope = PageScope.anywhere
    let places: any Places

    func answer(_ request: PageRequest, _ desk: Desk) async throws -> PageResponse {
        let accounts = Accounts(desk, places: places)
        let id = AccountID(rawValue: try request.number("account"))
        do {
            var change = AccountChange(try await accounts.one(id).account)
            change.name = request.field("name")
            change.email = request.field("email")
            change.language = Language(rawValue: request.field("language")) ?? change.language
            var errors = UserErrors()
            if change.name.allSatisfy(\.isWhitespace) { errors.add("name", .noName) }
            change.expires =
                errors.read("expires") { () throws(Refusal) in try request.day("expires") } ?? nil
            do {
                // A form that was made before there was the question takes nothing away.
                if let typed = request.form["staff"]?.first { change.staff = try await accounts.staff(typed) }
            } catch let refusal as Refusal where refusal.kind == .invalid || refusal.kind == .conflict {
                errors.add("staff", refusal)
            }
            guard errors.isEmpty else {
                let words = errors.words(request.language)
                return .page(try await UserPage.content(request, desk, places, error: words))
            }
            try await accounts.change(id, version: Int(request.field("version")) ?? 0, change)
        } catch let refusal as Refusal where refusal.kind == .invalid || refusal.kind == .conflict {
            let words = refusal.words(request.language)
            return .page(try await UserPage.content(request, desk, places, error: words))
        }
        return .redirect("/users/\(id.rawValue)", notice: Text(lv: "Dati saglabāti.", en: "Saved."))
    }
}

/// Gives an account a role.
struct UserGrantAction: Page {
    let method = PageMethod.post
    let path = "/users/:account/grant"
    let permission = Permission.administer
    let scope = PageScope.anywhere
    let places: any Places

    func answer(_ request: PageRequest, _ desk: Desk) async throws -> PageResponse {
        let id = AccountID(rawValue: try request.number("account"))
        var errors = UserErrors()
        guard let role = errors.role(request) else {
            return .page(try await UserPage.content(request, desk, places, granting: errors))
        }
        do {
            try await Accounts(desk, places: places).setRole(role, for: id)
        } catch let refusal as Refusal where refusal.kind != .unknown {
            errors.add(refusal, role: Role.named(role.role))
            return .page(try await UserPage.content(request, desk, places, granting: errors))
        }
        return .redirect(
            "/users/\(id.rawValue)",
            notice: Text(lv: "Loma piešķirta.", en: "The role is given.")
        )
    }
}

/// Ends a role of an account.
struct UserEndRoleAction: Page {
    let method = PageMethod.post
    let path = "/users/:account/end"
    let permission = Permission.administer
    let scope = PageScope.anywhere
    let places: any Places

    func answer(_ request: PageRequest, _ desk: Desk) async throws -> PageResponse {
        let id = AccountID(rawValue: try request.number("account"))
        guard let role = Int(request.field("grant")) else { throw Refusal.noSuchPage }
        try await Accounts(desk, places: places).endRole(role, of: id)
        return .redirect(
            "/users/\(id.rawValue)",
            notice: Text(lv: "Loma izbeigta.", en: "The role is ended.")
        )
    }
}

/// Closes or opens an account, or takes its second factor away.
struct UserStateAction: Page {
    let method = PageMethod.post
    let path = "/users/:account/state"
    let permission = Permission.administer
    let scope = PageScope.anywhere
    let places: any Places

    func answer(_ request: PageRequest, _ desk: Desk) async throws -> PageResponse {
        let accounts = Accounts(desk, places: places)
        let id = AccountID(rawValue: try request.number("account"))
        let notice: Text
        switch request.field("to") {
        case "disabled":
            try await accounts.disable(id)
            notice = Text(lv: "Konts slēgts.", en: "The account is disabled.")
        case "enabled":
            try await accounts.enable(id)
            notice = Text(lv: "Konts atvērts.", en: "The account is enabled.")
        case "no-second-factor":
            try await accounts.removeSecondFactor(id)
            notice = Text(lv: "Otrais faktors noņemts.", en: "The second factor is removed.")
        default: throw Refusal.noSuchPage
        }
        return .redirect("/users/\(id.rawValue)", notice: notice)
    }
}

/// Makes a one-time link and shows it.
struct UserLinkAction: Page {
    let method = PageMethod.post
    let path = "/users/:account/link"
    let permission = Permission.administer
    let scope = PageScope.anywhere
    let places: any Places

    func answer(_ request: PageRequest, _ desk: Desk) async throws -> PageResponse {
        let id = AccountID(rawValue: try request.number("account"))
        let link = try await Accounts(desk, places: places).link(for: id)
        return .page(LinkShown.page(link, of: id, request))
    }
}

/// Begins to look through another's eyes.
struct UserViewAction: Page {
    let method = PageMethod.post
    let path = "/users/:account/view"
    let permission = Permission.viewAs
    let scope = PageScope.tenant
    let places: any Places

    func answer(_ request: PageRequest, _ desk: Desk) async throws -> PageResponse {
        let id = AccountID(rawValue: try request.number("account"))
        try await Accounts(desk, places: places).view(as: id, request.secret)
        return .redirect(
            "/",
            notice: Text(
                lv: "Jūs skatāt sistēmu kā cits lietotājs.",
                en: "You are looking through another's eyes."
            )
        )
    }
}

/// Looks through one's own eyes again.
struct StopViewingAction: Page {
    let method = PageMethod.post
    let path = "/view-as/stop"
    let permission = Permission.ownAccount
    // Open, as nothing is one's own while looking through another's eyes.
    let scope = PageScope.open

    func answer(_ request: PageRequest, _ desk: Desk) async throws -> PageResponse {
        try await Accounts(desk).stopViewing(request.secret)
        return .redirect(
            "/",
            notice: Text(lv: "Jūs atkal strādājat savā kontā.", en: "You see with your own eyes.")
        )
    }
}
