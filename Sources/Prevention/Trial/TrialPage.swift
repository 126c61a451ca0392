internal import Frame
internal import Kernel
internal import Pages
internal import Registry
internal import Storage

/// Tries a rule of risk before it goes live: how many pupils it would flag, where, and of which groups; or holds it
/// against another rule.
///
/// It changes nothing; whoever wants the rule so edits it afterwards.
struct TrialPage: Page {
    let method = PageMethod.get
    let path = "/signals/trial"
    let permission = Permission.readFigures
    let scope = PageScope.anywhere

    static let title = Text(lv: "Riska pazīmju izmēģinājums", en: "Trial of signs of risk")

    func answer(_ request: PageRequest, _ desk: Desk) async throws -> PageResponse {
        let asked = request.query
        let view = try await desk.database.data.read { connection -> TrialView in
            let rules = try RiskRules.load(desk.tenant, connection)
            let years = try Years.load(desk.tenant, connection)
            let year = asked["year"].flatMap { SchoolYear($0) } ?? years.latest(today: desk.today)
            let names = rules.names.filter { rules.latest($0)?.rule.quantity != .observation }
            let name = asked["rule"].flatMap { names.contains($0) ? $0 : nil } ?? names.first ?? ""
            let day = min(desk.today, year.last)
            guard let record = rules.named(name, on: day) ?? rules.latest(name) else {
                throw Refusal.noSuchPage
            }
            let other = asked["with"].flatMap { names.contains($0) && $0 != name ? $0 : nil }
            let second = other.flatMap { rules.named($0, on: day) ?? rules.latest($0) }
            let form = TrialForm(record, try TrialPage.schools(year, desk, connection), asked)
            return TrialView(
                rules: names.compactMap { name in rules.latest(name).map { (name, $0.title) } },
                years: years.withData.filter { $0.first <= desk.today },
                form: form,
                second: second,
                year: year,
                trial: try (second ?? form.draft?.tried(record))
                    .map { try Trial.run(record, $0, year, desk, connection) },
                language: request.language,
                mayEdit: desk.asker.may(.administer, in: .tenant, on: desk.today)
            )
        }
        return .page(
            PageContent(
                TrialPage.title,
                view.html,
                // Who administers the board sees no pupil, and no list of them.
                crumbs: desk.asker.reach(.readSignals, on: desk.today).isEmpty
                    ? [] : [PageContent.Crumb(SignalsPage.title, "/signals")]
            )
        )
    }

    /// The institutions that the reader reaches and a rule can name.
    private static func schools(
        _ year: SchoolYear,
        _ desk: Desk,
        _ connection: Connection
    ) throws -> [TrialForm.School] {
        let reach = desk.asker.reach(.readFigures, on: desk.today)
        let rows = try connection.rows(
            "SELECT id, reg_no FROM institution WHERE tenant_id = \(desk.tenant) AND reg_no <> '' ORDER BY id",
            InstitutionID.self,
            String.self
        )
        .filter { reach.everything || reach.institutions.contains($0.0) }
        let numbers = Dictionary(rows.map { ($0.0.rawValue, $0.1) }) { first, _ in first }
        let names = RegistryNames(tenant: desk.tenant, year: year, connection)
        return names.sorted(.institution, numbers.keys).compactMap { id in
            numbers[id].map { TrialForm.School(number: $0, name: names.name(.institution, id)) }
        }
    }
}
