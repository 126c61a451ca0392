internal import Frame
internal import Kernel
internal import Pages

/// Makes a new secret; whoever replaces the second factor types the present password.
struct SecondFactorStart: Page {
    let method = PageMethod.post
    let path = "/account/second-factor/start"
    let permission = Permission.ownAccount
    let scope = PageScope.own

    func answer(_ request: PageRequest, _ desk: Desk) async throws -> PageResponse {
        let factor = SecondFactor(desk)
        guard try await factor.isSet() else {
            _ = try await factor.start()
            return .redirect("/account/second-factor")
        }
        do {
            let made = try await factor.start(password: request.field("password"))
            return .page(try await SecondFactorPage.content(request, desk, made: made))
        } catch let refusal as Refusal where refusal.kind == .invalid {
            let words = refusal.words(request.language)
            return .page(try await SecondFactorPage.content(request, desk, wrong: .password(words)))
        }
    }
}

/// Takes the secret into use, shows the recovery codes, and ends the other sessions.
struct SecondFactorConfirm: Page {
    let method = PageMethod.post
    let path = "/account/second-factor/confirm"
    let permission = Permission.ownAccount
    let scope = PageScope.own

    func answer(_ request: PageRequest, _ desk: Desk) async throws -> PageResponse {
        let language = request.language
        do {
            let code = request.field("code")
            if let codes = try await SecondFactor(desk).confirm(code, keeping: request.secret) {
                return .page(SecondFactorConfirm.content(codes, language))
            }
            let wrong = SecondFactorConfirm.wrong[language]
            return .page(try await SecondFactorPage.content(request, desk, wrong: .code(wrong)))
        } catch let refusal as Refusal where refusal.kind == .invalid {
            let words = refusal.words(language)
            return .page(try await SecondFactorPage.content(request, desk, wrong: .code(words)))
        }
    }

    private static let wrong = Text(
        lv: "Kods nav pareizs. Pārbaudiet, vai tālruņa pulkstenis iet precīzi.",
        en: "The code is not right. Check that the clock of the phone is exact."
    )

    /// The recovery codes, once.
    private static func content(_ codes: [String], _ language: Language) -> PageContent {
        let title = Text(lv: "Atkopšanas kodi", en: "Recovery codes")
        let lede = Text(
            lv: "Izdrukājiet vai pierakstiet. Katrs kods vienu reizi aizstāj tālruni; vairs tos nerādīs.",
            en: "Print them or write them down. Each replaces the phone once; they are not shown again."
        )
        let items: [HTML] = codes.map { "<li><code>\($0)</code></li>" }
        let done = Notice(
            .success,
            language,
            Text(lv: "Otrais faktors ir iestatīts.", en: "The second factor is set up.")[language],
            more: Text(lv: "Citas sesijas izbeigtas.", en: "Other sessions are ended.")[language]
        )
        let onward = ButtonLink(Text(lv: "Turpināt", en: "Continue")[language], "/")
        return PageContent(
            title,
            "\(done)\(PageHead(title[language], lede: lede[language]))<ul>\(items)</ul><p>\(onward)</p>"
        )
    }
}
