internal import Frame
internal import Kernel
internal import Pages

/// Sends the browser to the provider of identities.
struct ProviderStart: Page {
    let method = PageMethod.get
    let path = "/sign-in/provider"
    let permission = Permission.ownAccount
    let scope = PageScope.open
    let provider: any IdentityProvider

    func answer(_ request: PageRequest, _ desk: Desk) async throws -> PageResponse {
        let state = ProviderStart.state(request, attempt: Base64URL.text(SecureBytes.random(16)))
        return .redirect(try await provider.address(state: state, back: ProviderBack.address(request)))
    }

    /// A value of one attempt of this browser and no other, from which its form token cannot be found: an answer that
    /// somebody else began is not taken.
    static func state(_ request: PageRequest, attempt: String) -> String {
        "\(attempt).\(Hexadecimal.text(Secret(text: "\(attempt) \(request.formToken)").hash))"
    }

    /// Whether a value is of an attempt of this browser.
    static func isState(_ text: String, of request: PageRequest) -> Bool {
        let attempt = String(text.prefix { $0 != "." })
        return SecureBytes.areEqual(Array(text.utf8), Array(state(request, attempt: attempt).utf8))
    }
}

/// Takes the provider's answer.
struct ProviderBack: Page {
    let method = PageMethod.get
    let path = ProviderBack.place
    let permission = Permission.ownAccount
    let scope = PageScope.open
    let provider: any IdentityProvider

    /// The address within the house.
    static let place = "/sign-in/provider/back"

    static func address(_ request: PageRequest) -> String { "\(request.origin)\(place)" }

    func answer(_ request: PageRequest, _ desk: Desk) async throws -> PageResponse {
        var form = SignInForm(request: request, to: "/", provider: provider)
        guard let state = request.query["state"], ProviderStart.isState(state, of: request) else {
            form.error = SignInOutcome.notProved
            return .page(form.page)
        }
        let identity: ExternalIdentity
        do {
            identity = try await provider.identity(request.query, back: ProviderBack.address(request))
        } catch let refusal as Refusal {
            form.error = refusal.message
            return .page(form.page)
        }
        guard identity.issuer == provider.issuer else {
            form.error = SignInOutcome.notProved
            return .page(form.page)
        }
        let outcome = try await Accounts(desk).signIn(identity, from: request.visitor)
        switch outcome {
        case .signedIn(let secret, _): return try await SignInForm.entered(secret, to: "/", desk)
        case .secondFactor(let pending):
            return .page(CodeForm(request: request, to: "/", pending: pending).page)
        case .refused: form.error = SignInOutcome.noAccount
        case .wait: form.error = outcome.words
        }
        return .page(form.page)
    }
}

extension SignInOutcome {
    fileprivate static let notProved = Text(
        lv: "Pieteikšanās nav pabeigta. Sāciet vēlreiz.",
        en: "Signing in was not completed. Begin again."
    )
    fileprivate static let noAccount = Text(
        lv: "Ar šo identitāti nav saistīts neviens atvērts konts. Lūdziet to saistīt administratoram.",
        en: "No open account is linked with this identity. Ask the administrator to link it."
    )
}
