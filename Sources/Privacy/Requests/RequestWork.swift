internal import Access
internal import Frame
internal import Kernel
internal import Registry
internal import Storage

/// What is done about requests of persons: the one operation under the pages.
struct RequestWork: Sendable {
    let desk: Desk

    /// Registers a request about the person of a code; gives its number.
    func register(
        _ kind: RequestKind,
        of register: RequestRegister = .pupils,
        code: String,
        asker: RequestAsker,
        on asked: Day,
        _ text: String
    ) async throws -> Int {
        let desk = desk
        return try await desk.writeAndRecord { connection in
            try desk.require(.handlePrivacy, in: .tenant)
            var errors = FieldErrors()
            if asked > desk.today { errors.add("asked", RequestWork.inFuture) }
            if text.isEmpty { errors.add("text", .missingAnswer) }
            let found = try register.find(code, desk, connection)
            if found == nil { errors.add("code", RequestWork.unknown) }
            guard let subject = found, errors.isEmpty else { throw errors }
            let id = try connection.takeIds(
                tenant: desk.tenant.rawValue,
                kind: "privacy_request",
                count: 1
            ).lowerBound
            try connection.execute(
                """
                INSERT INTO privacy_request
                    (tenant_id, id, pupil_id, staff_id, kind, asker, asked_on, due_on, state, asked_sealed, version)
                VALUES (\(desk.tenant), \(id), \(subject.pupils.first?.rawValue ?? 0),
                    \(subject.staff.first?.rawValue ?? 0), \(kind), \(asker), \(asked), \(PrivacyRequest.due(asked)),
                    \(RequestState.open), \(try RequestText.seal(text, .asked, id, desk, connection)), 1)
                """
            )
            try RequestWork.note(.received, id, subject, desk, connection)
            return id
        }
    }

    /// Takes down that something was done that leaves the state as it is.
    func note(_ deed: RequestDeed, _ request: PrivacyRequest) async throws {
        let desk = desk
        try await desk.writeAndRecord { connection in
            try desk.require(.handlePrivacy, in: .tenant)
            try RequestWork.note(deed, request.id, request.subject, desk, connection)
        }
    }

    /// Decides a request that was read at a version, or puts it off; the reason is told to the person.
    ///
    /// Throws `Conflict` where somebody else was first.
    func decide(_ id: Int, _ deed: RequestDeed, _ text: String, version: Int) async throws {
        let desk = desk
        try await desk.writeAndRecord { connection in
            try desk.require(.handlePrivacy, in: .tenant)
            guard let request = try PrivacyRequest.find(id, desk.tenant, connection) else {
                throw Refusal.noSuchPage
            }
            guard !text.isEmpty else { throw FieldErrors("text", .missingAnswer) }
            guard request.version == version, request.state.isOpen else {
                throw Conflict(table: "privacy_request", id: id)
            }
            let state: RequestState
            switch deed {
            case .extended:
                guard request.state == .open else { throw Refusal.extendedOnce }
                state = .extended
            case .fulfilled: state = .fulfilled
            case .refused: state = .refused
            default: throw Refusal.noSuchPage
            }
            try connection.execute(
                """
                UPDATE privacy_request SET state = \(state),
                    due_on = \(state == .extended ? request.extendedDue : request.due),
                    decided_on = \(state.isOpen ? 0 : desk.today.number),
                    decision_sealed = \(try RequestText.seal(text, .decision, id, desk, connection)),
                    version = version + 1
                WHERE tenant_id = \(desk.tenant) AND id = \(id)
                """
            )
            try RequestWork.note(deed, id, request.subject, desk, connection)
        }
    }

    static func note(
        _ deed: RequestDeed,
        _ request: Int,
        _ subject: RequestSubject,
        _ desk: Desk,
        _ connection: Connection
    ) throws {
        let last = try connection.value(
            """
            SELECT coalesce(max(ordinal), 0) FROM privacy_step
            WHERE tenant_id = \(desk.tenant) AND request_id = \(request)
            """,
            Int.self
        )
        try connection.execute(
            """
            INSERT INTO privacy_step (tenant_id, request_id, ordinal, at, deed, account_id, account_name)
            VALUES (\(desk.tenant), \(request), \((last ?? 0) + 1), \(desk.clock().milliseconds), \(deed),
                \(desk.asker.account), \(desk.asker.name))
            """
        )
        // A page and a file that show the person have a record of their own.
        guard deed != .shown, deed != .filed else { return }
        try AuditTrail.queue(
            desk.event(.change, "privacy-request \(request)", persons: subject.pupils),
            connection
        )
    }

    static let inFuture = Text(
        lv: "Diena nevar būt vēlāka par šodienu.",
        en: "The day cannot be later than today."
    )
    static let unknown = Text(
        lv: "Ar šādu kodu šajā reģistrā nav nevienas personas. Ievadiet personas kodu vai žurnāla kodu.",
        en: "Nobody in this register has this code. Enter the personal code or the code of the journal."
    )
}

extension Refusal {
    static let extendedOnce = Refusal(
        .conflict,
        Text(lv: "Termiņu var pagarināt vienu reizi.", en: "The time can be extended once."),
        advice: Text(lv: "Izpildiet pieprasījumu vai noraidiet to.", en: "Fulfil the request or refuse it.")
    )
}

/// The sealed texts of a request.
enum RequestText: String {
    case asked = "asked_sealed"
    case decision = "decision_sealed"

    private func place(_ id: Int, _ tenant: TenantID) -> SealedPlace {
        SealedPlace(table: "privacy_request", column: rawValue, key: tenant, id)
    }

    static func seal(
        _ text: String,
        _ which: RequestText,
        _ id: Int,
        _ desk: Desk,
        _ connection: Connection
    ) throws -> [UInt8] {
        try connection.sealer.seal(
            Array(text.utf8),
            tenant: desk.tenant.rawValue,
            bound: which.place(id, desk.tenant)
        )
    }

    /// The text, for whoever may read it; nil where there is none.
    func opened(_ id: Int, _ desk: Desk, _ connection: Connection) throws -> String? {
        let column: SQL = self == .asked ? "asked_sealed" : "decision_sealed"
        let sealed = try connection.value(
            "SELECT \(column) FROM privacy_request WHERE tenant_id = \(desk.tenant) AND id = \(id)",
            [UInt8]?.self
        )
        guard let sealed = sealed.flatMap({ $0 }) else { return nil }
        let text = RestrictedText(
            sealed: sealed,
            tenant: desk.tenant,
            place: place(id, desk.tenant),
            scope: .tenant
        )
        return try text.opened(desk.pass(.handlePrivacy), connection)
    }
}
