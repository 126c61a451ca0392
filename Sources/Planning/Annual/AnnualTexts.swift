internal import Frame
internal import Kernel
internal import Registry
internal import Storage

extension AnnualReport: PlanEdited {
    func texts(_ plan: Plan) -> EditTexts { written }

    private var written: EditTexts {
        [
            "introduction": introduction, "helped": helped, "hindered": hindered,
            "recommendations": recommendations,
        ]
    }

    /// The names of its texts in its history.
    static let textNames: Set = ["introduction", "helped", "hindered", "recommendations"]

    /// What its history keeps: its texts, and how far it had come.
    var told: EditTexts {
        written.merging(["state": state.code, "public": EditTexts.day(opened)]) { _, new in new }
    }

    mutating func take(_ reader: inout FieldReader, _ plan: Plan) {
        introduction = reader.words("introduction", optional: true)
        helped = reader.words("helped", optional: true)
        hindered = reader.words("hindered", optional: true)
        recommendations = reader.words("recommendations", optional: true)
    }

    static func fields(_ plan: Plan) -> [EditField] {
        [
            .area(
                "introduction",
                AnnualWords.introduction,
                hint: Text(
                    lv: "Kas gadā bija svarīgākais. Skaitļus rakstīt nevajag: tie ir pārskata tabulās.",
                    en:
                        "What mattered most in the year. Figures need not be written: tables of the report have them."
                )
            ),
            .area("helped", AnnualWords.helped),
            .area("hindered", AnnualWords.hindered),
            .area(
                "recommendations",
                AnnualWords.recommendations,
                hint: Text(
                    lv: "Ko nākamajā gadā darīt citādi. Tukša rinda sāk jaunu rindkopu.",
                    en: "What to do differently next year. An empty line begins a paragraph."
                )
            ),
        ]
    }
}

/// The page on which the texts of a report are written, as long as it is a draft.
struct AnnualTexts: EditedRow {
    static let path = "/planning/annual/:report/edit"
    static let permission = Permission.editPlans
    static let scope = PageScope.anywhere

    let editor: PlanEditor
    let id: Int

    init(_ request: PageRequest, _ desk: Desk) throws {
        editor = PlanEditor(desk)
        id = try request.number("report")
    }

    func load() async throws -> EditedState {
        let (report, plan) = try await draft()
        let fields = AnnualReport.fields(plan)
        return EditedState(
            title: report.title,
            lede: Text(same: plan.programme.title),
            crumbs: AnnualCrumbs.of(plan),
            address: "\(report.address)/edit",
            back: report.address,
            fields: { _ in fields },
            texts: report.texts(plan),
            version: report.version,
            history: try await editor.history(report)
        )
    }

    func save(_ texts: EditTexts, version: Int) async throws -> EditSaved {
        let (report, _) = try await draft()
        let (id, tenant) = (id, editor.desk.tenant)
        let saved = try await editor.keep(texts, in: report.plan, version: version) { _, connection in
            let now = try AnnualReport.rows("id = \(id)", tenant, connection).first
            if let now, now.state != .draft { throw Refusal.wrongState(now.state) }
            return now
        }
        return EditSaved(address: saved.address)
    }

    func restore(change: Int, version: Int) async throws {
        let (report, _) = try await draft()
        _ = try await save(try await editor.before(change, of: report), version: version)
    }

    private func draft() async throws -> (AnnualReport, Plan) {
        let found = try await AnnualDesk(desk: editor.desk).find(id)
        try editor.desk.requireEditing(found.plan.programme.scope)
        guard found.report.state == .draft else { throw Refusal.wrongState(found.report.state) }
        return (found.report, found.plan)
    }
}

/// Where pages of annual reports hang.
enum AnnualCrumbs {
    static func of(_ plan: Plan) -> [PageContent.Crumb] {
        PlanCrumbs.of(plan)
            + [PageContent.Crumb(AnnualWords.title, "/planning/\(plan.programme.id)/annual")]
    }
}
