import Frame
import Kernel
import Storage

/// Whose data somebody may import: the whole board's, or those of institutions of theirs.
///
/// An import belongs to one institution or to the board, from its upload to its undoing.
struct ImportScope: Sendable {
    let desk: Desk

    init(_ desk: Desk) {
        self.desk = desk
    }

    /// Whether everything is the asker's to import.
    var isWhole: Bool { desk.asker.may(.importData, in: .tenant, on: desk.today) }

    /// The institutions of an asker who may not import for the whole board.
    var institutions: [InstitutionID] {
        desk.asker.reach(.importData, on: desk.today).institutions.sorted()
    }

    /// Refuses those who may import nothing anywhere.
    func requireAny() throws(Refusal) {
        if !isWhole, institutions.isEmpty { try desk.require(.importData, in: .tenant) }
    }

    /// Refuses an import or batch of another institution, or of the board.
    func require(_ institution: Int) throws(Refusal) {
        try desk.require(.importData, in: Self.scope(institution))
    }

    /// Whether an import or batch is the asker's to see.
    func covers(_ institution: Int) -> Bool {
        desk.asker.may(.importData, in: Self.scope(institution), on: desk.today)
    }

    /// The request with the institution that it is for: as asked, else the asker's only one, else the board.
    ///
    /// What the file does not say of its institution is then known too.
    func settled(_ request: ImportRequest) async throws -> ImportRequest {
        try requireAny()
        var request = request
        let own = institutions
        // How far a source may go is for those who import for the whole board to say.
        if !isWhole { request.changes = request.changes?.place }
        if request.institution == 0, !isWhole {
            guard own.count == 1, let only = own.first else { throw Refusal.whichInstitution }
            request.institution = only.rawValue
        }
        try require(request.institution)
        guard request.institution > 0, request.constants["institution"] == nil else { return request }
        let (tenant, id) = (desk.tenant, request.institution)
        request.constants["institution"] = try await desk.database.data.read { connection in
            try connection.value(
                "SELECT name FROM institution WHERE tenant_id = \(tenant) AND id = \(id)",
                String.self
            )
        }
        return request
    }

    private static func scope(_ institution: Int) -> Scope {
        institution > 0 ? Scope(institution: InstitutionID(rawValue: institution)) : .tenant
    }
}

extension Refusal {
    fileprivate static let whichInstitution = Refusal(
        .usage,
        Text(
            lv: "Nav norādīts, kuras iestādes dati ir failā.",
            en: "It is not said which institution the file is for."
        ),
        advice: Text(
            lv: "Izvēlieties iestādi; komandrindā: --institution NOSAUKUMS.",
            en: "Choose the institution; on the command line: --institution NAME."
        )
    )
}
