import Frame
import Kernel
import Pages

/// The third step: what would change, what was not taken over, and the decision.
struct PlanPage: Page {
    let method = PageMethod.get
    let path = "/imports/plans/:import"
    let permission = Permission.importData
    let scope = PageScope.anywhere

    /// Findings shown; all are in the file that can be downloaded.
    private static let findings = 50

    func answer(_ request: PageRequest, _ desk: Desk) async throws -> PageResponse {
        let id = ImportID(rawValue: try request.number("import"))
        let importer = Importer(desk)
        let staged = try await importer.find(id)
        if staged.state == .applied { return .redirect("/imports/batches/\(staged.batch.rawValue)") }
        let findings = try await importer.findings(id, limit: PlanPage.findings)
        let words = try await SampleLines.load(staged, desk, request.language)
        return .page(PlanPage.content(staged, words, findings, request, desk))
    }

    static func content(
        _ staged: StagedImport,
        _ words: SampleLines,
        _ findings: [Finding],
        _ request: PageRequest,
        _ desk: Desk
    ) -> PageContent {
        let language = request.language
        let view = PlanView(staged: staged, house: desk.house, language: language, words: words)
        let title = view.title
        let found = FindingsTable(findings: findings, language: language)
        let body: HTML = """
            \(ImportPageWords.steps(2, language))\(PageHead(title, lede: view.lede))\(view.counts)\
            \(view.notice)\(view.readings)\(view.skipped)\(found.table)\(found.doubts)\
            \(view.samples)\(form(staged, request))
            """
        var content = PageContent(
            Text(lv: "Izmaiņas", en: "Changes"),
            body,
            crumbs: [ImportPageWords.crumb],
            persons: view.persons
        )
        content.staff = view.staff
        content.lines = view.lines(findings)
        return content
    }

    private static func form(_ staged: StagedImport, _ request: PageRequest) -> Form? {
        guard staged.state == .planned else { return nil }
        let language = request.language
        let changes = staged.plan.changes
        let noun = Noun(lv: "izmaiņu", "izmaiņas", en: "change", "changes").counted(changes)
        var buttons: [Button] = []
        if changes > 0 {
            let words = Text(lv: "Saglabāt \(noun.lv)", en: "Save \(noun.en)")
            buttons.append(Button(words[language], field: (name: "do", value: "apply")))
        }
        let again = Text(lv: "Salīdzināt vēlreiz", en: "Compare again")[language]
        buttons.append(Button(again, .second, field: (name: "do", value: "again")))
        let drop = Text(lv: "Atmest", en: "Discard")[language]
        buttons.append(Button(drop, .second, field: (name: "do", value: "discard")))
        return Form(
            id: "plan",
            language,
            action: "/imports/plans/\(staged.id.rawValue)",
            csrf: request.formToken,
            parts: consent(staged.plan, request) + looked(staged.plan, request),
            buttons: buttons
        )
    }

    /// What is doubtful is taken over with the rest, so that somebody says they have looked at it.
    private static func looked(_ plan: ImportPlan, _ request: PageRequest) -> [Form.Part] {
        guard plan.hasDoubts else { return [] }
        let language = request.language
        let words = Text(
            lv: "Saraksts „Kas jāpārbauda pirms saglabāšanas” ir pārbaudīts: tajā minēto var saglabāt",
            en: "I have looked at “What to check before saving”: it can be saved as it is"
        )
        let label = Text(lv: "Pārbaude", en: "Check")[language]
        return [.field(Field("doubts", label, .checkboxes([Option("yes", words[language])], chosen: [])))]
    }

    private static func consent(_ plan: ImportPlan, _ request: PageRequest) -> [Form.Part] {
        guard plan.removalsNeedConsent else { return [] }
        let count = plan.removed
        let language = request.language
        let removed = Noun(lv: "ieraksts tiks izdzēsts", "ieraksti tiks izdzēsti", en: "row goes", "rows go")
            .counted(count)[language]
        let option = Option(
            "yes",
            Text(lv: "Fails ir pilnīgs: \(removed)", en: "The file is complete: \(removed)")[language]
        )
        let label = Text(lv: "Dzēšana", en: "Removal")[language]
        return [.field(Field("removals", label, .checkboxes([option], chosen: [])))]
    }
}

/// Applies a plan through a job, or gives it up.
struct PlanAction: Page {
    let method = PageMethod.post
    let path = "/imports/plans/:import"
    let permission = Permission.importData
    let scope = PageScope.anywhere

    func answer(_ request: PageRequest, _ desk: Desk) async throws -> PageResponse {
        let id = ImportID(rawValue: try request.number("import"))
        let importer = Importer(desk)
        if request.field("do") == "again" {
            return .redirect("/imports/jobs/\(try await JobQueue(desk).again(id))")
        }
        guard request.field("do") == "apply" else {
            try await importer.discard(id)
            return .redirect(
                "/imports",
                notice: Text(
                    lv: "Imports ir atmests; nekas nav mainīts.",
                    en: "Discarded; nothing was changed."
                )
            )
        }
        let staged = try await importer.find(id)
        let accepts = request.field("removals") == "yes"
        if staged.plan.removalsNeedConsent, !accepts {
            return .redirect(
                "/imports/plans/\(id.rawValue)",
                notice: Text(
                    lv: "Apstipriniet, ka fails ir pilnīgs un ierakstus var dzēst.",
                    en: "Confirm that the file is complete and the rows may go."
                )
            )
        }
        if staged.plan.hasDoubts, request.field("doubts") != "yes" {
            return .redirect(
                "/imports/plans/\(id.rawValue)",
                notice: Text(
                    lv: "Apskatiet, kas jāpārbauda, un apstipriniet to.",
                    en: "Look at what is to be checked, and confirm it."
                )
            )
        }
        let job = try await JobQueue(desk).apply(id, acceptRemovals: accepts)
        return .redirect("/imports/jobs/\(job)")
    }
}
