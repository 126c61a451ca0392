internal import Access
internal import Frame
internal import Kernel
internal import Pages
internal import Registry
internal import Storage

/// The personal codes of the list for VIIS, as VIIS finds a pupil by them.
///
/// A list with codes leaves on paper or by the clipboard, so that it passes the guard of exports: few go at once and are
/// recorded, many need a reason and a second person.
struct DutyCodes {
    let data: DutyRegister
    let desk: Desk

    /// Those of whom the reader may take data out.
    private var duties: [DutyCase] {
        data.duties.filter { duty in
            desk.asker.may(.exportPersons, in: Scope(institution: duty.institution), on: desk.today)
        }
    }

    var isOffered: Bool { !duties.isEmpty }

    /// What the guard says; nil where there is nobody whose code the reader may see.
    func ask(reason: String) async throws -> ExportOutcome? {
        let duties = duties
        guard !duties.isEmpty else { return nil }
        let term = data.asked.term.map { " term=\($0)" } ?? ""
        return try await PersonExports(desk).ask(
            "\(AuditWords.registerList) \(data.asked.year)\(term)",
            duties.map(\.pupil),
            in: Set(duties.map(\.institution)).sorted().map { Scope(institution: $0) },
            reason: reason
        )
    }

    /// The codes, once the guard let them pass.
    func read() async throws -> [PupilID: String] {
        let desk = desk
        let places = duties.map { ($0.pupil, Scope(institution: $0.institution, pupil: $0.pupil)) }
        let scopes = Dictionary(places) { first, _ in first }
        return try await desk.database.data.read { connection in
            let pass = desk.pass(.exportPersons)
            let rows = try connection.rows(
                """
                SELECT id, code_sealed FROM pupil
                WHERE tenant_id = \(desk.tenant) AND id IN (\(list: scopes.keys.sorted()))
                    AND code_sealed IS NOT NULL
                ORDER BY id
                """,
                PupilID.self,
                [UInt8].self
            )
            var codes: [PupilID: String] = [:]
            for (pupil, sealed) in rows {
                guard let scope = scopes[pupil] else { continue }
                let text = RestrictedText(
                    sealed: sealed,
                    tenant: desk.tenant,
                    place: SealedPlace(table: "pupil", column: "code_sealed", key: desk.tenant, pupil),
                    scope: scope
                )
                codes[pupil] = try text.opened(pass, connection)
            }
            return codes
        }
    }

    /// Asks what so many codes are needed for.
    func form(_ ceiling: Int, _ request: PageRequest, isAgain: Bool) -> PageContent {
        ExportForm(
            ceiling: ceiling,
            request,
            to: data.asked.codesAddress,
            crumbs: [
                PageContent.Crumb(DutyPage.title, "/absence-duty"),
                PageContent.Crumb(DutyRegisterPage.title, "/absence-duty/register"),
            ],
            isAgain: isAgain
        ).content
    }
}

extension DutyAsked {
    /// The list for VIIS with what was chosen.
    var registerAddress: Address { address("/absence-duty/register", institution: institution) }

    /// The same with personal codes.
    var codesAddress: Address { registerAddress.adding(DutyRegisterPage.codes, "yes") }

    /// The same after an entry was noted from a list that had them.
    var codesAgainAddress: Address { registerAddress.adding(DutyRegisterPage.codes, DutyRegisterPage.again) }
}

/// Writes down what many personal codes are needed for, for a second person to decide.
struct DutyCodesAsk: Page {
    let method = PageMethod.post
    let path = "/absence-duty/register"
    let permission = Permission.exportPersons
    let scope = PageScope.anywhere

    func answer(_ request: PageRequest, _ desk: Desk) async throws -> PageResponse {
        let asked = DutyAsked(request, desk.today)
        let data = try await desk.database.data.read { try DutyRegister.load(asked, desk, $0) }
        let codes = DutyCodes(data: data, desk: desk)
        switch try await codes.ask(reason: request.field("reason")) {
        case .needsReason(let ceiling)?: return .page(codes.form(ceiling, request, isAgain: true))
        case .waits(let number)?:
            return .redirect(asked.registerAddress.text, notice: Refusal.exportWaits(number).message)
        case .permitted?, nil: return .redirect(asked.codesAddress.text)
        }
    }
}
