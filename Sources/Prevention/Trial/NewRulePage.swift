internal import Frame
internal import Kernel
internal import Pages
internal import Registry
internal import Storage

/// Names a rule of risk of the board's own; its form is that of all rules.
struct NewRulePage: Page {
    let method = PageMethod.get
    let path = "/signals/new-rule"
    let permission = Permission.administer
    let scope = PageScope.tenant

    static let title = Text(lv: "Jauna riska pazīme", en: "A new sign of risk")

    func answer(_ request: PageRequest, _ desk: Desk) async throws -> PageResponse {
        let code = (request.query["code"] ?? "").trimmed
        guard !code.isEmpty else { return .page(NewRulePage.page(request, code: "", isWrong: false)) }
        let name = RiskRule.prefix + code
        guard (try? RuleKind.named(name)) != nil else {
            return .page(NewRulePage.page(request, code: code, isWrong: true))
        }
        let rules = try await desk.database.data.read { try RiskRules.load(desk.tenant, $0) }
        return .redirect(rules.names.contains(name) ? "/rules/\(name)" : "/rules/\(name)/new")
    }

    private static func page(_ request: PageRequest, code: String, isWrong: Bool) -> PageContent {
        let language = request.language
        let hint = Text(
            lv:
                "Mazie burti bez garumzīmēm un mīkstinājuma zīmēm, cipari un defises; piemēram, vakarskola. Kodu vēlāk nemaina.",
            en:
                "Small letters without marks, digits and hyphens, such as evening-school. It is not changed later."
        )
        let error: HTML? =
            isWrong
            ? "<p class=\"wrong\" id=\"code-error\">\(Text(lv: "Ar šādu kodu pazīmi izveidot nevar.", en: "No sign can have this code."), language)</p>"
            : nil
        let label = Text(lv: "Pazīmes kods", en: "Code of the sign")
        let next = Text(lv: "Turpināt", en: "Continue")
        let form: HTML = """
            <form class="form" method="get" action="/signals/new-rule"><div class="field">\
            <label for="code">\(label, language)</label><p class="hint" id="code-hint">\(hint, language)</p>\(error)\
            <input class="input w-medium" id="code" name="code" value="\(code)" aria-describedby="code-hint"></div>\
            <div class="buttons"><button type="submit" class="button">\(next, language)</button></div></form>
            """
        return PageContent(
            title,
            "\(PageHead(title[language]))\(form)",
            crumbs: [PageContent.Crumb(TrialPage.title, "/signals/trial")],
            status: isWrong ? 422 : 200
        )
    }
}
